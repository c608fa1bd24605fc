import {checkNumber} from "../check.js";
import {createRun} from "./agents.js";
import type {Graph} from "./ecosystemGraph.js";
import {grid} from "./ecosystemGrid.js";
import {type Moment, type Outlook, outlook} from "./outlook.js";
import type {Parameters, SomeParameters} from "./parameters.js";
import type {WarChange} from "./warCode.js";
import {against, type Sample} from "./warLog.js";

/** How often a sandbox war is written down a year: the record is the same however often one looks. */
export const samplesPerYear = 10;

/** How long a sandbox war lasts, in years. */
export const sandboxYears = 40;

/** The clock of a war that is to be told again ticks fifty times a year: changes happen at a tick. */
export const ticksPerYear = 50;
export const lastTick = sandboxYears * ticksPerYear;

/** A war of agents on a square grid, to be watched and meddled with. */
export interface SandboxWar {
  readonly time: number;
  readonly parameters: Readonly<Parameters>;
  /** Where each agent is, row by row: 0 old, 1 new, 2 gone. */
  readonly place: Readonly<Uint8Array>;
  /** Goes on to a time, at most the last year, and returns the samples on the way; the first call has that of year 0. */
  advanceTo(time: number): Sample[];
  /** Changes parameters from now on; those left out stay. */
  change(given: SomeParameters): void;
  /** How things stand, as a moment to look ahead from. */
  moment(): Moment;
  /** What is to be expected from now on of a well-mixed crowd, by default of 400. */
  outlook(agents?: number): Outlook;
}

/**
 * A war of side² agents on a grid. Neighbours and dependencies matter as far as the parameters say; else the crowd is
 * well mixed, and the grid only a way to draw it.
 *
 * @throws RangeError naming a parameter, side or seed.
 */
export function sandboxWar(
  given: SomeParameters,
  {side, seed, graph = grid(side)}: {side: number; seed: string | number; graph?: Graph}
): SandboxWar {
  const run = createRun(given, {graph, seed});
  let samples = 0;
  return {
    get time() {
      return run.time;
    },
    get parameters() {
      return run.parameters;
    },
    place: run.place,
    advanceTo(time) {
      const end = Math.max(run.time, Math.min(checkNumber("time", time, "a number of years"), sandboxYears));
      const found: Sample[] = [];
      for (let next = samples / samplesPerYear; next <= end; next = ++samples / samplesPerYear) {
        run.advanceTo(next);
        found.push({...run.now(), ...against(run.parameters)});
      }
      run.advanceTo(end);
      return found;
    },
    change: (next) => run.change(next),
    moment: () => momentOf(run.now()),
    outlook: (agents = 400) => outlook(run.parameters, run.now(), {agents, until: sandboxYears})
  };
}

function momentOf({time, share, gone, switchingCost}: Moment): Moment {
  return {time, share, gone, switchingCost};
}

/** Tells a war again as far as the last of its changes, each at its tick. Returns the samples on the way. */
export function retell(war: SandboxWar, changes: readonly WarChange[]): Sample[] {
  const samples: Sample[] = [];
  for (const change of changes) {
    samples.push(...war.advanceTo(change.tick / ticksPerYear));
    war.change(change.values);
  }
  return samples;
}
