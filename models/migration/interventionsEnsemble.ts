import {checkWhole} from "../check.js";
import type {Graph} from "./ecosystemGraph.js";
import {playPlan} from "./interventionsAgents.js";
import {type Outcome, outcome} from "./interventionsOutcome.js";
import type {Plan} from "./interventionsPlan.js";
import type {SomeParameters} from "./parameters.js";

/** How to play a plan many times. */
export interface EnsembleOptions {
  /** Number of agents; by default that of the graph's nodes. */
  agents?: number;
  graph?: Graph;
  /** How many wars. War i of every plan has the seed `${seed} ${i}`, so that plans can be compared war by war. */
  wars: number;
  seed: string;
  years?: number;
  step?: number;
}

/** Many wars under one plan: the share over time (mean, and where nine in ten lie), and what became of each war. */
export interface Ensemble {
  time: Float64Array;
  mean: Float64Array;
  low: Float64Array;
  high: Float64Array;
  outcomes: Outcome[];
}

/**
 * Plays a plan among agents, once a seed.
 *
 * @throws RangeError naming a parameter, part of the plan, or an option.
 */
export function ensemble(given: SomeParameters, plan: Plan, options: EnsembleOptions): Ensemble {
  const {wars, seed, years = 40, step = 0.25, agents, graph} = options;
  checkWhole("wars", wars, 1, 1e6);
  // Where all are alike numbers alone tell the same war sooner.
  const named = Boolean(graph || plan.pledge || plan.hubs);
  const courses = Array.from({length: wars}, (_, i) =>
    playPlan(given, plan, {
      seed: `${seed} ${i}`,
      years,
      step,
      named,
      ...(agents !== undefined && {agents}),
      ...(graph && {graph})
    })
  );
  const {time} = courses[0]!;
  const at = Array.from(time, (_, t) => Float64Array.from(courses, (course) => course.share[t]!).sort());
  const level = (q: number) => Float64Array.from(at, (sorted) => sorted[Math.round(q * (wars - 1))]!);
  return {
    time,
    mean: Float64Array.from(at, (sorted) => sorted.reduce((sum, v) => sum + v, 0) / wars),
    low: level(0.05),
    high: level(0.95),
    outcomes: courses.map((course) => outcome(given, course))
  };
}

/** A mean of independent values, and its standard error. */
export interface Estimate {
  mean: number;
  error: number;
}

/**
 * The mean of values and its standard error.
 *
 * @throws RangeError naming values, of which there must be two at least.
 */
export function estimate(values: readonly number[]): Estimate {
  checkWhole("values.length", values.length, 2);
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const squares = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1);
  return {mean, error: Math.sqrt(squares / values.length)};
}

/**
 * How much `values` exceed `base`, war by war: what the seeds have in common drops out.
 *
 * @throws RangeError naming values and base, if they are not of one length.
 */
export function pairedDifference(values: readonly number[], base: readonly number[]): Estimate {
  if (values.length !== base.length)
    throw new RangeError(`values has ${values.length} entries, but must have ${base.length}: one for each of base`);
  return estimate(values.map((v, i) => v - base[i]!));
}
