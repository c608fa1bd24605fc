import {significant} from "../round.js";
import type {AdoptionPoint, BandCoverage, FitBand, FittedCurve, HeldFit, SeriesFits} from "./files.js";
import {type Bootstrap, bootstrap} from "./fitBootstrap.js";
import {coverage} from "./fitCoverage.js";
import {baselines, type Curve, migrationCurve, pinned} from "./fitCurves.js";
import {type Fit, fitCurve, predict} from "./fitModel.js";
import {lagOne, noiseFloor} from "./fitNoise.js";
import {before, checkSeries, type Series} from "./fitSeries.js";
import {criticalCoupling} from "./meanField.js";

/** Fits and forecasts in the shape of data/migration/fits.json, for the loader and for live fits alike. */

const share = (value: number) => Number(value.toFixed(5));
const points = (value: number) => Number((100 * value).toFixed(3));
const digits = (value: number) => significant(value, 6);

/** The game at a switching cost, and what it is held against. */
export function rivals(switchingCost: number): Curve[] {
  return [migrationCurve(switchingCost), ...baselines];
}

/**
 * A curve fitted to the points of a series before `until`, with what it says of the rest; no result where too few points are
 * known for it.
 *
 * @throws RangeError naming time or share.
 */
export function fitUntil(series: Series, curve: Curve, until = Infinity): {summary: FittedCurve; fit: Fit | undefined} {
  checkSeries(series);
  const past = before(series, until);
  const known = past.time.length;
  const needed = curve.names.length + 1;
  if (known < needed) return {summary: {id: curve.id, known, needed, result: null}, fit: undefined};
  const fit = fitCurve(past, curve);
  const later = predict(fit, series.time.slice(known));
  const errors = Array.from(later, (x, i) => series.share[known + i]! - x);
  const square = errors.reduce((sum, e) => sum + e * e, 0) / errors.length;
  const result = {
    parameters: fit.parameters.map(digits),
    atBound: fit.atBound,
    rmse: digits(fit.rmse),
    aicc: Number.isFinite(fit.aicc) ? Number(fit.aicc.toFixed(3)) : null,
    lagOne: Number(lagOne(fit.residuals).toFixed(4)),
    residuals: Array.from(fit.residuals, points),
    errors: errors.map(points),
    ahead: errors.length ? digits(100 * Math.sqrt(square)) : null
  };
  return {summary: {id: curve.id, known, needed, result}, fit};
}

/** How many residuals in a row a block bootstrap deals out: the cube root of the points, and two at the least. */
export function blockLength(count: number): number {
  return Math.max(2, Math.round(Math.cbrt(count)));
}

/** Where a chart of a series ends: some way past its last point, at a whole year. */
export function chartEnd({time}: Series): number {
  const last = time.at(-1)!;
  return Math.ceil(last + 0.1 * (last - time[0]!));
}

/** Evenly spaced times from the first of a series to the end of its chart. */
export function bandTimes(series: Series, count = 61): number[] {
  const from = series.time[0]!;
  const to = chartEnd(series);
  return Array.from({length: count}, (_, i) => (i === 0 ? from : share(from + (i / (count - 1)) * (to - from))));
}

/** The band of a fit, without and with blocks. `series` is what was fitted. */
export function bandOf(
  series: Series,
  fit: Fit,
  {times, seed, rounds}: {times: number[]; seed: string; rounds: number}
): FitBand {
  const plain = bootstrap(series, fit, {times, seed, rounds});
  const length = blockLength(series.time.length);
  const tied = bootstrap(series, fit, {times, seed: `${seed} blocks`, rounds, block: length});
  return bandSummary(plain, times, rounds, {...tied, length});
}

/** A bootstrap as it stands in a data file. */
export function bandSummary(
  plain: Bootstrap,
  times: readonly number[],
  rounds: number,
  tied?: Bootstrap & {length: number}
): FitBand {
  const width = ({low, high}: {low: Float64Array; high: Float64Array}) =>
    low.reduce((sum, v, i) => sum + high[i]! - v, 0) / low.length;
  const rounded = (ranges: [number, number][]) => ranges.map(([a, b]): [number, number] => [digits(a), digits(b)]);
  return {
    rounds,
    time: [...times],
    low: Array.from(plain.low, share),
    high: Array.from(plain.high, share),
    parameters: rounded(plain.parameters),
    blocks: tied
      ? {
          length: tied.length,
          parameters: rounded(tied.parameters),
          width: digits(width(plain) > 0 ? width(tied) / width(plain) : 1)
        }
      : null
  };
}

function held(curve: Curve, series: Series, at: number, switchingCost: number, coupling?: number): HeldFit {
  const fit = fitCurve(series, curve);
  const J = coupling ?? fit.parameters[curve.names.indexOf("coupling")]!;
  return {
    at,
    rmse: digits(fit.rmse),
    coupling: digits(J),
    ratio: digits(J / criticalCoupling({switchingCost})),
    atBound: fit.atBound
  };
}

/** How far h and J may go in the fit that asks whether the usual range held J back. */
const far = 40;

export interface ReportOptions {
  seed: string;
  rounds: number;
  switchingCost: number;
  /** Where k and J are held. */
  costs: readonly number[];
  couplings: readonly number[];
  /** 1 for a forecast at each half year that brought another point, 2 for every other of them … */
  forecastEvery?: number;
}

/**
 * All that the page shows of one series, but for what follows the sliders.
 *
 * @throws RangeError naming the series' points (at least 5), time or share.
 */
export function seriesReport(id: string, figures: AdoptionPoint[], options: ReportOptions): SeriesFits {
  const {seed, rounds, switchingCost, costs, couplings, forecastEvery} = options;
  const series = checkSeries(
    {time: figures.map((d) => d.time), share: figures.map((d) => d.percent / 100)},
    migrationCurve(switchingCost).names.length + 1
  );
  const curves = rivals(switchingCost);
  const whole = curves.map((curve) => fitUntil(series, curve));
  return {
    id,
    points: figures,
    noise: digits(noiseFloor(series)),
    fits: whole.map(({summary}) => summary),
    band: bandOf(series, whole[0]!.fit!, {times: bandTimes(series), seed, rounds}),
    overCost: costs.map((k) => held(migrationCurve(k), series, k, k)),
    overCoupling: couplings.map((J) => held(pinned(curves[0]!, "coupling", J), series, J, switchingCost, J)),
    wide: held(migrationCurve(switchingCost, far), series, far, switchingCost),
    forecasts: forecastsOf(series, curves, forecastEvery)
  };
}

/**
 * How often the game's band and interval of J hold the truth, in series made up from its fit: with scatter that is unrelated,
 * and with scatter whose neighbours correlate, dealt out singly and in blocks.
 *
 * @throws RangeError as `fitMigration` and `coverage` do.
 */
export function bandCoverage(
  {id, points: figures, noise}: SeriesFits,
  {switchingCost, sets, rounds, seed}: {switchingCost: number; sets: number; rounds: number; seed: string}
): BandCoverage {
  const series = {time: figures.map((d) => d.time), share: figures.map((d) => d.percent / 100)};
  const fit = fitCurve(series, migrationCurve(switchingCost));
  const tied = 0.6;
  const cases = [
    {correlation: 0, block: 1},
    {correlation: tied, block: 1},
    {correlation: tied, block: blockLength(series.time.length)}
  ];
  return {
    id,
    scatter: noise,
    sets,
    rounds,
    rows: cases.map((one) => {
      const {band, bandError, parameters} = coverage(fit, series.time, {
        ...one,
        sets,
        rounds,
        scatter: noise / 100,
        seed: `${seed} ${one.correlation}`
      });
      const coupling = parameters[fit.curve.names.indexOf("coupling")]!;
      return {...one, band: digits(band), bandError: digits(bandError), coupling};
    })
  };
}

/** The forecasts of curves at each half year (or every so many) that brought another point, while there are points to come. */
export function forecastsOf(series: Series, curves: readonly Curve[], every = 1): SeriesFits["forecasts"] {
  const {time} = series;
  const least = Math.min(...curves.map((curve) => curve.names.length + 1));
  const dates = [...new Set(time.slice(least - 1, -1).map((t) => Math.floor(2 * t + 1) / 2))];
  return dates
    .filter((until, i) => until <= time.at(-1)! && i % every === 0)
    .map((until) => {
      const tried = curves.map((curve) => fitUntil(series, curve, until).summary);
      const ahead = tried.flatMap(({id, result}) => (result?.ahead === undefined ? [] : [[id, result.ahead] as const]));
      return {
        until,
        known: tried[0]!.known,
        ahead: Object.fromEntries(ahead),
        atBound: tried[0]!.result?.atBound ?? []
      };
    });
}
