import {addFlip, tailsBeforeAnyFlip} from "./binomial.js";
import {checkCeiling, checkRounds, type Game} from "./game.js";
import {stakeBounds} from "./value.js";

/** The corners of the optimal stakes over wealth, in dollars: both bounds are straight between neighbours. */
export interface StakeBand {
  /** Rising from 0 to the ceiling. */
  wealth: Float64Array;
  low: Float64Array;
  high: Float64Array;
}

/**
 * The interval of optimal stakes over all wealths at one horizon, for any edge above ½: the exact corners of a chain of
 * diamonds. Its bounds meet at the knots of V(·, rounds); in between, the low bound touches 0 at a knot of
 * V(·, rounds − 1), where standing still is as good as betting, and the high bound peaks halfway between the knots on
 * either side of that one. Corners that double precision cannot tell apart are merged.
 *
 * @throws RangeError naming ceiling or rounds.
 */
export function stakeBand({ceiling, rounds}: Pick<Game, "ceiling" | "rounds">): StakeBand {
  checkCeiling(ceiling);
  checkRounds(rounds);
  if (rounds === 0) return {wealth: Float64Array.of(0, ceiling), low: new Float64Array(2), high: new Float64Array(2)};
  const later = tailsBeforeAnyFlip(rounds);
  for (let b = 1; b < rounds; ++b) addFlip(later, b, 0.5);
  const price = (j: number) => (j < 0 ? ceiling : ceiling * (later[j] ?? 0));
  const corners: [wealth: number, low: number, high: number][] = [[0, 0, 0]];
  const add = (wealth: number, k: number) => {
    if (wealth > corners.at(-1)![0]) corners.push([wealth, ...stakeBounds(later, k, ceiling, wealth)]);
  };
  for (let k = rounds; k >= 0; --k) {
    const peak = (price(k + 1) + price(k - 1)) / 2;
    add(Math.min(price(k), peak), k);
    add(Math.max(price(k), peak), k);
    add((price(k) + price(k - 1)) / 2, k);
  }
  const column = (i: 0 | 1 | 2) => Float64Array.from(corners, (corner) => corner[i]);
  return {wealth: column(0), low: column(1), high: column(2)};
}
