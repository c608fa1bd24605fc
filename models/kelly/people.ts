import {checkBetween, checkNumber, checkWhole} from "../check.js";

/** A part of the players and what they ended with on average, in dollars. */
export interface Part {
  share: number;
  mean: number;
}

/**
 * The mean over all players from the means of the parts they fall into, in dollars.
 *
 * @throws RangeError naming a share, a mean, or shares that do not add up to 1 within a hundredth.
 */
export function meanOfParts(parts: readonly Part[]): number {
  let [total, sum] = [0, 0];
  for (const {share, mean} of parts) {
    total += checkBetween("share", share, 0, 1);
    sum += share * checkNumber("mean", mean, "a finite number of dollars");
  }
  checkNumber("shares", total, "parts that add up to 1", (v) => Math.abs(v - 1) <= 0.01);
  return sum;
}

/**
 * How many of `total` players were meant by shares that were printed as whole percentages and leave no one out: for
 * each share the count nearest to it. Undefined when no counts that print as these shares make up the total.
 *
 * @throws RangeError naming total or a share.
 */
export function countsFor(shares: readonly number[], total: number): number[] | undefined {
  checkWhole("total", total, 1);
  const counts = shares.map((share) => Math.round(checkBetween("share", share, 0, 1) * total));
  const prints = counts.every((count, i) => Math.round((100 * count) / total) === Math.round(100 * shares[i]!));
  return prints && counts.reduce((a, b) => a + b, 0) === total ? counts : undefined;
}
