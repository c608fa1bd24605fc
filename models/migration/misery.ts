import {checkBetween, checkWhole} from "../check.js";
import {firstCount} from "./chain.js";
import {outcome, planTrajectory} from "./interventions.js";
import {miseryThreshold, timeTo} from "./meanField.js";
import {checkParameters, type SomeParameters} from "./parameters.js";
import {newPayoff, oldPayoff} from "./payoff.js";
import {transient} from "./transient.js";

/** What a user has, in utility a year, beyond what everybody would, had the new platform never been: q + ν. */
export interface Balance {
  /** Δq for an adopter, 0 for a holdout. */
  advantage: number;
  /** The parts lost, none above 0: users gone elsewhere, things that rot for want of them, things made for the others. */
  network: number;
  bitrot: number;
  bitcreep: number;
  total: number;
}

function balance(advantage: number, network: number, bitrot: number, bitcreep: number): Balance {
  return {advantage, network, bitrot, bitcreep, total: advantage + network + bitrot + bitcreep};
}

/**
 * An adopter's balance at share x: Δq − (ν + ρ + κ(1 − σ_N))(1 − x), part by part. Quality q drops out of it.
 *
 * @throws RangeError naming a parameter, or a share outside 0 … 1.
 */
export function adopterBalance(given: SomeParameters, share: number): Balance {
  const p = checkParameters(given);
  const missing = 1 - checkBetween("share", share, 0, 1);
  return balance(
    p.advantage,
    -p.networkBenefit * missing,
    -p.bitrot * missing,
    -p.bitcreep * (1 - p.shimNew) * missing
  );
}

/** A holdout's balance at share x: −(ν + ρ + κ(1 − σ_O))x, part by part; as `adopterBalance`. */
export function holdoutBalance(given: SomeParameters, share: number): Balance {
  const p = checkParameters(given);
  const gone = checkBetween("share", share, 0, 1);
  return balance(0, -p.networkBenefit * gone, -p.bitrot * gone, -p.bitcreep * (1 - p.shimOld) * gone);
}

/** What one more holdout, in place of one more adopter, is worth to the others together, per head of the whole crowd. */
export interface HoldoutEffect {
  /** What all adopters together lose by it: −(ν + ρ + κ(1 − σ_N))x, or −Jx without shims. */
  toAdopters: number;
  /** What all other holdouts together gain by it: (ν + ρ + κ(1 − σ_O))(1 − x), or J(1 − x) without shims. */
  toHoldouts: number;
  /** The sum: −J(2x − 1) without shims, a gain to society while the new platform has less than half. */
  net: number;
}

/**
 * The external effect of staying behind at share x.
 *
 * @throws RangeError naming a parameter, or a share outside 0 … 1.
 */
export function holdoutEffect(given: SomeParameters, share: number): HoldoutEffect {
  const p = checkParameters(given);
  checkBetween("share", share, 0, 1);
  const pull = (shim: number) => p.networkBenefit + p.bitrot + p.bitcreep * (1 - shim);
  const toAdopters = -pull(p.shimNew) * share;
  const toHoldouts = pull(p.shimOld) * (1 - share);
  return {toAdopters, toHoldouts, net: toAdopters + toHoldouts};
}

/**
 * The share above which a holdout costs the others more than it is worth to them: ½ without shims, less with a shim for
 * holdouts. 0.5 where nobody's choice touches anybody.
 *
 * @throws RangeError naming a parameter.
 */
export function holdoutBreakEven(given: SomeParameters = {}): number {
  const p = checkParameters(given);
  const {toHoldouts} = holdoutEffect(p, 0);
  const {toAdopters} = holdoutEffect(p, 1);
  return toHoldouts - toAdopters > 0 ? toHoldouts / (toHoldouts - toAdopters) : 0.5;
}

/**
 * Where and when adopters stop being worse off than without the new platform: the share, and the year at which the mean
 * field first has it; ∞ if it never does within so many years. Year 0 if they never are worse off.
 *
 * @throws RangeError naming a parameter or within.
 */
export function miseryEnd(
  given: SomeParameters = {},
  {within = 1000}: {within?: number} = {}
): {share: number; year: number} {
  const p = checkParameters(given);
  const share = miseryThreshold(p);
  // An adopter who is worse off with everybody on board stays worse off.
  return {share, year: p.advantage < 0 ? Infinity : timeTo(p, share, {within})};
}

/**
 * What adopters lose, summed over adopters and years and divided by the crowd: ∫ x·max(0, q + ν − u_N) dt over the mean
 * field, in utility.
 *
 * @throws RangeError naming a parameter, years or step.
 */
export function misery(given: SomeParameters = {}, {years = 40, step = 0.1}: {years?: number; step?: number} = {}) {
  return outcome(given, planTrajectory(given, {}, {years, step})).misery;
}

/**
 * The mean of the same over wars of so many agents, well mixed: exact but for the trapezoid rule in time.
 *
 * @throws RangeError naming a parameter (see `exactness`), agents, years or step.
 */
export function meanMisery(
  given: SomeParameters,
  agents: number,
  {years = 40, step = 0.1}: {years?: number; step?: number} = {}
): number {
  const p = checkParameters(given);
  checkWhole("agents", agents, 1, 1e6);
  const without = oldPayoff(p, 0);
  const loss = Float64Array.from({length: agents + 1}, (_, i) => {
    const share = i / agents;
    return share * Math.max(0, without - newPayoff(p, share));
  });
  const count = Math.ceil(years / step - 1e-9);
  const times = Float64Array.from({length: count + 1}, (_, i) => Math.min(years, i * step));
  const {laws} = transient(p, agents, {times, from: firstCount(p, agents), laws: true});
  const rates = laws.map((law) => law.reduce((sum, chance, i) => sum + chance * loss[i]!, 0));
  let sum = 0;
  for (let i = 1; i <= count; ++i) sum += ((times[i]! - times[i - 1]!) * (rates[i - 1]! + rates[i]!)) / 2;
  return sum;
}
