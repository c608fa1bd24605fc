import type {Snapshot} from "./agentsLedger.js";

/** A moment of a war, and what everybody would have at it, had the new platform never been: q + ν, in utility a year. */
export type Sample = Pick<
  Snapshot,
  "time" | "share" | "holdouts" | "newWorth" | "oldWorth" | "switchingLoss" | "enforcementLoss"
> & {without: number};

/**
 * A war as it is written down, against the world in which the new platform never was. Lists of one length; totals are
 * since the start and per head of the whole crowd, in utility, so that they may be added up.
 */
export interface WarLog {
  /** Years from the start. */
  time: number[];
  share: number[];
  /** What one adopter, and one holdout, has more this year, in utility a year. */
  adopterGain: number[];
  holdoutGain: number[];
  /** What all adopters together, and all holdouts together, have gained so far. */
  adopterTotal: number[];
  holdoutTotal: number[];
  /** What moving, enforcing and being enforced upon have cost so far. */
  costs: number[];
}

/** A war of which nothing is written yet. */
export function emptyLog(): WarLog {
  return {
    time: [],
    share: [],
    adopterGain: [],
    holdoutGain: [],
    adopterTotal: [],
    holdoutTotal: [],
    costs: []
  };
}

/** Writes a sample to the log; years between samples count by the trapezoid rule. Nothing is checked. */
export function note(log: WarLog, now: Sample, before: Sample | undefined): void {
  const adopters = now.newWorth - now.without;
  const holdouts = now.oldWorth - now.without;
  const years = before ? now.time - before.time : 0;
  const mean = (weight: "share" | "holdouts", worth: "newWorth" | "oldWorth") =>
    before ? (now[weight] * (now[worth] - now.without) + before[weight] * (before[worth] - before.without)) / 2 : 0;
  log.time.push(now.time);
  log.share.push(now.share);
  log.adopterGain.push(adopters);
  log.holdoutGain.push(holdouts);
  log.adopterTotal.push((log.adopterTotal.at(-1) ?? 0) + years * mean("share", "newWorth"));
  log.holdoutTotal.push((log.holdoutTotal.at(-1) ?? 0) + years * mean("holdouts", "oldWorth"));
  log.costs.push(now.switchingLoss + now.enforcementLoss);
}

/** What the average user has gained so far over a world without the new platform, costs taken off, at sample i. */
export function netGain(log: WarLog, i: number): number {
  return log.adopterTotal[i]! + log.holdoutTotal[i]! - log.costs[i]!;
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
