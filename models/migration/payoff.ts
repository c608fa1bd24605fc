import {checkBetween, checkNumber} from "../check.js";
import {checkParameters, type Parameters, type SomeParameters} from "./parameters.js";

/**
 * What each platform is worth to a user, as flows of utility a year.
 *
 * A platform with share y of the crowd is worth q + ν·y − ρ(1 − y) − κ(1 − σ)(1 − y): its own quality, what its users
 * bring each other, what rots for want of users, and what breaks because others build for the other platform. The
 * choice depends on the difference of two such sums alone (Brock and Durlauf, “Discrete choice with social
 * interactions”, 2001, with the social term taken apart into ν, ρ and κ).
 */

/** The cost of enforcement, in utility a year, for each unit of enforcement and of pairs of adopter and holdout. */
export const enforcementPrice = 1.5;

/** J: how much the choice of the others weighs, ν + ρ + κ(1 − (σ_N + σ_O)/2). Never negative. */
export function coupling(given: SomeParameters): number {
  const p = checkParameters(given);
  return p.networkBenefit + p.bitrot + p.bitcreep * (1 - (p.shimNew + p.shimOld) / 2);
}

/** h: the pull of the new platform when half the crowd is on each, Δq + κ(σ_N − σ_O)/2. */
export function bias(given: SomeParameters): number {
  const p = checkParameters(given);
  return p.advantage + (p.bitcreep * (p.shimNew - p.shimOld)) / 2;
}

/** u of a platform with share `own` of the crowd, when bitrot still stands where a share of `rotShare` put it. */
function platformPayoff(p: Parameters, own: number, rotShare: number, shim: number): number {
  return p.quality + p.networkBenefit * own - p.bitrot * (1 - rotShare) - p.bitcreep * (1 - shim) * (1 - own);
}

/**
 * u_O: the old platform's worth to one of its users when it has share `own` of the crowd. `rotShare`, the share at
 * which its rot would rest, differs from `own` only under a rot lag. The parameters are not checked here.
 */
export function oldWorth(p: Parameters, own: number, rotShare = own): number {
  return platformPayoff(p, own, rotShare, p.shimOld);
}

/** u_N: the new platform's worth to one of its users when it has share `own` of the crowd; as `oldWorth`. */
export function newWorth(p: Parameters, own: number, rotShare = own): number {
  return p.advantage + platformPayoff(p, own, rotShare, p.shimNew);
}

/**
 * u_O at share x of the new platform, everybody else being on the old one.
 *
 * @throws RangeError naming a parameter, or a share outside 0 … 1.
 */
export function oldPayoff(given: SomeParameters, share: number): number {
  return oldWorth(checkParameters(given), 1 - checkBetween("share", share, 0, 1));
}

/** u_N at share x of the new platform; as `oldPayoff`. */
export function newPayoff(given: SomeParameters, share: number): number {
  return newWorth(checkParameters(given), checkBetween("share", share, 0, 1));
}

/** Δ = u_N − u_O = h + J(2x − 1) at share x of the new platform; as `oldPayoff`. */
export function payoffGap(given: SomeParameters, share: number): number {
  return bias(given) + coupling(given) * (2 * checkBetween("share", share, 0, 1) - 1);
}

/** W = x·u_N + (1 − x)·u_O: what the average user has, in utility a year, before costs; as `oldPayoff`. */
export function welfare(given: SomeParameters, share: number): number {
  const p = checkParameters(given);
  return share * newPayoff(p, share) + (1 - share) * oldPayoff(p, share);
}

/** c_E·η·x(1 − x): what enforcing and being enforced upon cost the average user, in utility a year; as `oldPayoff`. */
export function enforcementCost(given: SomeParameters, share: number): number {
  const x = checkBetween("share", share, 0, 1);
  return enforcementPrice * checkParameters(given).enforcement * x * (1 - x);
}

/**
 * The sunset's push towards the new platform `year` years from the start, in utility a year: S once the date has
 * come, and before it S·exp(−r(t_s − t)), as much as it is believed. `year` may be ∞.
 *
 * @throws RangeError naming a parameter, or a year below 0.
 */
export function sunsetPressure(given: SomeParameters, year: number): number {
  const {strength, year: date, belief} = checkParameters(given).sunset;
  if (year !== Infinity) checkNumber("year", year, "a number of years of at least 0", (v) => v >= 0);
  return year >= date ? strength : strength * Math.exp(-belief * (date - year));
}
