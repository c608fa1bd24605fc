import {checkNumber} from "../check.js";
import type {Outcome} from "./outcome.js";

/** Where a result stands among the results of a strategy: the three add up to 1. */
export interface Rank {
  /** The chance of ending with less. */
  below: number;
  /** The chance of ending with as much, to the half cent. */
  same: number;
  /** The chance of ending with more. */
  above: number;
}

/**
 * Where a final wealth in dollars stands in the distribution of an outcome.
 *
 * @throws RangeError naming wealth.
 */
export function rank({wealth: money, probability}: Pick<Outcome, "wealth" | "probability">, wealth: number): Rank {
  checkNumber("wealth", wealth, "a number of dollars of at least 0", (v) => v >= 0);
  const place = {below: 0, same: 0, above: 0};
  for (let i = 0; i < money.length; ++i) {
    const gap = money[i]! - wealth;
    place[gap < -0.005 ? "below" : gap > 0.005 ? "above" : "same"] += probability[i]!;
  }
  return place;
}
