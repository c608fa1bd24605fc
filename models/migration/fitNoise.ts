import {checkSeries, type Series} from "./fitSeries.js";

/**
 * The scatter of a series about whatever smooth curve it follows, in points of a hundred, without a model: how far each point
 * lies from the straight line between its neighbours (Gasser, Sroka and Jennen-Steinmetz 1986). Where the series bends
 * sharply between points the bend counts as scatter, so it is an upper estimate. No smooth curve should be expected to
 * come much closer to the points than this, and one that comes far closer has fitted noise.
 *
 * @throws RangeError naming the series' points (at least 3), time or share.
 */
export function noiseFloor(series: Series): number {
  const {time, share} = checkSeries(series, 3);
  let sum = 0;
  for (let i = 1; i < time.length - 1; ++i) {
    const left = (time[i + 1]! - time[i]!) / (time[i + 1]! - time[i - 1]!);
    const right = 1 - left;
    const gap = left * share[i - 1]! + right * share[i + 1]! - share[i]!;
    // Three points' scatter is in the gap; scaled, its mean square is that of one.
    sum += gap ** 2 / (left ** 2 + right ** 2 + 1);
  }
  return 100 * Math.sqrt(sum / (time.length - 2));
}

/**
 * The correlation of neighbouring residuals. Unrelated ones give about 0, give or take 1/√n. Exactly 0 where there is nothing to correlate.
 */
export function lagOne(residuals: ArrayLike<number>): number {
  const count = residuals.length;
  let mean = 0;
  for (let i = 0; i < count; ++i) mean += residuals[i]! / count;
  let [square, product] = [0, 0];
  for (let i = 0; i < count; ++i) {
    const here = residuals[i]! - mean;
    square += here ** 2;
    if (i > 0) product += here * (residuals[i - 1]! - mean);
  }
  return square > 0 ? product / square : 0;
}
