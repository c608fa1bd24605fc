import {checkNumber} from "../check.js";
import {type Curve, migrationCurve} from "./fitCurves.js";
import {leastSquares, type Minimum} from "./fitLeastSquares.js";
import {checkSeries, type Series} from "./fitSeries.js";

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
export function fromAll(years: readonly number[], share: readonly number[], curve: Curve, starts: number[][]): Minimum {
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

/** The curve `at` some parameters, at calendar times. */
export function valuesAt(curve: Curve, at: readonly number[], origin: number, time: ArrayLike<number>): Float64Array {
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

/** Refuses times that fall or begin before `origin`. */
export function checkTimes(times: ArrayLike<number>, origin: number): void {
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
