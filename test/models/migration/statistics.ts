/** What tests of simulations share: z-scores, and the band in which the mean of their squares must lie. */

/** The mean and the standard error of it. */
export function meanAndError(values: readonly number[]): {mean: number; error: number} {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const square = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1);
  return {mean, error: Math.sqrt(square / values.length)};
}

/**
 * The band that holds the mean of the squares of `count` independent standard normal numbers with chance 99.9 %: χ²/count, by
 * the cube-root approximation of Wilson and Hilferty (1931), good to 1 % from 20 numbers on.
 */
export function squareBand(count: number): [low: number, high: number] {
  const spread = 2 / (9 * count);
  const at = (z: number) => (1 - spread + z * Math.sqrt(spread)) ** 3;
  return [at(-3.2905), at(3.2905)];
}

/** z-scores of counts against probabilities, for cells that expect at least `least`; the rest are thrown together. */
export function countScores(counts: readonly number[], law: ArrayLike<number>, least = 10): number[] {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const cells: [count: number, chance: number][] = [];
  let rest: [number, number] = [0, 0];
  counts.forEach((n, i) => {
    if (total * law[i]! >= least) cells.push([n, law[i]!]);
    else rest = [rest[0] + n, rest[1] + law[i]!];
  });
  if (total * rest[1] >= least) cells.push(rest);
  return cells.map(([n, p]) => (n - total * p) / Math.sqrt(total * p * (1 - p)));
}

/** ½ Σ |a − b|: the distance of two laws in total variation. */
export function totalVariation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += Math.abs(a[i]! - b[i]!);
  return sum / 2;
}
