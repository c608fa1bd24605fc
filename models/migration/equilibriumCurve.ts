import {rootBetween, smallestOn} from "./numerics.js";
import type {Parameters} from "./parameters.js";
import {coupling, sunsetPressure} from "./payoff.js";
import {gateCost, logistic} from "./rates.js";

/**
 * The mean field at rest, as a curve: for each share x, the one advantage Δq at which as many move up as down.
 *
 * Setting (1 − x)F((Δ − k_u)/T) = xF((−Δ′ − k)/T), with k_u the cost of moving up, and writing y = ln(x/(1 − x)), gives
 * a quadratic in exp(Δ/T) whose one positive root is
 *
 *     Δ + E = T[y/2 + asinh(exp(−c/T)·sinh(y/2))] + (γd − s)/2,   c = k + (γd − s)/2,
 *
 * so that the curve has a closed form in y. It rises for every y where there is no pull of the crowd; a falling piece
 * is unstable, and its ends are the spinodal points. Each rising piece is a branch on which the crowd can rest. In the
 * mean field a user's unmigrated dependencies are taken as the share that has not moved, d = 1 − x.
 */
export interface EquilibriumCurve {
  /** Δq that holds the share at logit y. */
  at(y: number): number;
  /** The derivative of `at`. */
  slope(y: number): number;
  /** The logits at which the slope changes sign, rising: all extremes of `at`. */
  readonly extremes: readonly number[];
}

/** ln cosh z, without overflow. */
function logCosh(z: number): number {
  return Math.abs(z) + Math.log1p(Math.exp(-2 * Math.abs(z))) - Math.LN2;
}

/** asinh(exp(a)·sinh z), without overflow. */
function asinhOfScaledSinh(a: number, z: number): number {
  if (z === 0) return 0;
  const size = Math.abs(z) + Math.log1p(-Math.exp(-2 * Math.abs(z))) - Math.LN2 + a;
  // Past exp(20) asinh is a logarithm to double precision.
  return Math.sign(z) * (size > 20 ? size + Math.LN2 : Math.asinh(Math.exp(size)));
}

/** Δ + E that holds the share at logit y, and its derivative in y: the curve before any network effect. */
function neededPull(p: Parameters, y: number): {pull: number; slope: number} {
  const gate = gateCost(p, logistic(-y));
  const reduced = -(p.switchingCost + (gate - p.subsidy) / 2) / p.noise;
  const bent = asinhOfScaledSinh(reduced, y / 2);
  const spread = logistic(y) * logistic(-y);
  const steepness = Math.exp(reduced + logCosh(y / 2) - logCosh(bent));
  return {
    pull: p.noise * (y / 2 + bent) + (gate - p.subsidy) / 2,
    slope: (p.noise * (1 + steepness) - p.dependencyWeight * spread * (1 - Math.tanh(bent))) / 2
  };
}

/**
 * The curve for checked parameters with the sunset as it stands at `year`. The dependency weight must be finite.
 */
export function equilibriumCurve(p: Parameters, year = Infinity): EquilibriumCurve {
  const J = coupling(p);
  const tilt = (p.bitcreep * (p.shimNew - p.shimOld)) / 2;
  const sunset = sunsetPressure(p, year);
  const at = (y: number) => neededPull(p, y).pull - p.enforcement * logistic(y) - sunset - J * Math.tanh(y / 2) - tilt;
  const slope = (y: number) => neededPull(p, y).slope - (2 * J + p.enforcement) * logistic(y) * logistic(-y);
  let found: readonly number[] | undefined;
  return {
    at,
    slope,
    // Found when first asked for: the curve alone costs next to nothing.
    get extremes() {
      return (found ??= extremesOf(slope, p, J));
    }
  };
}

/**
 * slope ≥ T/2 − (2J + η + γ)x(1 − x), which bounds the range of logits that can hold an extreme. The scan includes
 * y = 0, where a subsidy above 2k puts a spike, and is finer than the scale T/γ on which a gate varies.
 */
function extremesOf(slope: (y: number) => number, p: Parameters, J: number): number[] {
  const crowd = 2 * J + p.enforcement + p.dependencyWeight;
  if (crowd <= 2 * p.noise) return [];
  const reach = Math.log((2 * crowd) / p.noise) + 1;
  const count = Math.ceil(reach / Math.min(0.1, p.noise / Math.max(p.dependencyWeight, 1e-9)));
  const found: number[] = [];
  const y = (i: number) => (reach * i) / count;
  // Two extremes that share a step would hide: look for them at the bottom of each dip of |slope|.
  const cross = (low: number, high: number) => {
    if (slope(low) > 0 !== slope(high) > 0) found.push(rootBetween(slope, low, high));
  };
  let before = slope(y(-count));
  let here = slope(y(1 - count));
  for (let i = 1 - count; i < count; ++i) {
    const after = slope(y(i + 1));
    cross(y(i - 1), y(i));
    const side = here > 0 ? 1 : -1;
    if (side * before > 0 && side * after > 0 && side * here <= side * before && side * here <= side * after) {
      const bottom = smallestOn((v) => side * slope(v), y(i - 1), y(i + 1));
      if (side * slope(bottom) <= 0) {
        const clear = bottom < y(i) ? y(i - 1) : y(i);
        const next = bottom < y(i) ? y(i) : y(i + 1);
        cross(clear, bottom);
        cross(bottom, next);
      }
    }
    before = here;
    here = after;
  }
  cross(y(count - 1), y(count));
  return found;
}

/**
 * The least J at which some advantage leaves two places to rest, for checked parameters with a finite dependency
 * weight: ½·min over x of d(Δ + E)/dx − η.
 */
export function leastCoupling(p: Parameters): number {
  const needed = (y: number) => neededPull(p, y).slope / (2 * logistic(y) * logistic(-y)) - p.enforcement / 2;
  // needed ≥ T/(4x(1 − x)) − (γ + η)/2, so nothing beyond this reach is below what is seen here. (At y = 0 a subsidy
  // above 2k may put a spike without bound.)
  const seen = Math.min(needed(0), needed(1), needed(-1));
  const reach = Math.log((4 * (seen + (p.dependencyWeight + p.enforcement) / 2)) / p.noise + 4);
  const count = Math.ceil(reach / Math.min(0.1, p.noise / Math.max(p.dependencyWeight, 1e-9)));
  let best = 0;
  for (let i = -count; i <= count; ++i) if (needed((reach * i) / count) < needed((reach * best) / count)) best = i;
  return needed(smallestOn(needed, (reach * (best - 1)) / count, (reach * (best + 1)) / count));
}
