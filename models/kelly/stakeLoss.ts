import {checkNumber} from "../check.js";
import {checkGame, type Game} from "./game.js";
import {value} from "./value.js";

/** A game and a stake in dollars, from 0 to all of the wealth. */
export interface Bet extends Game {
  stake: number;
}

/** The stake in dollars, or a RangeError: it must be a number from 0 to the wealth. */
export function checkStake(stake: unknown, wealth: number): number {
  return checkNumber(
    "stake",
    stake,
    `a number of dollars from 0 to the wealth, ${wealth}`,
    (v) => v >= 0 && v <= wealth
  );
}

/**
 * What a stake is worth, in dollars: the expected value of the game after this flip when every later stake is
 * optimal, p V(w + x, b − 1) + (1 − p) V(w − x, b − 1). What a win would carry above the ceiling is lost. With no
 * flips left, or the ceiling reached, nothing can be staked and it is V(w, b).
 *
 * @throws RangeError naming edge, ceiling, rounds, wealth or stake.
 */
export function betValue(bet: Bet): number {
  const {edge, ceiling, rounds, wealth} = checkGame(bet);
  const stake = checkStake(bet.stake, wealth);
  if (rounds === 0 || wealth >= ceiling) return value(bet);
  const later = {edge, ceiling, rounds: rounds - 1};
  return edge * value({...later, wealth: wealth + stake}) + (1 - edge) * value({...later, wealth: wealth - stake});
}

/**
 * What a stake costs, in dollars of expected final wealth: V(w, b) less the value of the bet. It is 0 for the optimal
 * stakes and above 0 for every other (rounding errors below 0 are returned as 0).
 *
 * @throws RangeError naming edge, ceiling, rounds, wealth or stake.
 */
export function stakeLoss(bet: Bet): number {
  return Math.max(0, value(bet) - betValue(bet));
}
