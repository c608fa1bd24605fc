import {advise, kellyCents} from "./adviser.js";
import {bustBelow, checkGame, type Game} from "./game.js";
import {coin, type Stake, startPlay, toCents} from "./play.js";

/**
 * The wealth of a player who follows a rule, on the flips of a seed: in dollars before the first flip and after each,
 * until the game ends. Stakes are rounded to cents. Only the wealth is followed, so this is fast enough to redraw.
 *
 * @throws RangeError naming a field of the game.
 */
export function wealthPath(stake: Stake, game: Game, seed: string | number): Float64Array {
  const {edge, ceiling, rounds, wealth} = startPlay(checkGame(game), seed).game;
  const heads = coin(seed, edge);
  const path = [wealth];
  let held = wealth;
  for (let left = rounds; left > 0 && held >= bustBelow && held < ceiling; --left) {
    const staked = toCents(stake(held, left));
    held = Math.min(ceiling, toCents(heads() ? held + staked : held - staked));
    path.push(held);
  }
  return Float64Array.from(path);
}

/** What others would have made of the same flips. */
export interface Rivals {
  /** The exact adviser's own play. */
  optimum: Float64Array;
  /** 2p − 1 of wealth at each flip, the win cut at the ceiling. */
  kelly: Float64Array;
}

/**
 * The optimal player and Kelly on the flips of a seed; see `wealthPath`.
 *
 * @throws RangeError naming a field of the game.
 */
export function rivals(game: Game, seed: string | number): Rivals {
  return {
    optimum: wealthPath((wealth, rounds) => advise({...game, wealth, rounds}).stake, game, seed),
    kelly: wealthPath((wealth, rounds) => kellyCents({...game, wealth, rounds}), game, seed)
  };
}
