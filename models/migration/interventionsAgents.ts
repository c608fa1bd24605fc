import type {SimulateOptions} from "./agents.js";
import {type Course, emptyCourse, sampleAt, sampleTimes} from "./agentsCourse.js";
import {createRun} from "./agentsRun.js";
import {firstCount} from "./chain.js";
import {hubs} from "./ecosystemCycles.js";
import {type Plan, stretches} from "./interventionsPlan.js";
import {checkParameters, type SomeParameters} from "./parameters.js";

/**
 * A plan carried out among agents, event by event; see `createRun`. Plans played with one seed begin with the same crowd and,
 * until they differ, go the same way. At a time when a measure begins or ends, what is sampled is what comes after.
 *
 * @throws RangeError naming a parameter, part of the plan (hubs without a graph), or an option.
 */
export function playPlan(given: SomeParameters, plan: Plan, options: Omit<SimulateOptions, "record">): Course {
  const {years = 40, step = 0.1, ...rest} = options;
  const times = sampleTimes(years, step);
  const parts = stretches(given, plan, years);
  const start = parts[0]?.parameters ?? checkParameters(given);
  const first = plan.hubs ? commandingHeights(given, rest) : rest.first;
  const run = createRun(start, {...rest, ...(first && {first})});
  const course = emptyCourse(times.length);
  let i = 0;
  const sampleUntil = (end: number, last: boolean) => {
    for (; i < times.length && (times[i]! < end || last); ++i) sampleAt(course, i, run, times[i]!);
    run.advanceTo(end);
  };
  for (const {from, to, parameters, pledge} of parts) {
    if (from > 0) run.change(parameters);
    if (pledge !== undefined) run.pledge(pledge);
    sampleUntil(to, to === years);
  }
  if (parts.length === 0) sampleUntil(years, true);
  return course;
}

function commandingHeights(given: SomeParameters, {graph}: Pick<SimulateOptions, "graph">): number[] {
  if (!graph) throw new RangeError("hubs is true, but must be false without a graph");
  return hubs(graph, firstCount(checkParameters(given), graph.size)).map((hub) => hub.node);
}
