import {checkBetween} from "../check.js";
import {checkParameters, defaults, type Parameters, type SomeParameters} from "./parameters.js";
import {coupling} from "./payoff.js";

/**
 * The parameters with ν, ρ and κ scaled by one factor so that the crowd pulls with J = `strength`; where all three are 0
 * they take the proportions of the defaults. Choices depend on J alone, so that any other mix would move the same way.
 *
 * @throws RangeError naming a parameter (one of the three scaled past its range), or strength.
 */
export function withCoupling(given: SomeParameters, strength: number): Readonly<Parameters> {
  checkBetween("strength", strength, 0, 100);
  const p = checkParameters(given);
  const {networkBenefit, bitrot, bitcreep} = coupling(p) > 0 ? p : defaults;
  const factor = strength / coupling({...p, networkBenefit, bitrot, bitcreep});
  return checkParameters({
    ...p,
    networkBenefit: networkBenefit * factor,
    bitrot: bitrot * factor,
    bitcreep: bitcreep * factor
  });
}
