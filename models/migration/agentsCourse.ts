import {checkBetween, checkNumber} from "../check.js";
import type {AgentRun} from "./agentsInterface.js";
import type {Snapshot} from "./agentsLedger.js";
import type {Trajectory} from "./trajectory.js";

/** A trajectory, of agents or of the mean field, with what was paid besides; see `Snapshot`. */
export interface Course extends Trajectory {
  subsidies: Float64Array;
  sunsetBurden: Float64Array;
}

const fields = [
  "time",
  "share",
  "holdouts",
  "gone",
  "newWorth",
  "oldWorth",
  "switchingCost",
  "welfareLoss",
  "switchingLoss",
  "enforcementLoss",
  "subsidies",
  "sunsetBurden"
] as const satisfies (keyof Snapshot)[];

/** A course of so many samples, not yet taken. */
export function emptyCourse(length: number): Course {
  return Object.fromEntries(fields.map((name) => [name, new Float64Array(length)])) as unknown as Course;
}

/** Writes one sample. */
export function writeSample(course: Course, i: number, now: Snapshot): void {
  for (const name of fields) course[name][i] = now[name];
}

/** Takes a run on to `time`, and a sample there. */
export function sampleAt(course: Course, i: number, run: AgentRun, time: number): void {
  run.advanceTo(time);
  writeSample(course, i, run.now());
}

/**
 * The times at which a war of so many years is looked at: 0, step, 2·step … and `years` itself.
 *
 * @throws RangeError naming years or step.
 */
export function sampleTimes(years: number, step: number): Float64Array {
  checkBetween("years", years, 0, 1e5);
  const fine = (v: number) => v > 0 && years / v <= 1e6;
  checkNumber("step", step, "a number of years above 0, and at least a millionth of years", fine);
  return Float64Array.from({length: Math.ceil(years / step - 1e-9) + 1}, (_, i) => Math.min(years, i * step));
}
