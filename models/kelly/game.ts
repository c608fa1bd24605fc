import {checkNumber, checkWhole} from "../check.js";

/**
 * The Kelly coin-flipping game. A player with some wealth bets on heads at even money, once a round, for a
 * number of rounds; winnings stop at a ceiling.
 */
export interface Game {
  /** Probability that the coin lands heads, strictly between 0 and 1. */
  edge: number;
  /** Most that the game pays, in dollars, above 0. */
  ceiling: number;
  /** Flips left: a whole number, 0 or more. */
  rounds: number;
  /** Dollars in hand, 0 or more; at or above the ceiling it is worth the ceiling. */
  wealth: number;
}

/** The game as Haghani and Dewey (2016) had 61 people play it: $25, a 60 % coin, 300 flips, a $250 ceiling. */
export const defaultGame: Readonly<Game> = {edge: 0.6, ceiling: 250, rounds: 300, wealth: 25};

/** A final wealth below one cent counts as bust, in dollars. */
export const bustBelow = 0.01;

/** The edge, or a RangeError. */
export function checkEdge(edge: unknown): number {
  return checkNumber("edge", edge, "a probability above 0 and below 1", (v) => v > 0 && v < 1);
}

/** The ceiling in dollars, or a RangeError. */
export function checkCeiling(ceiling: unknown): number {
  return checkNumber("ceiling", ceiling, "a number of dollars above 0", (v) => v > 0);
}

/** The number of rounds, or a RangeError. */
export function checkRounds(rounds: unknown): number {
  return checkWhole("rounds", rounds);
}

/** The wealth in dollars, or a RangeError. */
export function checkWealth(wealth: unknown): number {
  return checkNumber("wealth", wealth, "a number of dollars of at least 0", (v) => v >= 0);
}

/** The whole game, or a RangeError that names the first field that is out of range. */
export function checkGame(game: Game): Game {
  checkEdge(game.edge);
  checkCeiling(game.ceiling);
  checkRounds(game.rounds);
  checkWealth(game.wealth);
  return game;
}
