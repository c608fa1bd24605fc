import {checkChain, logChainRates} from "./chain.js";
import type {SomeParameters} from "./parameters.js";

/** The law of the count of agents on the new platform, and its moments. */
export interface Stationary {
  /** Probability of each count 0 … N. Those below 1e-308 are 0 here. */
  law: Float64Array;
  /** Its natural logarithm, which is finite everywhere. */
  logLaw: Float64Array;
  /** Mean and standard deviation of the share. */
  mean: number;
  sd: number;
}

/**
 * The law to which the exact chain of `agents` tends, whatever its start: by detailed balance
 * ln π(i + 1) − ln π(i) = ln up(i) − ln down(i + 1), summed in logarithms so that no number of agents overflows. A sunset
 * is taken at full strength.
 *
 * @throws RangeError naming a parameter (see `exactness`) or agents.
 */
export function stationary(given: SomeParameters, agents: number): Stationary {
  const p = checkChain(given, agents);
  const {up, down} = logChainRates(p, agents);
  const logLaw = new Float64Array(agents + 1);
  let mode = 0;
  // Compensated, as the rounding of 1e5 terms would show in the tails.
  let lost = 0;
  for (let i = 0; i < agents; ++i) {
    const term = up[i]! - down[i + 1]! - lost;
    logLaw[i + 1] = logLaw[i]! + term;
    lost = logLaw[i + 1]! - logLaw[i]! - term;
    if (logLaw[i + 1]! > logLaw[mode]!) mode = i + 1;
  }
  const top = logLaw[mode]!;
  let sum = 0;
  for (let i = 0; i <= agents; ++i) sum += Math.exp(logLaw[i]! - top);
  const shift = top + Math.log(sum);
  for (let i = 0; i <= agents; ++i) logLaw[i]! -= shift;
  const law = logLaw.map(Math.exp);
  return {law, logLaw, ...momentsOf(law)};
}

/** Mean and standard deviation of the share under a law of the count. */
export function momentsOf(law: Float64Array): {mean: number; sd: number} {
  const agents = law.length - 1;
  let count = 0;
  for (let i = 1; i <= agents; ++i) count += i * law[i]!;
  let square = 0;
  for (let i = 0; i <= agents; ++i) square += (i - count) * (i - count) * law[i]!;
  return {mean: count / agents, sd: Math.sqrt(square) / agents};
}
