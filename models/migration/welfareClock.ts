import {fixedPoints} from "./equilibrium.js";
import {checkParameters, type SomeParameters} from "./parameters.js";
import {newPayoff, oldPayoff, welfare} from "./payoff.js";
import type {Trajectory} from "./trajectory.js";

/** Who gains and who loses as a war goes on; arrays are in step with those of the trajectory. */
export interface WelfareClock {
  /** What an adopter has beyond what everybody would, had the new platform never been, in utility a year. */
  adopterGain: Float64Array;
  /** The same for a holdout. */
  holdoutGain: Float64Array;
  /** Loss of the average user so far, in utility: welfare missed, switching and enforcement together. */
  loss: Float64Array;
  /** What an instant switch by all would have cost instead, k(1 − x₀): take it off for the price of delay alone. */
  instantCost: number;
}

/**
 * The welfare clock of a trajectory. The world without the new platform is everybody on the old one, q + ν; welfare is
 * missed against everybody on the new one. Adopters are worse off than without it (a gain below 0) while
 * x < 1 − Δq / (ν + ρ + κ(1 − σ_N)), when rot does not lag.
 *
 * @throws RangeError naming a parameter.
 */
export function welfareClock(given: SomeParameters, run: Trajectory): WelfareClock {
  const p = checkParameters(given);
  const without = oldPayoff(p, 0);
  return {
    adopterGain: run.newWorth.map((u) => u - without),
    holdoutGain: run.oldWorth.map((u) => u - without),
    loss: run.welfareLoss.map((gap, i) => gap + run.switchingLoss[i]! + run.enforcementLoss[i]!),
    instantCost: p.switchingCost * (1 - p.initialShare)
  };
}

/**
 * The share below which adopters are worse off than if the new platform had never been: 1 − Δq/(ν + ρ + κ(1 − σ_N)),
 * or 0 if they never are, 1 if they always are.
 *
 * @throws RangeError naming a parameter.
 */
export function miseryThreshold(given: SomeParameters = {}): number {
  const p = checkParameters(given);
  const pull = p.networkBenefit + p.bitrot + p.bitcreep * (1 - p.shimNew);
  const missing = newPayoff(p, 0) - oldPayoff(p, 0);
  // At x = 0 an adopter is Δq − pull from the old world, and at x = 1 Δq.
  if (missing >= 0) return 0;
  return p.advantage <= 0 ? 1 : 1 - p.advantage / pull;
}

/** What leaving a choice to the crowd costs. */
export interface Anarchy {
  /** The share at which welfare is greatest, 0 or 1, and that welfare, in utility a year. */
  best: {share: number; welfare: number};
  /** The stable fixed point of least welfare. */
  worst: {share: number; welfare: number};
  /** Welfare lost at the worst against the best. */
  loss: number;
  /** Best over worst; null where the worst is not above 0 and a ratio says nothing. */
  price: number | null;
}

/**
 * The price of anarchy: the best the crowd could have against the worst that it may rest at. Welfare is convex in the
 * share (two halves are worth less than one whole), so that the best is everybody on one platform.
 *
 * @throws RangeError naming a parameter; exitValue, with a third platform.
 */
export function priceOfAnarchy(given: SomeParameters = {}): Anarchy {
  const p = checkParameters(given);
  const of = (share: number) => ({share, welfare: welfare(p, share)});
  const best = of(0).welfare > of(1).welfare ? of(0) : of(1);
  const worst = fixedPoints(p)
    .filter((point) => point.stable)
    .map((point) => of(point.share))
    .reduce((a, b) => (b.welfare < a.welfare ? b : a));
  return {
    best,
    worst,
    loss: best.welfare - worst.welfare,
    price: worst.welfare > 0 ? best.welfare / worst.welfare : null
  };
}
