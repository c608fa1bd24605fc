import {checkGame, type Game} from "./game.js";
import {optimalStake} from "./optimalOutcome.js";
import {toCents} from "./play.js";
import {betValue} from "./stakeLoss.js";
import {optimalStakes} from "./value.js";

/** What an exact adviser says before a flip. Dollars. */
export interface Advice {
  /** Every stake from `low` to `high` attains V. */
  low: number;
  high: number;
  /** One stake in whole cents: of the interval where it holds a whole cent, else that beside it which costs less. */
  stake: number;
}

/**
 * The optimal stakes, and one to take in whole cents: the stake that replicates the best claim on the flips to come,
 * which lies well inside the interval wherever there is room.
 *
 * @throws RangeError naming edge, ceiling, rounds or wealth.
 */
export function advise(game: Game): Advice {
  const {wealth} = checkGame(game);
  const [low, high] = optimalStakes(game);
  const [first, last] = [Math.ceil(low * 100 - 1e-7) / 100, Math.floor(high * 100 + 1e-7) / 100];
  const most = Math.floor(wealth * 100 + 1e-7) / 100;
  if (first <= last) {
    const wanted = toCents(optimalStake("replicating", game));
    return {low, high, stake: Math.min(last, Math.max(first, wanted), most)};
  }
  // No whole cent is optimal. A bet is worth less the farther it is from the interval: the best is just below or above.
  const above = Math.min(first, most, wealth);
  const stake = betValue({...game, stake: above}) > betValue({...game, stake: last}) ? above : last;
  return {low, high, stake};
}

/**
 * Kelly's stake in whole cents: 2p − 1 of the wealth to the last, as if there were no ceiling, which cuts the win; 0
 * without an edge or without flips. A part of a cent is left in the pocket.
 *
 * @throws RangeError naming edge, ceiling, rounds or wealth.
 */
export function kellyCents(game: Game): number {
  const {edge, ceiling, rounds, wealth} = checkGame(game);
  if (rounds === 0 || edge <= 0.5 || wealth >= ceiling) return 0;
  return Math.floor((2 * edge - 1) * wealth * 100 + 1e-7) / 100;
}
