import {dependenciesOf} from "../../models/migration/ecosystemGraph.js";
import type {Replay} from "../../models/migration/ecosystemReplay.js";
import {count, percent} from "../format.js";
import {years} from "./format.js";
import type {Wall} from "./wall.js";
import type {WallSettings} from "./wallInputs.js";

/** How long a war on the wall is followed, in years. */
export const horizon = 40;

/** Years on the axis: a war that is soon over fills it, unless a later year is looked at. */
export function shownYears(T90: number, year = 0): number {
  return T90 < 12 && year <= 15 ? 15 : horizon;
}

/** Packages on the old platform that have a dependency there too. */
export function waitingCount({graph}: Pick<Wall, "graph">, place: Readonly<Uint8Array>): number {
  let waiting = 0;
  for (let i = 0; i < graph.size; ++i)
    if (place[i] === 0 && dependenciesOf(graph, i).some((to) => place[to] === 0)) ++waiting;
  return waiting;
}

/** A war and what is known of it as a whole. */
export interface WallState {
  war: Pick<Replay, "time" | "place" | "adopted">;
  /** Packages that a hard gate holds for ever, given who began. */
  held: number;
  T90: number;
  /** T90 of the well-mixed crowd without gates. */
  mixedT90: number;
}

/** What the wall shows now, in words. */
export function wallSummary(
  wall: Wall,
  {war, held, T90, mixedT90}: WallState,
  {gate, dependencyWeight, first}: WallSettings
): string {
  const {graph, cycles, stuck} = wall;
  const left = graph.size - war.adopted;
  const number = (value: number) => value.toLocaleString("en-US");
  const now = `Year ${war.time.toFixed(1)}: ${number(war.adopted)} of ${count(graph.size, "package")} (${percent(war.adopted / graph.size, 0)}) ${war.adopted === 1 ? "has" : "have"} moved; of the other ${number(left)}, ${number(waitingCount(wall, war.place))} wait for one that has not.`;
  const setting = `${gate === "hard" ? "Behind a hard gate" : `At γ = ${dependencyWeight}`}, ${first === "hubs" ? "with hubs first" : "from a random start"},`;
  const end =
    T90 === Infinity ? `nine in ten never move within ${horizon} years` : `nine in ten have moved after ${years(T90)}`;
  const mixed = mixedT90 === Infinity ? "they would not either" : `it would take ${years(mixedT90)}`;
  return `${now} ${setting} ${end}; in a well-mixed crowd without gates ${mixed}.${gate === "hard" ? deadlockWords(held, stuck, cycles) : ""}`;
}

/** What a hard gate does with cycles. */
function deadlockWords(held: number, stuck: number, cycles: readonly number[][]): string {
  if (stuck === 0) return " No cycle, no deadlock.";
  const onCycles = cycles.reduce((sum, cycle) => sum + cycle.length, 0);
  const all = ` Deadlock: ${onCycles} packages on ${count(cycles.length, "cycle")} and ${stuck - onCycles} that wait for one can never move by themselves`;
  return held === stuck ? `${all}.` : `${all}; those who began have opened the way for ${stuck - held} of them.`;
}
