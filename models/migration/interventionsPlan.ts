import {checkBetween, checkNumber} from "../check.js";
import {checkParameters, type Parameters, type SomeParameters} from "./parameters.js";

/** Parameters that are set for a while: a shim, a subsidy, enforcement, the announcement of a date. */
export interface Measure {
  /** Years from the start; all the time by default. A measure ends at `until`, and what it changed goes back. */
  from?: number;
  until?: number;
  change: SomeParameters;
}

/** A plan to end a war. An empty one lets it run its course. */
export interface Plan {
  /** Later ones win where two change the same parameter. The year of a sunset counts from the start of the war. */
  measures?: readonly Measure[];
  /** A pledge put to all holdouts once, at the start by default. */
  pledge?: {threshold: number; year?: number};
  /** Whether the first adopters are those that most depend on, where there is a graph, and not drawn at random. */
  hubs?: boolean;
}

/** A stretch of a plan in which nothing is changed. */
export interface Stretch {
  from: number;
  to: number;
  parameters: Readonly<Parameters>;
  /** The threshold of a pledge that is put at the beginning of the stretch. */
  pledge?: number;
}

/**
 * Parameters with some of them changed, and a sunset field by field.
 *
 * @throws RangeError naming a parameter.
 */
export function overlay(p: Readonly<Parameters>, change: SomeParameters): Readonly<Parameters> {
  return checkParameters({...p, ...change, sunset: {...p.sunset, ...change.sunset}});
}

/**
 * The stretches of a plan up to `years`, in order and without gaps.
 *
 * @throws RangeError naming a parameter, or the from, until, threshold or year of a plan.
 */
export function stretches(given: SomeParameters, plan: Plan, years: number): Stretch[] {
  const base = checkParameters(given);
  const {measures = [], pledge} = plan;
  const from = (measure: Measure) => measure.from ?? 0;
  const until = (measure: Measure) => measure.until ?? Infinity;
  const times = new Set([0, years]);
  measures.forEach((measure, i) => {
    checkNumber(`measures[${i}].from`, from(measure), "a number of years of at least 0", (v) => v >= 0);
    if (!(until(measure) >= from(measure)))
      throw new RangeError(`measures[${i}].until is ${measure.until}, but must be at least ${from(measure)}`);
    times.add(from(measure)).add(until(measure));
  });
  if (pledge) {
    checkBetween("pledge.threshold", pledge.threshold, 0, 1);
    times.add(checkNumber("pledge.year", pledge.year ?? 0, "a number of years of at least 0", (v) => v >= 0));
  }
  const cuts = [...times].filter((time) => time <= years).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const parameters = measures
      .filter((measure) => from(measure) <= start && start < until(measure))
      .reduce((p, {change}) => overlay(p, change), base);
    const asked = pledge && (pledge.year ?? 0) === start;
    return {from: start, to: cuts[i + 1]!, parameters, ...(asked && {pledge: pledge.threshold})};
  });
}

/** A plan with a name. */
export interface NamedPlan {
  id: string;
  label: string;
  plan: Plan;
}

/** What the stock of plans needs to be told; each has a default. */
export interface PlanOptions {
  /** When the date comes, and how hard it is. */
  sunset?: {year: number; strength: number};
  subsidy?: number;
  /** When shims go that are withdrawn. */
  withdrawn?: number;
  pledge?: number;
  enforcement?: number;
  backlash?: number;
}

/**
 * One plan of each kind, to be held side by side. A date is disbelieved when belief fades with all its distance (r = ∞) and
 * believed when it does not fade at all; the shims are whole.
 */
export function plans({
  sunset = {year: 5, strength: 2},
  subsidy = 1,
  withdrawn = 4,
  pledge = 0.7,
  enforcement = 1,
  backlash = 0.3
}: PlanOptions = {}): NamedPlan[] {
  const always = (change: SomeParameters): Plan => ({measures: [{change}]});
  const both = {shimOld: 1, shimNew: 1};
  return [
    {id: "none", label: "Nothing", plan: {}},
    {id: "believed", label: "A date, believed", plan: always({sunset: {...sunset, belief: 0}})},
    {id: "disbelieved", label: "A date, disbelieved", plan: always({sunset: {...sunset, belief: Infinity}})},
    {id: "shimOld", label: "Shim for holdouts", plan: always({shimOld: 1})},
    {id: "shimNew", label: "Shim for adopters", plan: always({shimNew: 1})},
    {id: "shims", label: "Shims both ways", plan: always(both)},
    {id: "withdrawn", label: "Shims, then none", plan: {measures: [{until: withdrawn, change: both}]}},
    {id: "pledge", label: "Pledge", plan: {pledge: {threshold: pledge}}},
    {id: "hubs", label: "Hubs first", plan: {hubs: true}},
    {id: "subsidy", label: "Subsidy", plan: always({subsidy})},
    {id: "enforcement", label: "Enforcement", plan: always({enforcement})},
    {id: "backlash", label: "Enforcement with backlash", plan: always({enforcement, backlash})}
  ];
}
