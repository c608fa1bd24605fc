import {checkNumber} from "../check.js";

/** A sum in the money of its day, and what was printed for it in the money of another year, to `within`. */
export interface Restated {
  amount: number;
  printed: number;
  /** Half a unit of the last digit printed. */
  within: number;
}

/**
 * The range of factors that turn every amount into what was printed for it. Sums that were all restated by one price
 * index leave a range; a slip in one of them leaves none.
 *
 * @throws RangeError naming amounts: when there are none, or when no single factor serves them all.
 */
export function restatingFactor(sums: readonly Restated[]): [low: number, high: number] {
  checkNumber("amounts", sums.length, "at least one sum", (v) => v > 0);
  const low = Math.max(...sums.map(({amount, printed, within}) => (printed - within) / amount));
  const high = Math.min(...sums.map(({amount, printed, within}) => (printed + within) / amount));
  if (!(low <= high))
    throw new RangeError(
      `amounts are ${sums.map(({amount}) => amount).join(", ")}, but must be restated by one factor: ${low} > ${high}`
    );
  return [low, high];
}

/**
 * What a sum comes to if it was restated by the same factor as the others. The middle of their range is taken.
 *
 * @throws RangeError naming amounts, or an amount that is not a number.
 */
export function restated(amount: number, others: readonly Restated[]): number {
  checkNumber("amount", amount, "a finite number");
  const [low, high] = restatingFactor(others);
  return (amount * (low + high)) / 2;
}
