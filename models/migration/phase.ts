import {at, startRun} from "./flow.js";
import {driftOf, isLine, timeAlong} from "./meanFieldTime.js";
import {checkParameters, type Parameters, type SomeParameters} from "./parameters.js";
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
  return isLine(p) ? phaseOnLine(p) : phaseInFull(p);
}

/** By running the whole mean field. */
export function phaseInFull(p: Readonly<Parameters>): Phase {
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

/**
 * The same by the times at which one half and nine tenths are passed: on a line the share moves one way only, so that
 * these settle everything.
 */
function phaseOnLine(p: Readonly<Parameters>): Phase {
  const x = p.initialShare;
  const drift = driftOf(p);
  const time = (from: number, to: number) => timeAlong(drift, from, to, settledAt);
  if (x >= 0.9) {
    if (drift(x) >= 0) return "fast";
    const T90 = time(x, 0.9);
    if (T90 === Infinity) return "fast";
    return T90 + time(0.9, 0.5) < judgedAt ? "stuck" : T90 < settledAt ? "split" : "fast";
  }
  const toHalf = x < 0.5 ? time(x, 0.5) : 0;
  if (toHalf > judgedAt) return "stuck";
  const from = Math.max(x, 0.5);
  if (drift(from) < 0) return time(from, 0.5) < judgedAt ? "stuck" : "split";
  const T90 = toHalf + time(from, 0.9);
  if (T90 < fastYears) return "fast";
  return T90 <= settledAt ? "prolonged" : "split";
}
