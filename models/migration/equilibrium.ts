import {checkNumber} from "../check.js";
import {type EquilibriumCurve, equilibriumCurve, leastCoupling} from "./equilibriumCurve.js";
import {rootBetween} from "./numerics.js";
import {checkParameters, type Parameters, type SomeParameters} from "./parameters.js";
import {logistic} from "./rates.js";

/** A share at which as many users move up as down. */
export interface FixedPoint {
  share: number;
  /** Whether the crowd returns to it when pushed a little. */
  stable: boolean;
}

/**
 * When to look at a game with a sunset: years from the start, ∞ (the default) for the long run. Backlash is left out
 * of everything in this file: the switching cost is the one at the start. A rot lag moves neither a fixed point nor its
 * stability.
 */
export interface AtYear {
  year?: number;
}

function twoWay(given: SomeParameters): Readonly<Parameters> {
  const p = checkParameters(given);
  if (p.exitValue !== -Infinity)
    throw new RangeError(`exitValue is ${p.exitValue}, but must be -Infinity: with a third platform, use trajectory`);
  return p;
}

/**
 * The fixed points of the mean field by rising share; stable and unstable ones alternate, and the first and last are
 * stable. Found branch by branch on the equilibrium curve, so that none is missed. See `AtYear`.
 *
 * @throws RangeError naming a parameter; exitValue, where there is a third platform.
 */
export function fixedPoints(given: SomeParameters = {}, {year = Infinity}: AtYear = {}): FixedPoint[] {
  const p = twoWay(given);
  // Behind a gate that nobody may pass first, nobody passes.
  if (p.dependencyWeight === Infinity) return [{share: 0, stable: true}];
  return fixedPointsOn(equilibriumCurve(p, year), p.advantage);
}

/** The fixed points at one advantage, on a curve at hand. */
export function fixedPointsOn(curve: EquilibriumCurve, advantage: number): FixedPoint[] {
  return restsOn(curve, advantage).map(({logit, stable}) => ({share: logistic(logit), stable}));
}

/** The same by the logits of their shares, which stay finite where a share is 0 or 1 to double precision. */
export function restsOn({at, extremes}: EquilibriumCurve, advantage: number): {logit: number; stable: boolean}[] {
  const excess = (y: number) => at(y) - advantage;
  let low = Math.min(0, ...extremes) - 1;
  while (excess(low) > 0) low *= 2;
  let high = Math.max(0, ...extremes) + 1;
  while (excess(high) <= 0) high *= 2;
  const ends = [low, ...extremes, high];
  const points: {logit: number; stable: boolean}[] = [];
  for (let i = 1; i < ends.length; ++i) {
    const [from, to] = [ends[i - 1]!, ends[i]!];
    if (excess(from) > 0 !== excess(to) > 0)
      points.push({logit: rootBetween(excess, from, to), stable: excess(to) > 0});
  }
  return points;
}

/**
 * The advantage Δq at which `share` is a fixed point, stable or not: the whole bifurcation diagram, in closed form.
 *
 * @throws RangeError naming a parameter (an infinite dependencyWeight too), or a share not above 0 and below 1.
 */
export function advantageAt(given: SomeParameters, share: number, {year = Infinity}: AtYear = {}): number {
  const p = finiteGate(twoWay(given));
  checkNumber("share", share, "a number above 0 and below 1", (v) => v > 0 && v < 1);
  return equilibriumCurve(p, year).at(Math.log(share) - Math.log1p(-share));
}

/**
 * The range [low, high] of Δq in which there is more than one place to rest: above `high` the new platform wins from any
 * start, below `low` the old one does. Null when the crowd pulls too little for that, J ≤ J_c.
 *
 * @throws RangeError naming a parameter; an infinite dependencyWeight too.
 */
export function spinodal(
  given: SomeParameters = {},
  {year = Infinity}: AtYear = {}
): [low: number, high: number] | null {
  const {at, extremes} = equilibriumCurve(finiteGate(twoWay(given)), year);
  if (extremes.length === 0) return null;
  // Extremes alternate, and the first is a maximum.
  const heights = extremes.map(at);
  return [Math.min(...heights.filter((_, i) => i % 2 === 1)), Math.max(...heights.filter((_, i) => i % 2 === 0))];
}

/**
 * J_c: the coupling above which some advantage leaves two places to rest. T(1 + exp(−k/T)) in the plain game; a
 * subsidy counts as −s/2 in k, and enforcement takes η/2 off. Below 0, pressure or gates alone make two.
 *
 * @throws RangeError naming a parameter; an infinite dependencyWeight too.
 */
export function criticalCoupling(given: SomeParameters = {}): number {
  return leastCoupling(finiteGate(twoWay(given)));
}

function finiteGate(p: Readonly<Parameters>): Readonly<Parameters> {
  checkNumber("dependencyWeight", p.dependencyWeight, "finite here");
  return p;
}
