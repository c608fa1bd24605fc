import type {Snapshot} from "./agentsLedger.js";
import {checkParameters, type Parameters, type SomeParameters} from "./parameters.js";
import {oldPayoff} from "./payoff.js";
import type {Trajectory} from "./trajectory.js";

/** A moment of a war, and what it is held against. */
export type Sample = Pick<
  Snapshot,
  | "time"
  | "share"
  | "holdouts"
  | "gone"
  | "newWorth"
  | "oldWorth"
  | "switchingCost"
  | "welfareLoss"
  | "switchingLoss"
  | "enforcementLoss"
> & {
  /** What everybody would have had the new platform never been, q + ν, in utility a year. */
  without: number;
  /** What those have who left for a third platform. */
  goneWorth: number;
};

/**
 * A war as it is written down, against the world in which the new platform never was, and against an instant switch by
 * all. Lists of one length; totals are since the start and per head of the whole crowd, in utility, so that they may be
 * added up.
 */
export interface WarLog {
  /** Years from the start. */
  time: number[];
  share: number[];
  holdouts: number[];
  /** What one adopter, and one holdout, has more this year, in utility a year. */
  adopterGain: number[];
  holdoutGain: number[];
  /** What all adopters together, all holdouts, and all who left have gained so far. */
  adopterTotal: number[];
  holdoutTotal: number[];
  goneTotal: number[];
  /** What moving, enforcing and being enforced upon have cost so far. */
  costs: number[];
  /** Loss so far against everybody having been on the new platform: welfare missed and costs together. */
  loss: number[];
  /** What an instant switch by all at the start would have cost: k(1 − x₀). */
  instantCost: number;
}

/** A war of which nothing is written yet. */
export function emptyLog(): WarLog {
  return {
    time: [],
    share: [],
    holdouts: [],
    adopterGain: [],
    holdoutGain: [],
    adopterTotal: [],
    holdoutTotal: [],
    goneTotal: [],
    costs: [],
    loss: [],
    instantCost: 0
  };
}

/** Writes a sample to the log; years between samples count by the trapezoid rule. Nothing is checked. */
export function note(log: WarLog, now: Sample, before: Sample | undefined): void {
  const adopters = now.newWorth - now.without;
  const holdouts = now.oldWorth - now.without;
  const years = before ? now.time - before.time : 0;
  const mean = (weight: "share" | "holdouts" | "gone", worth: "newWorth" | "oldWorth" | "goneWorth") =>
    before ? (now[weight] * (now[worth] - now.without) + before[weight] * (before[worth] - before.without)) / 2 : 0;
  if (log.time.length === 0) log.instantCost = now.switchingCost * (1 - now.share);
  log.time.push(now.time);
  log.share.push(now.share);
  log.holdouts.push(now.holdouts);
  log.adopterGain.push(adopters);
  log.holdoutGain.push(holdouts);
  log.adopterTotal.push((log.adopterTotal.at(-1) ?? 0) + years * mean("share", "newWorth"));
  log.holdoutTotal.push((log.holdoutTotal.at(-1) ?? 0) + years * mean("holdouts", "oldWorth"));
  log.goneTotal.push((log.goneTotal.at(-1) ?? 0) + years * mean("gone", "goneWorth"));
  log.costs.push(now.switchingLoss + now.enforcementLoss);
  log.loss.push(now.welfareLoss + now.switchingLoss + now.enforcementLoss);
}

/** A log of samples in order. */
export function logOf(samples: readonly Sample[]): WarLog {
  const log = emptyLog();
  samples.forEach((now, i) => {
    note(log, now, samples[i - 1]);
  });
  return log;
}

/** What the average user has gained so far over a world without the new platform, costs taken off, at sample i. */
export function netGain(log: WarLog, i: number): number {
  return log.adopterTotal[i]! + log.holdoutTotal[i]! + log.goneTotal[i]! - log.costs[i]!;
}

/** What the war has cost the average user so far beyond an instant switch by all, in utility, at sample i. */
export function delayCost(log: WarLog, i: number): number {
  return log.loss[i]! - log.instantCost;
}

/**
 * From when on the war has paid: the first time after which the net gain stays above 0; ∞ if it is not above 0 at the
 * last sample.
 */
export function paidFrom(log: WarLog): number {
  let i = log.time.length;
  while (i > 0 && netGain(log, i - 1) > 0) --i;
  return log.time[i] ?? Infinity;
}

/**
 * The log of a trajectory: of the mean field, or of a run of agents kept as one.
 *
 * @throws RangeError naming a parameter.
 */
export function logOfCourse(given: SomeParameters, run: Trajectory): WarLog {
  const p = checkParameters(given);
  const samples = Array.from(run.time, (time, i): Sample => {
    const at = (name: Exclude<keyof Trajectory, "time">) => run[name][i]!;
    return {
      time,
      share: at("share"),
      holdouts: at("holdouts"),
      gone: at("gone"),
      newWorth: at("newWorth"),
      oldWorth: at("oldWorth"),
      switchingCost: at("switchingCost"),
      welfareLoss: at("welfareLoss"),
      switchingLoss: at("switchingLoss"),
      enforcementLoss: at("enforcementLoss"),
      ...against(p)
    };
  });
  return logOf(samples);
}

/** What a moment under these parameters is held against. */
export function against(p: Readonly<Parameters>): Pick<Sample, "without" | "goneWorth"> {
  return {without: oldPayoff(p, 0), goneWorth: p.exitValue === -Infinity ? 0 : p.exitValue};
}
