import {checkNumber, checkWhole} from "../check.js";
import {integer, random} from "../random.js";
import {type Curve, migrationCurve} from "./fitCurves.js";
import {leastSquares, type Minimum} from "./fitLeastSquares.js";
import {before, checkSeries, type Series} from "./fitSeries.js";

/** Fits of the game, and of plainer curves, to real migrations. One door to its modules. */
export {baselines, bassCurve, type Curve, ceilingCurve, logisticCurve, migrationCurve} from "./fitCurves.js";
export {type AdoptionRow, before, checkSeries, monthToYear, type Series, seriesOf} from "./fitSeries.js";

/** A curve of a family, fitted to a series. */
export interface Fit {
  curve: Curve;
  /** The time from which the curve counts its years: the first of the series. */
  origin: number;
  parameters: number[];
  /** Names of the parameters that ran to an end of their range: the series does not settle these. */
  atBound: string[];
  /** Observed less fitted, at each point. */
  residuals: Float64Array;
  /** Root of the mean squared residual, in points of a hundred. */
  rmse: number;
  /** Akaike's criterion for small samples, up to a constant of the series: less is better, parameters paid for. ∞ without enough points. */
  aicc: number;
}

/**
 * Least squares from a grid of starts, deterministic. At least one point more than the curve has parameters.
 *
 * @throws RangeError naming the series' points, time or share.
 */
export function fitCurve(series: Series, curve: Curve): Fit {
  const {time, share} = checkSeries(series, curve.names.length + 1);
  const years = time.map((t) => t - time[0]!);
  const minimum = fromAll(years, share, curve, curve.starts(years.at(-1)!, share[0]!, share.at(-1)!));
  return describe(series, curve, minimum);
}

/** The best of the minima below several starts; the first, of equals. */
function fromAll(years: readonly number[], share: readonly number[], curve: Curve, starts: number[][]): Minimum {
  const write = (at: readonly number[], to: Float64Array) => {
    curve.shares(at, years, to);
    for (let i = 0; i < to.length; ++i) to[i]! -= share[i]!;
  };
  return starts
    .map((start) => leastSquares(write, years.length, start, curve.box))
    .reduce((best, next) => (next.squares < best.squares ? next : best));
}

function describe({time, share}: Series, curve: Curve, {at, squares}: Minimum): Fit {
  const count = time.length;
  const fitted = valuesAt(curve, at, time[0]!, time);
  // The spread of the residuals is estimated too.
  const spare = count - at.length - 2;
  const cost = 2 * (at.length + 1);
  return {
    curve,
    origin: time[0]!,
    parameters: at,
    atBound: curve.names.filter((_, i) => curve.box[i]!.some((end) => Math.abs(at[i]! - end) < 1e-6)),
    residuals: Float64Array.from(share, (x, i) => x - fitted[i]!),
    rmse: 100 * Math.sqrt(squares / count),
    aicc: spare > 0 ? count * Math.log(squares / count) + cost + (cost * (at.length + 2)) / spare : Infinity
  };
}

function valuesAt(curve: Curve, at: readonly number[], origin: number, time: ArrayLike<number>): Float64Array {
  const years = Float64Array.from(time, (t) => t - origin);
  const values = new Float64Array(years.length);
  curve.shares(at, years, values);
  return values;
}

/**
 * The fitted curve at other times, which must rise and not begin before the series.
 *
 * @throws RangeError naming times.
 */
export function predict({curve, parameters, origin}: Fit, times: ArrayLike<number>): Float64Array {
  checkTimes(times, origin);
  return valuesAt(curve, parameters, origin, times);
}

function checkTimes(times: ArrayLike<number>, origin: number): void {
  let last = origin;
  for (let i = 0; i < times.length; ++i) {
    const low = last;
    last = checkNumber(`times[${i}]`, times[i], `a year of at least ${low}`, (v) => v >= low);
  }
}

/**
 * λ, h, J and x₀ of the migration game at noise 1 and a switching cost k, which choices do not settle.
 *
 * @throws RangeError naming switchingCost, or the series' points (at least 5), time or share.
 */
export function fitMigration(series: Series, {switchingCost = 1}: {switchingCost?: number} = {}): Fit {
  checkNumber("switchingCost", switchingCost, "a number between 0 and 20", (v) => v >= 0 && v <= 20);
  return fitCurve(series, migrationCurve(switchingCost));
}

/** What a fit might have been, had the scatter about the curve fallen otherwise. */
export interface Bootstrap {
  /** The two levels between which the band lies. */
  levels: readonly [low: number, high: number];
  /** The band of the curve at each of the times asked for. */
  low: Float64Array;
  high: Float64Array;
  /** The same for each parameter, in the order of the curve's names. */
  parameters: [low: number, high: number][];
  /** How many of the refits ran a parameter to an end of its range, for each parameter. */
  atBound: number[];
}

/**
 * A band by the residual bootstrap (Efron 1979): residuals, widened for the degrees of freedom the fit used up, are dealt out
 * anew and the curve is fitted again, each time from the fit and from a second start. It takes the residuals to be
 * unrelated; where they are not, the true band is wider.
 *
 * @throws RangeError naming times, rounds, levels or seed.
 */
export function bootstrap(
  series: Series,
  fit: Fit,
  options: {
    times: ArrayLike<number>;
    seed: string | number;
    rounds?: number;
    levels?: readonly [number, number];
  }
): Bootstrap {
  const {times, seed, rounds = 200, levels = [0.05, 0.95]} = options;
  const {curve, residuals, origin} = fit;
  checkSeries(series, curve.names.length + 1);
  checkTimes(times, origin);
  checkWhole("rounds", rounds, 2, 100_000);
  for (const level of levels) checkNumber("levels", level, "numbers between 0 and 1", (v) => v >= 0 && v <= 1);
  const count = series.time.length;
  const pick = integer(random(seed), 0, count - 1);
  const fitted = predict(fit, series.time);
  const years = series.time.map((t) => t - origin);
  const mean = residuals.reduce((sum, r) => sum + r, 0) / count;
  const widen = Math.sqrt(count / (count - curve.names.length));
  const curves: Float64Array[] = [];
  const found: number[][] = [];
  for (let round = 0; round < rounds; ++round) {
    const share = Array.from(fitted, (x) => Math.min(1, Math.max(0, x + widen * (residuals[pick()]! - mean))));
    const starts = curve.starts(years.at(-1)!, share[0]!, share.at(-1)!);
    const {at} = fromAll(years, share, curve, [fit.parameters, starts[round % starts.length]!]);
    found.push(at);
    curves.push(valuesAt(curve, at, origin, times));
  }
  const band = (level: number) =>
    Float64Array.from(times, (_, i) =>
      quantile(
        curves.map((values) => values[i]!),
        level
      )
    );
  return {
    levels,
    low: band(levels[0]),
    high: band(levels[1]),
    parameters: curve.names.map((_, j) => {
      const values = found.map((at) => at[j]!);
      return [quantile(values, levels[0]), quantile(values, levels[1])];
    }),
    atBound: curve.names.map(
      (_, j) => found.filter((at) => curve.box[j]!.some((end) => Math.abs(at[j]! - end) < 1e-6)).length
    )
  };
}

/** A quantile by linear interpolation between the sorted values. */
function quantile(values: readonly number[], level: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = level * (sorted.length - 1);
  const i = Math.floor(place);
  return sorted[i]! + (place - i) * ((sorted[i + 1] ?? sorted[i]!) - sorted[i]!);
}

/** A fit to the years before a date, held against what came after. */
export interface Forecast {
  fit: Fit;
  /** Observed less forecast, at each point from the date on. */
  errors: Float64Array;
  /** Root of their mean square, in points of a hundred. */
  rmse: number;
}

/**
 * What a curve, fitted to the series before `date`, says of the rest.
 *
 * @throws RangeError naming date where no points are left to forecast, or the points before it where they are too few.
 */
export function forecast(series: Series, curve: Curve, date: number): Forecast {
  checkSeries(series);
  const fit = fitCurve(before(series, date), curve);
  const from = fit.residuals.length;
  const time = series.time.slice(from);
  if (time.length === 0) throw new RangeError(`date is ${date}, but must be at most ${series.time.at(-1)}`);
  const values = predict(fit, time);
  const errors = Float64Array.from(time, (_, i) => series.share[from + i]! - values[i]!);
  return {fit, errors, rmse: 100 * Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length)};
}
