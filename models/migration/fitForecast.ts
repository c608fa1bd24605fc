import type {Curve} from "./fitCurves.js";
import {type Fit, fitCurve, predict} from "./fitModel.js";
import {before, checkSeries, type Series} from "./fitSeries.js";

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
