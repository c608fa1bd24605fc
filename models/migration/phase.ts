import {at, startRun} from "./flow.js";
import {checkParameters, type SomeParameters} from "./parameters.js";
import {timeTo} from "./trajectory.js";

/** How a war ends. */
export type Phase = "fast" | "prolonged" | "stuck" | "split";

/** T90 below which a war is fast, and the horizon in years at which it is judged. */
export const fastYears = 6;
export const judgedAt = 40;

/** Long enough for a war that is still moving at the horizon to show where it goes. */
const settledAt = 400;

/**
 * How a war ends in the mean field, judged in this order: “fast” if nine in ten are on the new platform in less than 6
 * years, “prolonged” if within 40; “stuck” if after 40 years less than half are; else “split” if the share is still below
 * 0.9 after 400 years, and “prolonged” if it gets there late.
 *
 * @throws RangeError naming a parameter.
 */
export function phase(given: SomeParameters = {}): Phase {
  const p = checkParameters(given);
  const T90 = timeTo(p, 0.9, {within: judgedAt});
  // A crowd that starts on the new platform may leave it.
  const begunAbove = p.initialShare >= 0.9;
  if (!begunAbove && T90 < Infinity) return T90 < fastYears ? "fast" : "prolonged";
  const run = startRun(p);
  run.runTo(judgedAt);
  if (run.state[at.newShare]! < 0.5) return "stuck";
  run.runTo(settledAt);
  if (run.state[at.newShare]! < 0.9) return "split";
  return begunAbove ? "fast" : "prolonged";
}
