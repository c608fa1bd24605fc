import type {Course} from "./agentsCourse.js";
import {checkParameters, type SomeParameters} from "./parameters.js";
import {oldPayoff} from "./payoff.js";
import type {Trajectory} from "./trajectory.js";

/** What became of a war. */
export interface Outcome {
  /** Years until nine in ten are on the new platform; ∞ if they never are within the horizon. */
  T90: number;
  finalShare: number;
  /** Losses of the average user up to the horizon, in utility, and their parts. */
  loss: number;
  welfareLoss: number;
  switchingLoss: number;
  enforcementLoss: number;
  /** Paid besides, and no part of the loss: subsidies (a transfer), and what a date took from those who stayed. */
  subsidies: number;
  sunsetBurden: number;
  /**
   * The misery of adopters against the world without the new platform, q + ν: the worst of it, in utility a year (above 0 if
   * they never were worse off), how many years they were worse off, and the sum over adopters per user, in utility.
   */
  worstGain: number;
  yearsWorseOff: number;
  misery: number;
}

/**
 * Judges a course at its last time. Levels crossed between samples are placed by a straight line.
 *
 * @throws RangeError naming a parameter.
 */
export function outcome(given: SomeParameters, course: Course): Outcome {
  // Shims do not enter: without the new platform there is nothing to be compatible with.
  const without = oldPayoff(checkParameters(given), 0);
  const last = course.time.length - 1;
  const parts = {
    welfareLoss: course.welfareLoss[last]!,
    switchingLoss: course.switchingLoss[last]!,
    enforcementLoss: course.enforcementLoss[last]!
  };
  let worstGain = Infinity;
  let yearsWorseOff = 0;
  let misery = 0;
  for (let i = 0; i <= last; ++i) {
    const gain = course.newWorth[i]! - without;
    if (course.share[i]! > 0) worstGain = Math.min(worstGain, gain);
    if (i === last) break;
    const years = course.time[i + 1]! - course.time[i]!;
    const next = course.newWorth[i + 1]! - without;
    const both = Math.max(0, -gain) * course.share[i]! + Math.max(0, -next) * course.share[i + 1]!;
    misery += (years * both) / 2;
    if (gain < 0 && next < 0) yearsWorseOff += years;
    else if (gain < 0 !== next < 0)
      yearsWorseOff += years * (Math.min(gain, next) / (Math.min(gain, next) - Math.max(gain, next)));
  }
  return {
    T90: crossing(course, 0.9),
    finalShare: course.share[last]!,
    loss: parts.welfareLoss + parts.switchingLoss + parts.enforcementLoss,
    ...parts,
    subsidies: course.subsidies[last]!,
    sunsetBurden: course.sunsetBurden[last]!,
    // Nobody was ever there to suffer.
    worstGain: worstGain === Infinity ? 0 : worstGain,
    yearsWorseOff,
    misery
  };
}

/** The first time at which the share of a course is at least `level`, in years; ∞ if it never is. */
export function crossing({time, share}: Pick<Trajectory, "time" | "share">, level: number): number {
  const i = share.findIndex((x) => x >= level);
  if (i <= 0) return i === 0 ? time[0]! : Infinity;
  const part = (level - share[i - 1]!) / (share[i]! - share[i - 1]!);
  return time[i - 1]! + part * (time[i]! - time[i - 1]!);
}
