import {planTrajectory} from "./interventionsMeanField.js";
import {type Outcome, outcome} from "./interventionsOutcome.js";
import {type NamedPlan, type PlanOptions, plans} from "./interventionsPlan.js";
import {checkParameters, type SomeParameters} from "./parameters.js";
import type {TrajectoryOptions} from "./trajectory.js";

/** How long a war is judged, and how often it is looked at, unless a caller says otherwise. */
export const judged = {years: 40, step: 0.1} as const;

/** A plan, how the mean field goes under it, and what became of it. Arrays are of one length. */
export interface Judged {
  id: string;
  label: string;
  /** Years from the start. */
  time: Float64Array;
  share: Float64Array;
  /** Loss of the average user so far, in utility. */
  loss: Float64Array;
  outcome: Outcome;
}

/** The stock of plans that a mean field can carry out: all but the hubs, which want a graph. */
export function meanFieldPlans(options: PlanOptions = {}): NamedPlan[] {
  return plans(options).filter(({plan}) => !plan.hubs);
}

/**
 * One plan carried out in the mean field and judged at the end.
 *
 * @throws RangeError naming a parameter, part of the plan, years or step.
 */
export function judgePlan(
  given: SomeParameters,
  {id, label, plan}: NamedPlan,
  options: TrajectoryOptions = judged
): Judged {
  const course = planTrajectory(given, plan, {...judged, ...options});
  const loss = course.welfareLoss.map((v, i) => v + course.switchingLoss[i]! + course.enforcementLoss[i]!);
  return {id, label, time: course.time, share: course.share, loss, outcome: outcome(given, course)};
}

/** What a war comes to when one thing is varied. Arrays are in step with what is varied. */
export interface Sweep {
  T90: number[];
  loss: number[];
  finalShare: number[];
}

function sweep(given: SomeParameters, changes: readonly SomeParameters[], options: TrajectoryOptions): Sweep {
  const results = changes.map((change) => {
    const plan = {measures: [{change}]};
    return outcome(given, planTrajectory(given, plan, {...judged, ...options}));
  });
  return {
    T90: results.map((d) => d.T90),
    loss: results.map((d) => d.loss),
    finalShare: results.map((d) => d.finalShare)
  };
}

/**
 * What a date comes to, over how fast belief in it fades with its distance (r, per year; ∞ for no belief).
 *
 * @throws RangeError naming a parameter or a field of the sunset.
 */
export function beliefSweep(
  given: SomeParameters,
  sunset: {year: number; strength: number},
  rates: readonly number[],
  options: TrajectoryOptions = judged
): Sweep {
  return sweep(
    given,
    rates.map((belief) => ({sunset: {...sunset, belief}})),
    options
  );
}

/**
 * What enforcement comes to, over how hard adopters press (η).
 *
 * @throws RangeError naming a parameter.
 */
export function enforcementSweep(
  given: SomeParameters,
  backlash: number,
  strengths: readonly number[],
  options: TrajectoryOptions = judged
): Sweep {
  return sweep(
    given,
    strengths.map((enforcement) => ({enforcement, backlash})),
    options
  );
}

/**
 * Loss if everybody moved together at the start and paid for it: k(1 − x₀), and what the noise keeps costing afterwards,
 * as some always stray. No plan can be expected to do much better.
 *
 * @throws RangeError naming a parameter.
 */
export function instantSwitch(given: SomeParameters, {years = judged.years}: {years?: number} = {}): number {
  const plan = {id: "", label: "", plan: {}};
  const after = judgePlan({...given, initialShare: 1}, plan, {years, step: years}).outcome.loss;
  const {switchingCost, initialShare} = checkParameters(given);
  return after + switchingCost * (1 - initialShare);
}
