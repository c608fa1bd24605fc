import {checkBetween, checkWhole} from "../check.js";
import {createRun} from "./agentsRun.js";
import type {Graph} from "./ecosystemGraph.js";
import type {SomeParameters} from "./parameters.js";

/** What many wars on a graph, one for each seed, come to. */
export interface Ensemble {
  seeds: number;
  /** Share of the wars in which nine in ten were on the new platform within the horizon, and its standard error. */
  reached: number;
  reachedError: number;
  /**
   * T90, in years, with the horizon in place of those that did not get there: the mean, and its standard error. A mean
   * time where all got there, else a bound on it from below.
   */
  mean: number;
  error: number;
  /** The middle T90; ∞ if half of the wars or more did not get there. */
  median: number;
}

/** The share on the new platform in many wars, at evenly spaced times. */
export interface EnsembleCurve {
  time: number[];
  mean: number[];
  /** Nine in ten wars lie between these. */
  low: number[];
  high: number[];
}

export interface EnsembleOptions {
  graph: Graph;
  seeds: number;
  /** The horizon, in years. */
  years?: number;
  /** Put before the number of each war to make its seed. */
  name?: string;
  /** The agents on the new platform at the start; by default some drawn at random. */
  first?: readonly number[];
}

/** The share at which a war counts as won. */
const won = 0.9;

/** Followed in stretches of so many years, since a run that is won need not go on. */
const stretch = 0.25;

/**
 * When one war on a graph is won: the time of the very move with which nine in ten are on the new platform; ∞ if that
 * does not happen within the horizon. `watch` is told the share at each time that it asks for, in rising order, and
 * makes the run go on to the horizon.
 */
export function warTime(
  given: SomeParameters,
  {graph, seed, years = 40, first}: {graph: Graph; seed: string | number; years?: number; first?: readonly number[]},
  watch?: {times: readonly number[]; share: (i: number, share: number) => void}
): number {
  checkBetween("years", years, 0, 1e4);
  const {size} = graph;
  let count = 0;
  let T90 = Infinity;
  const run = createRun(given, {
    graph,
    seed,
    ...(first && {first}),
    onSwitch(time, _, to) {
      // There is no third platform to go to, or a move to it is one from the old platform that changes nothing here.
      count += to === 1 ? 1 : to === 0 ? -1 : 0;
      if (T90 === Infinity && count >= won * size) T90 = time;
    }
  });
  for (const place of run.place) if (place === 1) ++count;
  if (count >= won * size) T90 = 0;
  if (watch) {
    watch.times.forEach((time, i) => {
      run.advanceTo(time);
      watch.share(i, count / size);
    });
    run.advanceTo(Math.max(run.time, years));
  } else for (let i = 1; run.time < years && T90 === Infinity; ++i) run.advanceTo(Math.min(years, i * stretch));
  return T90;
}

/** What a list of times to victory, ∞ for none, comes to. */
export function summariseTimes(times: readonly number[], years: number): Ensemble {
  const seeds = checkWhole("seeds", times.length, 2, 1e6);
  const capped = times.map((time) => Math.min(time, years));
  const mean = capped.reduce((sum, time) => sum + time, 0) / seeds;
  const square = capped.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (seeds - 1);
  const reached = times.filter((time) => time <= years).length / seeds;
  const sorted = times.toSorted((a, b) => a - b);
  const middle = (sorted[Math.ceil(seeds / 2) - 1]! + sorted[Math.floor(seeds / 2)]!) / 2;
  return {
    seeds,
    reached,
    reachedError: Math.sqrt((reached * (1 - reached)) / seeds),
    mean,
    error: Math.sqrt(square / seeds),
    median: middle
  };
}

/**
 * Wars on a graph with seeds `name 0`, `name 1` …: how long they take.
 *
 * @throws RangeError naming a parameter, graph, seeds or years.
 */
export function ensemble(
  given: SomeParameters,
  {graph, seeds, years = 40, name = "war", first}: EnsembleOptions
): Ensemble {
  checkWhole("seeds", seeds, 2, 1e6);
  const times = Array.from({length: seeds}, (_, i) =>
    warTime(given, {graph, seed: `${name} ${i}`, years, ...(first && {first})})
  );
  return summariseTimes(times, years);
}

/**
 * As `ensemble`, with the share over time besides: the same seeds make the same wars.
 *
 * @throws RangeError naming a parameter, graph, seeds, years or step.
 */
export function ensembleCurve(
  given: SomeParameters,
  {graph, seeds, years = 40, name = "war", first, step = 0.5}: EnsembleOptions & {step?: number}
): {ensemble: Ensemble; curve: EnsembleCurve} {
  checkWhole("seeds", seeds, 2, 1e6);
  checkBetween("step", step, 0.01, years);
  const times = Array.from({length: Math.floor(years / step + 1e-9) + 1}, (_, i) => i * step);
  const shares = times.map(() => new Float64Array(seeds));
  const ends: number[] = [];
  for (let i = 0; i < seeds; ++i) {
    const share = (k: number, x: number) => {
      shares[k]![i] = x;
    };
    ends.push(warTime(given, {graph, seed: `${name} ${i}`, years, ...(first && {first})}, {times, share}));
  }
  const curve: EnsembleCurve = {time: times, mean: [], low: [], high: []};
  for (const column of shares) {
    column.sort();
    curve.mean.push(column.reduce((sum, x) => sum + x, 0) / seeds);
    curve.low.push(column[Math.floor(0.05 * (seeds - 1))]!);
    curve.high.push(column[Math.ceil(0.95 * (seeds - 1))]!);
  }
  return {ensemble: summariseTimes(ends, years), curve};
}
