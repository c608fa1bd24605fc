import {checkNumber, checkWhole} from "../check.js";
import {normal, random} from "../random.js";
import {type BootstrapOptions, bootstrap} from "./fitBootstrap.js";
import {type Fit, fitCurve, predict} from "./fitModel.js";
import type {Series} from "./fitSeries.js";

/** How often intervals hold what they are meant to hold, in series made up from a known curve. */
export interface Coverage {
  sets: number;
  /** The share of times, over all sets, at which the band held the true curve. */
  band: number;
  /** The standard error of `band`, from how it differs from set to set. */
  bandError: number;
  /** For each parameter, in how many of the sets its interval held the true value. */
  parameters: number[];
}

export interface CoverageOptions extends Omit<BootstrapOptions, "times" | "seed"> {
  seed: string | number;
  /** How many series to make up. */
  sets: number;
  /** The standard deviation of their scatter, as a share. */
  scatter: number;
  /** The correlation of neighbouring scatters, from 0 up to 1. */
  correlation?: number;
}

/**
 * Makes up series from a fitted curve with normal scatter, fits each anew, and counts how often the bootstrap's intervals hold
 * the curve, at the times of the series, and its parameters.
 *
 * @throws RangeError naming sets, scatter, correlation or an option of the bootstrap.
 */
export function coverage(fit: Fit, times: readonly number[], options: CoverageOptions): Coverage {
  const {seed, sets, scatter, correlation = 0, ...rest} = options;
  checkWhole("sets", sets, 2);
  checkNumber("scatter", scatter, "a share of at least 0", (v) => v >= 0);
  checkNumber("correlation", correlation, "a number from 0 and below 1", (v) => v >= 0 && v < 1);
  const truth = predict(fit, times);
  const draw = normal(random(seed));
  const parameters = fit.parameters.map(() => 0);
  const rates: number[] = [];
  for (let set = 0; set < sets; ++set) {
    let error = draw();
    const share = Array.from(truth, (x) => {
      const value = Math.min(1, Math.max(0, x + scatter * error));
      error = correlation * error + Math.sqrt(1 - correlation ** 2) * draw();
      return value;
    });
    const series: Series = {time: times, share};
    const {
      low,
      high,
      parameters: ranges
    } = bootstrap(series, fitCurve(series, fit.curve), {
      ...rest,
      times,
      seed: `${seed} ${set}`
    });
    rates.push(truth.filter((x, i) => low[i]! <= x && x <= high[i]!).length / truth.length);
    ranges.forEach(([a, b], i) => {
      if (a <= fit.parameters[i]! && fit.parameters[i]! <= b) ++parameters[i]!;
    });
  }
  const band = rates.reduce((sum, rate) => sum + rate, 0) / sets;
  const square = rates.reduce((sum, rate) => sum + (rate - band) ** 2, 0) / (sets - 1);
  return {sets, band, bandError: Math.sqrt(square / sets), parameters};
}
