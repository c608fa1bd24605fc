import {checkBetween, checkNumber} from "../check.js";
import {rootBetween} from "./numerics.js";
import {checkParameters, type Parameters, type SomeParameters} from "./parameters.js";
import {payoffGap, sunsetPressure} from "./payoff.js";
import {logistic, upDrive} from "./rates.js";

/**
 * An assurance contract: “I move if a share θ of us does”. Nobody moves alone, so that each signer chooses as if the share
 * were θ already.
 */

/** When the pledge is offered, in years, and the switching cost by then. */
export interface PledgeMoment {
  year?: number;
  cost?: number;
}

/** The chance of signing for checked parameters; nothing is checked. */
export function signingChance(p: Parameters, threshold: number, year: number, cost = p.switchingCost): number {
  const pressure = p.enforcement * threshold + (p.sunset.strength === 0 ? 0 : sunsetPressure(p, year));
  return logistic(upDrive(p, payoffGap(p, threshold), pressure, 1 - threshold, cost));
}

/**
 * F((Δ(θ) − k − γ(1 − θ) + s + E(θ))/T): the chance that a holdout signs a pledge with threshold θ; in a large crowd, the share
 * who sign. `year` tells how near a sunset is, ∞ (the default) for after it.
 *
 * @throws RangeError naming a parameter, a threshold outside 0 … 1, year or cost.
 */
export function pledgeChance(given: SomeParameters, threshold: number, moment: PledgeMoment = {}): number {
  const p = checkParameters(given);
  const {year = Infinity, cost = p.switchingCost} = moment;
  checkBetween("threshold", threshold, 0, 1);
  checkNumber("cost", cost, "a number of at least 0", (v) => v >= 0);
  return signingChance(p, threshold, year, cost);
}

/** From a threshold to another, both included. */
export type Interval = [low: number, high: number];

/** Fine enough for the bends of the logit, which are T/(2J + η + γ) wide; a crossing pair closer than this is missed. */
function steps(p: Parameters): number {
  const crowd = p.networkBenefit + p.bitrot + p.bitcreep + p.enforcement + Math.min(p.dependencyWeight, 1e3);
  return Math.min(200_000, Math.ceil(200 * (1 + crowd / p.noise)));
}

/**
 * The thresholds at which a pledge fires, by rising threshold: those with pledgeChance(θ) ≥ θ. The lowest interval begins at 0
 * and moves hardly anybody; one further up, if there is one, carries the crowd over.
 *
 * @throws RangeError naming a parameter or year.
 */
export function feasibleThresholds(given: SomeParameters = {}, {year = Infinity}: PledgeMoment = {}): Interval[] {
  const p = checkParameters(given);
  const excess = (threshold: number) => signingChance(p, threshold, year) - threshold;
  const count = steps(p);
  const found: Interval[] = [];
  // At 0 the excess is a chance and cannot be negative; below every crossing the pledge fires.
  let open = 0;
  let above = true;
  for (let i = 1; i <= count; ++i) {
    const now = excess(i / count) >= 0;
    if (now === above) continue;
    const ends = [(i - 1) / count, i / count] as const;
    // A crossing that falls on a step has no sign for `rootBetween` to see.
    const edge = ends.find((end) => excess(end) === 0) ?? rootBetween(excess, ...ends);
    if (above) found.push([open, edge]);
    else open = edge;
    above = now;
  }
  if (above) found.push([open, 1]);
  return found;
}
