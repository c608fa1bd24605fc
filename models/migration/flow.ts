import {exitChances, gone, onNew, onOld} from "./exitChoice.js";
import {type Derivative, solver} from "./ode.js";
import type {Parameters} from "./parameters.js";
import {enforcementPrice, newWorth, oldWorth} from "./payoff.js";
import {downRate, gateCost, upRate} from "./rates.js";

/**
 * The whole mean field as a system of differential equations, with everything that the exact chain leaves out: rot that
 * lags, backlash, a third platform, a sunset in time. Locality drops out of it: in a well-mixed crowd a neighbourhood
 * looks like the whole. Unmigrated dependencies are taken as the share that has not moved, d = 1 − x.
 */

/** Entries of the state: the shares, the shares their rot has caught up with, k, the losses so far, and ∫ x dt. */
export const at = {
  newShare: 0,
  oldShare: 1,
  newRotShare: 2,
  oldRotShare: 3,
  cost: 4,
  welfareLoss: 5,
  switchingLoss: 6,
  enforcementLoss: 7,
  adopterYears: 8
} as const;

const size = Object.keys(at).length;

/** The state at the start: rot at rest with the shares, nobody gone, nothing lost. */
export function firstState(p: Parameters): Float64Array {
  const x = p.initialShare;
  return Float64Array.of(x, 1 - x, x, 1 - x, p.switchingCost, 0, 0, 0, 0);
}

/** u_N and u_O in a state, with rot as far as it has come. `advantage` takes the place of the parameter. */
export function worths(p: Parameters, state: Float64Array, advantage = p.advantage): {newer: number; older: number} {
  const lags = p.rotLag > 0;
  const x = state[at.newShare]!;
  const y = state[at.oldShare]!;
  return {
    newer: advantage - p.advantage + newWorth(p, x, lags ? state[at.newRotShare]! : x),
    older: oldWorth(p, y, lags ? state[at.oldRotShare]! : y)
  };
}

/** What to force on a flow: the advantage as a function of time, and the sunset's push. */
export interface Drive {
  advantage?: ((time: number) => number) | undefined;
  pressure: (time: number) => number;
}

/** The derivative of the state. */
export function flow(p: Parameters, drive: Drive): Derivative {
  const best = newWorth(p, 1);
  const leaves = p.exitValue !== -Infinity;
  const from = [onOld, onNew, gone].map(() => new Float64Array(3));
  return (time, state, slope) => {
    const x = state[at.newShare]!;
    const y = state[at.oldShare]!;
    const cost = state[at.cost]!;
    const {newer, older} = worths(p, state, drive.advantage?.(time));
    const pressure = p.enforcement * x + drive.pressure(time);
    const unmigrated = 1 - x;
    let moves: number;
    let toNew: number;
    let worth = x * newer + y * older;
    if (leaves) {
      const choice = {oldWorth: older, newWorth: newer, pressure, unmigrated, cost};
      const [old, next, out] = from.map((chances, place) => exitChances(p, place as 0 | 1 | 2, choice, chances));
      const z = 1 - x - y;
      toNew = p.pace * (y * old![onNew]! + z * out![onNew]!);
      const toOld = p.pace * (x * next![onOld]! + z * out![onOld]!);
      const leaveNew = p.pace * x * (next![onOld]! + next![gone]!);
      const leaveOld = p.pace * y * (old![onNew]! + old![gone]!);
      slope[at.newShare] = toNew - leaveNew;
      slope[at.oldShare] = toOld - leaveOld;
      moves = leaveNew + leaveOld + p.pace * z * (out![onNew]! + out![onOld]!);
      worth += z * p.exitValue;
    } else {
      const gap = newer - older;
      toNew = y * upRate(p, gap, pressure, unmigrated, cost);
      const toOld = x * downRate(p, gap, pressure, cost);
      slope[at.newShare] = toNew - toOld;
      slope[at.oldShare] = toOld - toNew;
      moves = toNew + toOld;
    }
    slope[at.newRotShare] = p.rotLag > 0 ? (x - state[at.newRotShare]!) / p.rotLag : 0;
    slope[at.oldRotShare] = p.rotLag > 0 ? (y - state[at.oldRotShare]!) / p.rotLag : 0;
    slope[at.cost] = p.backlash * p.enforcement * x;
    slope[at.welfareLoss] = best - worth;
    slope[at.switchingLoss] = moves * cost + (toNew > 0 ? toNew * gateCost(p, unmigrated) : 0);
    slope[at.enforcementLoss] = enforcementPrice * p.enforcement * x * y;
    slope[at.adopterYears] = x;
  };
}

/** Estimated error that a step may make in each entry of the state. */
const tolerance = 1e-10;

/** A flow in progress. `visit` is that of `Solver.advance`. */
export interface Run {
  state: Float64Array;
  /** Takes the state on to `time`; returns the time reached, earlier if `visit` said to stop. */
  runTo(time: number, visit?: (before: Float64Array, time: number, length: number) => boolean): number;
  /** The state a part of a step on from `before`. */
  part(before: Float64Array, time: number, length: number): Float64Array;
}

/**
 * A run of the mean field from its start. The date of a sunset is a step boundary, with the push before it taken on
 * the near side and the push after it on the far side, as the two differ when nobody believes in it.
 */
export function startRun(p: Parameters, advantage?: (time: number) => number): Run {
  const {strength, year, belief} = p.sunset;
  const before = (time: number) => (belief === Infinity ? 0 : strength * Math.exp(-belief * Math.max(0, year - time)));
  const after = () => strength;
  const early = solver(flow(p, {advantage, pressure: before}), size, tolerance);
  const late = solver(flow(p, {advantage, pressure: after}), size, tolerance);
  const state = firstState(p);
  let now = 0;
  return {
    state,
    runTo(time, visit) {
      if (now < year && strength > 0) {
        const stop = Math.min(time, year);
        now = early.advance(state, now, stop, visit);
        if (now < stop) return now;
      }
      if (now < time) now = late.advance(state, now, time, visit);
      return now;
    },
    part(start, time, length) {
      const end = new Float64Array(state.length);
      (strength > 0 && time < year ? early : late).step(start, time, length, end);
      return end;
    }
  };
}
