import {advise, kellyCents} from "./adviser.js";
import {checkGame, type Game} from "./game.js";

/** How a player goes on: the same sum, the same share of wealth, Kelly's stake or the adviser's. */
export type StakeRule = "sum" | "share" | "kelly" | "best";

/** The stake last chosen by hand, in dollars, and the wealth it was chosen at. */
export interface ChosenStake {
  stake: number;
  wealth: number;
}

/**
 * The next stake of a rule, in whole cents, from 0 to the wealth. The same share never stakes more than would reach
 * the ceiling, unless the share is all.
 *
 * @throws RangeError naming a field of the game.
 */
export function nextStake(rule: StakeRule, chosen: ChosenStake, game: Game): number {
  const {ceiling, wealth} = checkGame(game);
  if (rule === "kelly") return kellyCents(game);
  if (rule === "best") return advise(game).stake;
  if (rule === "sum") return Math.min(chosen.stake, wealth);
  const share = chosen.wealth > 0 ? chosen.stake / chosen.wealth : 0;
  const most = Math.max(0, Math.min(wealth, ceiling - wealth));
  return Math.floor(Math.min(share * wealth, share < 1 ? most : wealth) * 100 + 1e-7) / 100;
}
