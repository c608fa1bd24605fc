import {checkNumber, checkWhole} from "../check.js";
import {type ChainRates, chainRates, checkChain, firstCount} from "./chain.js";
import type {Parameters, SomeParameters} from "./parameters.js";
import {sunsetPressure} from "./payoff.js";
import {type Moving, mover} from "./rationalExp.js";
import {momentsOf} from "./stationary.js";

/** When to look, and what at. */
export interface TransientOptions {
  /** Agents on the new platform at the start; `initialShare` of all by default. */
  from?: number;
  /** Years from the start, not falling. */
  times: ArrayLike<number>;
  /** Levels at which to give quantiles of the share, such as 0.05 and 0.95; none by default. */
  levels?: readonly number[];
  /** Whether to keep the whole law at each time. */
  laws?: boolean;
}

/** The share of the exact chain in time. */
export interface Transient {
  mean: Float64Array;
  sd: Float64Array;
  /** The quantiles at each of `levels`, over time. */
  quantiles: Float64Array[];
  /** The law of the count at each time, if asked for. */
  laws: Float64Array[];
  /** Sum over all steps of their estimated errors, which bounds the sum of |errors| of any law here. */
  error: number;
}

/**
 * The law of the share on the new platform for `agents` well-mixed agents, at given times from a given start: the
 * master equation solved to about 1e-8, at a cost that hardly depends on the rates. A sunset that changes in time is followed by an integrator of fourth order.
 *
 * @throws RangeError naming a parameter (see `exactness`), agents, from, times or levels.
 */
export function transient(given: SomeParameters, agents: number, options: TransientOptions): Transient {
  const p = checkChain(given, agents);
  const {from = firstCount(p, agents), times, levels = [], laws = false} = options;
  checkWhole("from", from, 0, agents);
  for (const level of levels) checkNumber("levels", level, "numbers above 0 and below 1", (v) => v > 0 && v < 1);
  const count = times.length;
  const result: Transient = {
    mean: new Float64Array(count),
    sd: new Float64Array(count),
    quantiles: levels.map(() => new Float64Array(count)),
    laws: [],
    error: 0
  };
  const moving: Moving = {law: new Float64Array(agents + 1), error: 0};
  moving.law[from] = 1;
  const advance = follower(p, agents, moving);
  let now = 0;
  for (let i = 0; i < count; ++i) {
    const time = checkNumber(
      "times",
      times[i],
      `numbers of years, from 0 to 1e5 and not falling`,
      (v) => v >= now && v <= 1e5
    );
    advance(now, time);
    now = time;
    const {mean, sd} = momentsOf(moving.law);
    result.mean[i] = mean;
    result.sd[i] = sd;
    levels.forEach((level, j) => {
      result.quantiles[j]![i] = quantile(moving.law, level);
    });
    if (laws) result.laws.push(moving.law.slice());
  }
  result.error = moving.error;
  return result;
}

/**
 * The share below which `level` of the law lies, with the weight of count i spread evenly over (i ± ½)/N: it moves
 * smoothly with the parameters, where that of the bare law would jump from count to count.
 */
export function quantile(law: Float64Array, level: number): number {
  const agents = law.length - 1;
  let below = 0;
  let i = 0;
  while (i < agents && below + law[i]! < level) below += law[i++]!;
  const count = i - 0.5 + (law[i]! > 0 ? Math.min(1, (level - below) / law[i]!) : 0);
  return Math.min(1, Math.max(0, count / agents));
}

const gauss = Math.sqrt(3) / 6;

/** Returns a function that takes the law from one time to a later one. */
function follower(p: Parameters, agents: number, moving: Moving): (from: number, to: number) => void {
  const move = mover(agents);
  const {strength, year, belief} = p.sunset;
  let pressure = Number.NaN;
  let rates: ChainRates | undefined;
  const steady = (from: number, to: number, push: number) => {
    if (to <= from) return;
    if (push !== pressure) rates = chainRates(p, agents, (pressure = push));
    move(moving, rates!, to - from);
  };
  if (strength === 0 || year === 0 || belief === 0) return (from, to) => steady(from, to, strength);
  if (belief === Infinity)
    return (from, to) => {
      steady(Math.min(from, year), Math.min(to, year), 0);
      steady(Math.max(from, year), Math.max(to, year), strength);
    };
  // Before this the push is too small for a double to add to anything.
  const dawn = Math.max(0, year - (40 + Math.log1p(strength / p.noise)) / belief);
  const first = chainRates(p, agents, 0);
  const second = chainRates(p, agents, 0);
  const mixed = chainRates(p, agents, 0);
  const mix = (a: number, b: number, years: number) => {
    for (let i = 0; i <= agents; ++i) {
      mixed.up[i] = 2 * (a * first.up[i]! + b * second.up[i]!);
      mixed.down[i] = 2 * (a * first.down[i]! + b * second.down[i]!);
    }
    move(moving, mixed, years / 2, true);
  };
  /**
   * The commutator-free integrator of order 4 (Blanes and Moan 2006): two exponentials of mixtures of the rates at the
   * Gauss points. In steps this short the mixtures are rates again, none below 0.
   */
  const changing = (from: number, to: number) => {
    for (let now = from; now < to; ) {
      // The push grows by no more than a fifth of itself, and of a logit by less than half, in one step.
      const slope = belief * strength * Math.exp(-belief * (year - now));
      const h = Math.min(to - now, 0.2, 0.18 / belief, (0.4 * p.noise) / slope);
      const end = h >= to - now ? to : now + h;
      const middle = (now + end) / 2;
      chainRates(p, agents, sunsetPressure(p, middle - gauss * (end - now)), first);
      chainRates(p, agents, sunsetPressure(p, middle + gauss * (end - now)), second);
      mix(0.25 + gauss, 0.25 - gauss, end - now);
      mix(0.25 - gauss, 0.25 + gauss, end - now);
      now = end;
    }
  };
  return (from, to) => {
    steady(Math.min(from, dawn), Math.min(to, dawn), 0);
    changing(Math.min(Math.max(from, dawn), year), Math.min(Math.max(to, dawn), year));
    steady(Math.max(from, year), Math.max(to, year), strength);
  };
}
