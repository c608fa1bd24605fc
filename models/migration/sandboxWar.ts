import {checkNumber} from "../check.js";
import {createRun} from "./agents.js";
import type {Graph} from "./ecosystemGraph.js";
import {grid} from "./ecosystemGrid.js";
import {type Outlook, outlook} from "./outlook.js";
import type {SomeParameters} from "./parameters.js";
import {oldPayoff} from "./payoff.js";
import type {Sample} from "./warLog.js";

/** How often a sandbox war is written down, in years: the record is the same however often one looks. */
export const sampleStep = 0.1;

/** How long a sandbox war lasts, in years. */
export const sandboxYears = 40;

/** A war of agents on a square grid, to be watched and meddled with. */
export interface SandboxWar {
  readonly time: number;
  /** Where each agent is, row by row: 0 old, 1 new, 2 gone. */
  readonly place: Readonly<Uint8Array>;
  /** Goes on to a time, at most the last year, and returns the samples on the way; the first call has that of year 0. */
  advanceTo(time: number): Sample[];
  change(given: SomeParameters): void;
  /** What is to be expected from now on, for a crowd of 400. */
  outlook(): Outlook;
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
    place: run.place,
    advanceTo(time) {
      checkNumber("time", time, "a number of years");
      const end = Math.min(time, sandboxYears);
      const found: Sample[] = [];
      for (let next = samples * sampleStep; next <= end + 1e-9; next = ++samples * sampleStep) {
        run.advanceTo(Math.max(run.time, Math.min(next, sandboxYears)));
        found.push({...run.now(), without: oldPayoff(run.parameters, 0)});
      }
      if (end > run.time) run.advanceTo(end);
      return found;
    },
    change: (next) => run.change(next),
    outlook: () => outlook(run.parameters, run.now(), {until: sandboxYears})
  };
}
