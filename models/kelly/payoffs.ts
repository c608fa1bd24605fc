import {checkBetween} from "../check.js";
import {fractionMeans} from "./fractionLattice.js";
import {checkGame, type Game} from "./game.js";
import {valueSurface} from "./surface.js";

/** Expected final wealth, in dollars, for each horizon 0 … rounds. */
export interface Payoffs {
  /** The best play. */
  optimal: Float64Array;
  /** 2p − 1 of wealth, the win cut at the ceiling. */
  kelly: Float64Array;
  /** A constant fraction of wealth, the win cut at the ceiling. */
  fraction: Float64Array;
}

/**
 * What the best play, Kelly and one constant fraction come to at every horizon up to `rounds`. Exact, and fast enough
 * to follow a slider: these strategies live on lattices.
 *
 * @throws RangeError naming a field of the game, or the fraction outside 0 … 1.
 */
export function payoffs(game: Game, fraction: number): Payoffs {
  return {
    optimal: valueSurface({...game, wealth: Float64Array.of(game.wealth)}),
    kelly: fractionMeans(Math.max(0, 2 * game.edge - 1), game),
    fraction: fractionPayoffs(game, fraction)
  };
}

/**
 * The third of the `payoffs` alone: a constant fraction, the win cut at the ceiling, at every horizon up to `rounds`.
 *
 * @throws RangeError naming a field of the game, or the fraction outside 0 … 1.
 */
export function fractionPayoffs(game: Game, fraction: number): Float64Array {
  return fractionMeans(checkBetween("fraction", fraction, 0, 1), checkGame(game));
}

/**
 * Expected final wealth, in dollars, at the game's horizon for each of some constant fractions, the win cut at the
 * ceiling. Exact.
 *
 * @throws RangeError naming a field of the game, or a fraction outside 0 … 1.
 */
export function payoffByFraction(game: Game, fractions: ArrayLike<number>): Float64Array {
  checkGame(game);
  return Float64Array.from(fractions, (f) => fractionMeans(checkBetween("fraction", f, 0, 1), game)[game.rounds]!);
}

/** The index of the greatest entry; of equal ones the first. */
export function peak(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; ++i) if (values[i]! > values[best]!) best = i;
  return best;
}
