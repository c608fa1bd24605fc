import {checkCeiling, checkEdge, checkWealth, type Game} from "./game.js";

/**
 * Kelly's stake in dollars: the fraction 2p − 1 of wealth, which makes money grow fastest in a game without a ceiling,
 * stopped at what the ceiling leaves to win. With an edge of ½ or less it is 0.
 *
 * @throws RangeError naming edge, ceiling or wealth.
 */
export function kellyStake({edge, ceiling, wealth}: Omit<Game, "rounds">): number {
  checkEdge(edge);
  checkCeiling(ceiling);
  checkWealth(wealth);
  return Math.max(0, Math.min((2 * edge - 1) * wealth, ceiling - wealth));
}
