import {type Course, emptyCourse, sampleTimes, writeSample} from "./agentsCourse.js";
import {exitChances, gone, onNew, onOld} from "./exitChoice.js";
import {at, type Run, startRun, worths} from "./flow.js";
import {type Plan, type Stretch, stretches} from "./interventionsPlan.js";
import {signingChance} from "./interventionsPledge.js";
import {checkParameters, type Parameters, type SomeParameters} from "./parameters.js";
import {upRate} from "./rates.js";
import type {TrajectoryOptions} from "./trajectory.js";

/**
 * A run of the mean field that goes on from `state`, `time` years from the start of the war, under parameters that
 * need not be those of before. Backlash that was suffered stays.
 */
export function resume(state: Float64Array, before: Parameters, p: Parameters, time: number): Run {
  // A run counts its time from 0, so that the date is brought forward.
  const shifted = checkParameters({...p, sunset: {...p.sunset, year: Math.max(0, p.sunset.year - time)}});
  const run = startRun(shifted);
  run.state.set(state);
  run.state[at.cost]! += p.switchingCost - before.switchingCost;
  if (p.rotLag === 0) followRot(run.state);
  return run;
}

/** Without a lag rot stands where the shares are; the flow does not keep it so. */
function followRot(state: Float64Array): void {
  state[at.newRotShare] = state[at.newShare]!;
  state[at.oldRotShare] = state[at.oldShare]!;
}

/** The sunset's push on the near side of its date, or on the far side. */
function push({sunset: {strength, year, belief}}: Parameters, time: number, early: boolean): number {
  if (strength === 0 || !early) return strength;
  return belief === Infinity ? 0 : strength * Math.exp(-belief * Math.max(0, year - time));
}

/** How many come to the new platform, of all users per year. */
function inflow(p: Parameters, state: Float64Array, sunsetPush: number): number {
  const x = state[at.newShare]!;
  const y = state[at.oldShare]!;
  const {newer, older} = worths(p, state);
  const pressure = p.enforcement * x + sunsetPush;
  const cost = state[at.cost]!;
  if (p.exitValue === -Infinity) return y * upRate(p, newer - older, pressure, 1 - x, cost);
  const choice = {oldWorth: older, newWorth: newer, pressure, unmigrated: 1 - x, cost};
  const from = (place: typeof onOld | typeof gone) => exitChances(p, place, choice)[onNew]!;
  return p.pace * (y * from(onOld) + (1 - x - y) * from(gone));
}

/**
 * Carries a state over one stretch, calling `visit` at the times of `times` within it. Subsidies and the burden of a
 * sunset are added up by Simpson's rule over the solver's own steps, however often one looks.
 */
function carry(
  state: Float64Array,
  before: Parameters,
  {from, to, parameters: p, pledge}: Stretch,
  times: readonly number[],
  paid: {subsidies: number; sunsetBurden: number},
  visit: (time: number, state: Float64Array) => void
): Float64Array {
  const run = resume(state, before, p, from);
  if (pledge !== undefined) sign(p, run.state, pledge, from, paid);
  const {strength, year} = p.sunset;
  const pay = (earlier: Float64Array, start: number, length: number) => {
    const time = from + start;
    const early = time < year && year - time > 1e-9;
    const mean = (rate: (now: Float64Array, time: number) => number) => {
      const middle = rate(run.part(earlier, start, length / 2), time + length / 2);
      return (rate(earlier, time) + 4 * middle + rate(run.state, time + length)) / 6;
    };
    if (p.subsidy > 0) paid.subsidies += p.subsidy * length * mean((now, when) => inflow(p, now, push(p, when, early)));
    if (strength > 0 && !early) paid.sunsetBurden += strength * length * mean((now) => now[at.oldShare]!);
    return false;
  };
  const watched = p.subsidy > 0 || strength > 0;
  for (const time of [...times, to]) {
    run.runTo(time - from, watched ? pay : undefined);
    visit(time, run.state);
  }
  return run.state;
}

/** A pledge in a large crowd: the signers are exactly as many as expected. */
function sign(p: Parameters, state: Float64Array, threshold: number, time: number, paid: {subsidies: number}): void {
  const cost = state[at.cost]!;
  const chance = signingChance(p, threshold, time, cost);
  const asked = state[at.oldShare]!;
  if (chance < threshold || asked <= 0) return;
  const movers = asked * chance;
  state[at.newShare]! += movers;
  state[at.oldShare]! -= movers;
  state[at.switchingLoss]! += movers * cost;
  paid.subsidies += movers * p.subsidy;
}

/**
 * A plan carried out in the mean field. At a time when a measure begins or ends, what is sampled is what comes after.
 *
 * @throws RangeError naming a parameter, part of the plan (hubs: a mean field has none), years or step.
 */
export function planTrajectory(
  given: SomeParameters,
  plan: Plan,
  {years = 40, step = 0.1}: TrajectoryOptions = {}
): Course {
  if (plan.hubs) throw new RangeError("hubs is true, but must be false in the mean field");
  const p = checkParameters(given);
  const times = sampleTimes(years, step);
  const course = emptyCourse(times.length);
  const paid = {subsidies: 0, sunsetBurden: 0};
  let state = startRun(p).state;
  let before = p;
  let next = 0;
  const write = (q: Parameters, time: number, now: Float64Array) => {
    if (times[next] !== time) return;
    const {newer, older} = worths(q, now);
    const x = now[at.newShare]!;
    const y = q.exitValue === -Infinity ? 1 - x : now[at.oldShare]!;
    writeSample(course, next++, {
      time,
      share: x,
      holdouts: y,
      gone: Math.max(0, 1 - x - y),
      newWorth: newer,
      oldWorth: older,
      switchingCost: now[at.cost]!,
      welfareLoss: now[at.welfareLoss]!,
      switchingLoss: now[at.switchingLoss]!,
      enforcementLoss: now[at.enforcementLoss]!,
      ...paid
    });
  };
  for (const stretch of stretches(p, plan, years)) {
    const inside = Array.from(times).filter((time) => time >= stretch.from && time < stretch.to);
    const last = stretch.to === years;
    state = carry(state, before, stretch, inside, paid, (time, now) => {
      if (time < stretch.to || last) write(stretch.parameters, time, now);
    });
    before = stretch.parameters;
  }
  if (years === 0) write(p, 0, state);
  return course;
}
