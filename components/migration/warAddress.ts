import {overlay} from "../../models/migration/interventionsPlan.js";
import type {Parameters} from "../../models/migration/parameters.js";
import {lastTick, ticksPerYear} from "../../models/migration/sandboxWar.js";
import {decodeChanges, difference, encodeChanges, type WarChange} from "../../models/migration/warCode.js";
import {readUrl, writeUrl} from "../inputs/urlState.js";
import {speeds} from "./warPanel.js";
import type {OpenOptions, WarState} from "./warSession.js";

/** What the address says about a war besides its sliders. */
export interface WarAddress extends OpenOptions {
  seed: string;
  /** The parameters of year 0, where they are not those of the sliders. */
  start: Readonly<Parameters>;
  /** Whether the war was left at some year. */
  left: boolean;
  /** What made no sense; empty when all is well. */
  note: string;
}

/** Years a second, unless the address says otherwise. */
export const usualSpeed = 2;

/** The speed that the address asks for. */
export function readSpeed(): number {
  const wanted = Number(readUrl("speed"));
  return speeds.includes(wanted) ? wanted : usualSpeed;
}

/** Reads the war of the address: seed, the year it was left at, and what was changed on the way. */
export function readWar(sliders: Readonly<Parameters>): WarAddress {
  const seed = readUrl("seed")?.trim().slice(0, 40) || "1";
  const year = Number(readUrl("year") ?? 0);
  const code = readUrl("changes") ?? "";
  const named = {seed, left: readUrl("year") !== null || code !== ""};
  try {
    if (!(year >= 0)) throw new RangeError("year is no number of years");
    const all = decodeChanges(code, lastTick);
    const changes = all.filter(({tick}) => tick > 0);
    const start = all.filter(({tick}) => tick === 0).reduce((p, {values}) => overlay(p, values), sliders);
    const tick = Math.max(changes.at(-1)?.tick ?? 0, Math.min(lastTick, Math.round(year * ticksPerYear)));
    return {...named, start, changes, tick, note: ""};
  } catch (error) {
    console.warn(`the war in the address: ${error instanceof Error ? error.message : error}`);
    return {...named, start: sliders, note: "The war in the address makes no sense, so a new one begins."};
  }
}

/** Writes a war into the address: its year only where it rests. */
export function writeWar({seed, tick, playing, start, changes, parameters}: WarState): void {
  const first = {tick: 0, values: difference(parameters, start)};
  const all: WarChange[] = changes.length > 0 ? [first, ...changes] : [];
  writeUrl("seed", seed === "1" ? null : seed);
  writeUrl("changes", encodeChanges(all) || null);
  writeUrl("year", playing || tick === 0 ? null : String(tick / ticksPerYear));
}
