import {checkBetween, checkNumber} from "../check.js";

/** Two laws that go by nearly the same name and are told apart by their tails. */

function checkPositive(name: string, value: number): void {
  checkNumber(name, value, "a number above 0", (v) => v > 0);
}

/**
 * Mean of Pareto's law with tail (scale / x)^shape from `scale` on: shape · scale / (shape − 1), in the units of the
 * scale; infinite for a shape of 1 or less.
 *
 * @throws RangeError naming shape or scale.
 */
export function paretoMean(shape: number, scale: number): number {
  checkPositive("shape", shape);
  checkPositive("scale", scale);
  return shape > 1 ? (shape * scale) / (shape - 1) : Number.POSITIVE_INFINITY;
}

/** The generalised Pareto law with tail (1 + shape · (x − location) / scale)^(−1 / shape), for a shape above 0. */
export interface GeneralizedPareto {
  shape: number;
  location: number;
  scale: number;
}

function checkLaw({shape, location, scale}: GeneralizedPareto): void {
  checkPositive("shape", shape);
  checkNumber("location", location, "a finite number");
  checkPositive("scale", scale);
}

/**
 * The value that the law stays below with probability `share`, 0 ≤ share < 1, in the units of the scale.
 *
 * @throws RangeError naming shape, location, scale or share.
 */
export function generalizedParetoQuantile(law: GeneralizedPareto, share: number): number {
  checkLaw(law);
  checkBetween("share", share, 0, 1 - Number.EPSILON / 2);
  return law.location + (law.scale * Math.expm1(-law.shape * Math.log1p(-share))) / law.shape;
}

/**
 * Its mean, location + scale / (1 − shape): infinite for a shape of 1 or more, where the tail is too heavy.
 *
 * @throws RangeError naming shape, location or scale.
 */
export function generalizedParetoMean(law: GeneralizedPareto): number {
  checkLaw(law);
  return law.shape < 1 ? law.location + law.scale / (1 - law.shape) : Number.POSITIVE_INFINITY;
}
