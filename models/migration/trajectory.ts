import {checkBetween, checkNumber} from "../check.js";
import {at, startRun, worths} from "./flow.js";
import {rootBetween} from "./numerics.js";
import {checkParameters, type SomeParameters} from "./parameters.js";

/** A war in the mean field, at evenly spaced times. All arrays are of one length. */
export interface Trajectory {
  /** Years from the start, 0 first. */
  time: Float64Array;
  /** x: the share on the new platform. */
  share: Float64Array;
  /** The share on the old platform: 1 − x where there is no third. */
  holdouts: Float64Array;
  /** The share that has left for a third platform. */
  gone: Float64Array;
  /** u_N and u_O: what an adopter and a holdout have, in utility a year, before costs. */
  newWorth: Float64Array;
  oldWorth: Float64Array;
  /** k: the switching cost, raised by backlash. */
  switchingCost: Float64Array;
  /** Losses of the average user since the start, in utility: welfare missed against everybody on the new platform, … */
  welfareLoss: Float64Array;
  /** … costs paid for moves either way, and … */
  switchingLoss: Float64Array;
  /** … costs of enforcing and of being enforced upon. */
  enforcementLoss: Float64Array;
}

/** How long to follow a war and how often to look, in years. */
export interface TrajectoryOptions {
  years?: number;
  step?: number;
}

/**
 * The whole mean field from `initialShare`: sunset, subsidy, enforcement, rot lag, backlash, gates (d = 1 − x) and a
 * third platform included; locality drops out of it. At times 0, step, 2·step … up to `years`, which ends the last step
 * early if it must. Adaptive steps, with an error of about 1e-9.
 *
 * @throws RangeError naming a parameter, years or step.
 */
export function trajectory(given: SomeParameters = {}, {years = 40, step = 0.1}: TrajectoryOptions = {}): Trajectory {
  const p = checkParameters(given);
  checkBetween("years", years, 0, 1e5);
  checkNumber(
    "step",
    step,
    "a number of years above 0, and at least a millionth of years",
    (v) => v > 0 && years / v <= 1e6
  );
  // A horizon that is whole steps but for rounding gets no extra sliver.
  const count = Math.ceil(years / step - 1e-9);
  const array = () => new Float64Array(count + 1);
  const result: Trajectory = {
    time: array(),
    share: array(),
    holdouts: array(),
    gone: array(),
    newWorth: array(),
    oldWorth: array(),
    switchingCost: array(),
    welfareLoss: array(),
    switchingLoss: array(),
    enforcementLoss: array()
  };
  const leaves = p.exitValue !== -Infinity;
  const run = startRun(p);
  for (let i = 0; i <= count; ++i) {
    const time = Math.min(years, i * step);
    if (i > 0) run.runTo(time);
    const {state} = run;
    const {newer, older} = worths(p, state);
    const x = state[at.newShare]!;
    result.time[i] = time;
    result.share[i] = x;
    result.holdouts[i] = leaves ? state[at.oldShare]! : 1 - x;
    result.gone[i] = leaves ? Math.max(0, 1 - x - state[at.oldShare]!) : 0;
    result.newWorth[i] = newer;
    result.oldWorth[i] = older;
    result.switchingCost[i] = state[at.cost]!;
    result.welfareLoss[i] = state[at.welfareLoss]!;
    result.switchingLoss[i] = state[at.switchingLoss]!;
    result.enforcementLoss[i] = state[at.enforcementLoss]!;
  }
  return result;
}

/** What ends a search for a crossing. */
export interface CrossingOptions {
  /** Years to look ahead. */
  within?: number;
}

/**
 * The first time, in years, at which the share on the new platform is at least `share` in the mean field; ∞ if that
 * does not happen `within` so many years. 0.9 gives T90.
 *
 * @throws RangeError naming a parameter, a share outside 0 … 1, or within.
 */
export function timeTo(given: SomeParameters, share: number, {within = 1000}: CrossingOptions = {}): number {
  const p = checkParameters(given);
  checkBetween("share", share, 0, 1);
  checkBetween("within", within, 0, 1e5);
  const run = startRun(p);
  if (p.initialShare >= share) return 0;
  let crossing = Infinity;
  run.runTo(within, (before, time, length) => {
    if (run.state[at.newShare]! < share) return false;
    const excess = (part: number) => (part === 0 ? -1 : run.part(before, time, part)[at.newShare]! - share);
    // The state at the step's end may stand at the share exactly, which `rootBetween` would not take for a crossing.
    crossing = time + (excess(length) > 0 ? rootBetween(excess, 0, length) : length);
    return true;
  });
  return crossing;
}
