import {checkBetween, checkWhole} from "../check.js";
import {chainRates, checkChain, constantPressure} from "./chain.js";
import type {SomeParameters} from "./parameters.js";
import {enforcementCost, newPayoff, welfare} from "./payoff.js";
import {transient} from "./transient.js";

/**
 * The mean loss of the average user over so many years of the exact chain, in utility: welfare missed against everybody
 * on the new platform, moves and enforcement together. The law of the chain gives the mean loss of each moment; Simpson's
 * rule adds them up in `steps` to a year, to about six digits.
 *
 * @throws RangeError naming a parameter (see `exactness`; a sunset must not change in time), agents, years or steps.
 */
export function expectedLoss(given: SomeParameters, agents: number, {years = 40, steps = 10} = {}): number {
  const p = checkChain(given, agents);
  checkBetween("years", years, 0, 1e4);
  checkWhole("steps", steps, 1, 1000);
  const count = 2 * Math.max(1, Math.ceil((years * steps) / 2));
  const {up, down} = chainRates(p, agents, constantPressure(p));
  const best = newPayoff(p, 1);
  const flow = Float64Array.from(up, (rate, i) => {
    const share = i / agents;
    const moves = (rate + down[i]!) / agents;
    return best - welfare(p, share) + p.switchingCost * moves + enforcementCost(p, share);
  });
  const times = Float64Array.from({length: count + 1}, (_, i) => (years * i) / count);
  const {laws} = transient(p, agents, {times, laws: true});
  let sum = 0;
  laws.forEach((law, i) => {
    const weight = i === 0 || i === count ? 1 : i % 2 === 1 ? 4 : 2;
    let mean = 0;
    law.forEach((chance, n) => {
      mean += chance * flow[n]!;
    });
    sum += weight * mean;
  });
  return (sum * years) / (3 * count);
}
