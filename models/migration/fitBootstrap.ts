import {checkNumber, checkWhole} from "../check.js";
import {integer, random} from "../random.js";
import {checkTimes, type Fit, fromAll, predict, valuesAt} from "./fitModel.js";
import {checkSeries, type Series} from "./fitSeries.js";

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

export interface BootstrapOptions {
  times: ArrayLike<number>;
  seed: string | number;
  rounds?: number;
  levels?: readonly [number, number];
  /** How many residuals in a row are dealt out together: 1 takes them to be unrelated. */
  block?: number;
}

/**
 * A band by the residual bootstrap (Efron 1979): residuals, widened for the degrees of freedom the fit used up, are dealt out
 * anew and the curve is fitted again, each time from the fit and from a second start. With `block` 1 it takes the
 * residuals to be unrelated; where they are not, the true band is wider. Longer blocks keep what ties neighbours
 * together (Künsch 1989; here the series is closed to a circle, as Politis and Romano 1992 do).
 *
 * @throws RangeError naming times, rounds, levels, block or seed.
 */
export function bootstrap(series: Series, fit: Fit, options: BootstrapOptions): Bootstrap {
  const run = startBootstrap(series, fit, options);
  run.advance(run.rounds);
  return run.result();
}

/**
 * The same, a few rounds at a time: for whoever wants to tell how far it is, or may have to stop.
 *
 * @throws RangeError as `bootstrap` does.
 */
export function startBootstrap(
  series: Series,
  fit: Fit,
  {times, seed, rounds = 200, levels = [0.05, 0.95], block = 1}: BootstrapOptions
): {
  rounds: number;
  /** Runs up to so many rounds more; returns how many have been run in all. */
  advance(more: number): number;
  /** The band of the rounds run so far, two at the least. */
  result(): Bootstrap;
} {
  const {curve, residuals, origin} = fit;
  checkSeries(series, curve.names.length + 1);
  checkTimes(times, origin);
  checkWhole("rounds", rounds, 2, 100_000);
  const count = series.time.length;
  checkWhole("block", block, 1, count);
  for (const level of levels) checkNumber("levels", level, "numbers between 0 and 1", (v) => v >= 0 && v <= 1);
  const pick = integer(random(seed), 0, count - 1);
  const fitted = predict(fit, series.time);
  const years = series.time.map((t) => t - origin);
  const mean = residuals.reduce((sum, r) => sum + r, 0) / count;
  const widen = Math.sqrt(count / (count - curve.names.length));
  const curves: Float64Array[] = [];
  const found: number[][] = [];
  const deal = () => {
    let from = 0;
    return Array.from(fitted, (x, i) => {
      if (i % block === 0) from = pick();
      const residual = residuals[(from + (i % block)) % count]!;
      return Math.min(1, Math.max(0, x + widen * (residual - mean)));
    });
  };
  return {
    rounds,
    advance(more) {
      for (const end = Math.min(rounds, found.length + more); found.length < end; ) {
        const share = deal();
        const starts = curve.starts(years.at(-1)!, share[0]!, share.at(-1)!);
        const {at} = fromAll(years, share, curve, [fit.parameters, starts[found.length % starts.length]!]);
        found.push(at);
        curves.push(valuesAt(curve, at, origin, times));
      }
      return found.length;
    },
    result() {
      checkWhole("rounds", found.length, 2);
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
  };
}

/** A quantile by linear interpolation between the sorted values. */
function quantile(values: readonly number[], level: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = level * (sorted.length - 1);
  const i = Math.floor(place);
  return sorted[i]! + (place - i) * ((sorted[i + 1] ?? sorted[i]!) - sorted[i]!);
}
