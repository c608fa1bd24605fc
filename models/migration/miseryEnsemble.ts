import {checkWhole} from "../check.js";
import {simulate} from "./agents.js";
import {outcome} from "./interventions.js";
import {checkParameters, type SomeParameters} from "./parameters.js";

/** The mean of a sample and its standard error. */
export interface Estimate {
  mean: number;
  error: number;
}

/** How the wars of an ensemble are played: seeds are 0, 1, 2 …, each joined to `name`. */
export interface EnsembleOptions {
  agents: number;
  seeds: number;
  name?: string;
  years?: number;
  step?: number;
}

/**
 * The misery of adopters over wars of agents: the mean over seeds, and its standard error, in utility per user.
 *
 * @throws RangeError naming a parameter, agents, seeds (at least 2), years or step.
 */
export function miseryEnsemble(
  given: SomeParameters,
  {agents, seeds, name = "misery", years = 40, step = 0.1}: EnsembleOptions
): Estimate {
  const p = checkParameters(given);
  checkWhole("seeds", seeds, 2, 1e6);
  const seen = Array.from(
    {length: seeds},
    (_, i) => outcome(p, simulate(p, {agents, seed: `${name} ${i}`, years, step, named: false})).misery
  );
  const mean = seen.reduce((a, b) => a + b) / seeds;
  const variance = seen.reduce((a, b) => a + (b - mean) ** 2, 0) / (seeds - 1);
  return {mean, error: Math.sqrt(variance / seeds)};
}
