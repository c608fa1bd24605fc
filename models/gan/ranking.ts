import {checkWhole} from "../check.js";

/**
 * The chance that a score tells a good picture from a bad one: that a good one, taken at random, scores higher than a bad
 * one, ties counting half (the area under the ROC curve). Its standard error is that of DeLong, DeLong and Clarke-Pearson
 * (1988).
 *
 * @throws RangeError if there are fewer than two scores of a kind: one tells nothing of the spread.
 */
export function rankChance(good: readonly number[], bad: readonly number[]): {chance: number; error: number} {
  checkWhole("the number of good scores", good.length, 2);
  checkWhole("the number of bad scores", bad.length, 2);
  const share = (value: number, sorted: readonly number[]) =>
    (below(sorted, value) + upTo(sorted, value)) / 2 / sorted.length;
  const goodSorted = [...good].sort((a, b) => a - b);
  const badSorted = [...bad].sort((a, b) => a - b);
  const ofGood = good.map((value) => share(value, badSorted));
  const ofBad = bad.map((value) => 1 - share(value, goodSorted));
  const chance = ofGood.reduce((a, b) => a + b, 0) / good.length;
  const spread = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + (value - chance) ** 2, 0) / (values.length - 1) / values.length;
  return {chance, error: Math.sqrt(spread(ofGood) + spread(ofBad))};
}

/** How many of the sorted values are below this one. */
function below(sorted: readonly number[], value: number): number {
  return search(sorted, (v) => v < value);
}

/** How many are this one or below it. */
function upTo(sorted: readonly number[], value: number): number {
  return search(sorted, (v) => v <= value);
}

/** How many hold the condition, which the first ones do and the rest do not. */
function search(sorted: readonly number[], holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
