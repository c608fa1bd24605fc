import {checkBetween} from "../check.js";
import {rootBetween} from "./numerics.js";
import {solver} from "./ode.js";
import {checkParameters, type Parameters, type SomeParameters} from "./parameters.js";
import {bias, coupling, sunsetPressure} from "./payoff.js";
import {downRate, upRate} from "./rates.js";

/**
 * Whether the mean field is a flow along a line: two platforms, rot at rest, nothing that remembers years past or waits
 * for a date. Then the share alone says where it goes, and it never turns back.
 */
export function isLine(p: Readonly<Parameters>): boolean {
  const {strength, year, belief} = p.sunset;
  return (
    p.exitValue === -Infinity &&
    p.rotLag === 0 &&
    p.backlash * p.enforcement === 0 &&
    p.dependencyWeight < Infinity &&
    (strength === 0 || year === 0 || belief === 0)
  );
}

/** ẋ as a function of the share, for checked parameters that make a line. */
export function driftOf(p: Readonly<Parameters>): (share: number) => number {
  const h = bias(p);
  const J = coupling(p);
  const sunset = sunsetPressure(p, Infinity);
  return (x) => {
    const gap = h + J * (2 * x - 1);
    const pressure = p.enforcement * x + sunset;
    return (1 - x) * upRate(p, gap, pressure, 1 - x) - x * downRate(p, gap, pressure);
  };
}

/** How far ahead to look for a place to rest. */
const ahead = 1e-6;

/** As `meanFieldTime`, with a drift at hand and nothing checked. */
export function timeAlong(drift: (share: number) => number, from: number, to: number, within: number): number {
  if (from === to) return 0;
  const way = to > from ? 1 : -1;
  if (way * drift(from) <= 0) return Infinity;
  const line = solver((_, [x], slope) => void (slope[0] = drift(x!)), 1, 1e-9);
  const state = Float64Array.of(from);
  const end = new Float64Array(1);
  let crossing = Infinity;
  line.advance(state, 0, within, (before, time, length) => {
    const left = way * (to - state[0]!);
    // Where moves turn round within a millionth ahead there is a place to rest, and the crowd stays there.
    if (left > 0) return left > ahead && way * drift(state[0]! + way * ahead) <= 0;
    const excess = (part: number) => {
      if (part === 0) return -1;
      line.step(before, time, part, end);
      return way * (end[0]! - to);
    };
    crossing = time + (left < 0 ? rootBetween(excess, 0, length) : length);
    return true;
  });
  return crossing;
}

/**
 * The years in which the mean field takes the share `from` one value `to` another, up or down; ∞ if it does not
 * within so many years. The same as `timeTo` for parameters that make a line (see `isLine`), and much sooner.
 *
 * @throws RangeError naming a parameter, from, to or within.
 */
export function meanFieldTime(
  given: SomeParameters,
  {from, to, within = 1000}: {from: number; to: number; within?: number}
): number {
  const p = checkParameters(given);
  if (!isLine(p))
    throw new RangeError("the mean field is no line here: a date, a lag, backlash, an infinite gate or exit");
  checkBetween("from", from, 0, 1);
  checkBetween("to", to, 0, 1);
  checkBetween("within", within, 0, 1e7);
  return timeAlong(driftOf(p), from, to, within);
}

/**
 * The share so many years on, for a drift at hand: to draw a crowd on its way, frame by frame. Nothing is checked.
 */
export function shareAfter(drift: (share: number) => number, share: number, years: number): number {
  const state = Float64Array.of(share);
  solver((_, [x], slope) => void (slope[0] = drift(x!)), 1, 1e-8).advance(state, 0, years);
  return Math.min(1, Math.max(0, state[0]!));
}
