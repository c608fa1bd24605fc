import type {Parameters} from "./parameters.js";

/**
 * How often users switch: logit choice, revised at the pace λ. Nothing is checked here; every model and simulation of
 * this game takes its rates from this file.
 */

/** F(z) = 1 / (1 + exp(−z)), without overflow. */
export function logistic(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/** ln F(z), to full precision in both tails. */
export function logLogistic(z: number): number {
  return z > 0 ? -Math.log1p(Math.exp(-z)) : z - Math.log1p(Math.exp(z));
}

/** γ·d: what moving costs with the share d of dependencies still to move; nothing when there are none, even if γ = ∞. */
export function gateCost(p: Parameters, unmigrated: number): number {
  return unmigrated > 0 ? p.dependencyWeight * unmigrated : 0;
}

/**
 * (Δ − k − γd + s + E) / T: the argument of F for a move from old to new. `gap` is Δ, `pressure` E (enforcement ηx and
 * sunset together), `unmigrated` d, `cost` the switching cost k, which backlash may have raised.
 */
export function upDrive(p: Parameters, gap: number, pressure = 0, unmigrated = 0, cost = p.switchingCost): number {
  return (gap - cost - gateCost(p, unmigrated) + p.subsidy + pressure) / p.noise;
}

/** (−Δ − k − E) / T: the argument of F for a move from new to old; as `upDrive`. */
export function downDrive(p: Parameters, gap: number, pressure = 0, cost = p.switchingCost): number {
  return (-gap - cost - pressure) / p.noise;
}

/** λF(upDrive): how often a user of the old platform moves to the new one, per year. */
export function upRate(p: Parameters, gap: number, pressure = 0, unmigrated = 0, cost = p.switchingCost): number {
  return p.pace * logistic(upDrive(p, gap, pressure, unmigrated, cost));
}

/** λF(downDrive): how often a user of the new platform moves to the old one, per year. */
export function downRate(p: Parameters, gap: number, pressure = 0, cost = p.switchingCost): number {
  return p.pace * logistic(downDrive(p, gap, pressure, cost));
}
