import {checkNumber, checkWhole} from "../check.js";
import {checkEdge} from "./game.js";

/**
 * The game for a player who is not told the edge. Before the first flip the edge is believed to be Beta(alpha, beta);
 * after `n` flips with `wins` heads it is believed to be Beta(alpha + wins, beta + n − wins), whose mean is the chance
 * of heads on the next flip.
 */
export interface UnknownEdgeGame {
  /** The prior: heads and tails already counted, each above 0. */
  alpha: number;
  beta: number;
  /** The edge that the coin in truth has. */
  edge: number;
  /** Most that the game pays, in whole units of money. */
  ceiling: number;
  rounds: number;
  /** Money in hand, in whole units, at most the ceiling. */
  wealth: number;
}

/** What the best plan under the prior comes to, in units of money. */
export interface UnknownEdgeValue {
  /** Expected final wealth as the player sees it, averaged over the prior. */
  believed: number;
  /** Expected final wealth at the edge that the coin has. */
  actual: number;
}

/** Stakes worth this part of the best less are ties: wider than rounding. */
const tie = 1e-12;

/**
 * The value of the best plan that bets on heads alone, in whole units, under a Beta prior. A full scan: for every
 * number of flips, of heads among them, and wealth, every stake from 0 to min(w, ceiling − w); among ties the smallest
 * is taken. With bets on heads alone a prior with mass below ½ leaves the market incomplete, so there is no closed
 * form to take its place.
 *
 * Time is proportional to rounds² × ceiling²; 300 rounds and 250 units take a few seconds.
 *
 * @throws RangeError naming alpha, beta, edge, ceiling, rounds or wealth.
 */
export function headsOnlyValue({alpha, beta, edge, ceiling, rounds, wealth}: UnknownEdgeGame): UnknownEdgeValue {
  checkNumber("alpha", alpha, "a number above 0", (v) => v > 0);
  checkNumber("beta", beta, "a number above 0", (v) => v > 0);
  checkEdge(edge);
  checkWhole("ceiling", ceiling, 1);
  checkWhole("rounds", rounds);
  checkWhole("wealth", wealth, 0, ceiling);
  const width = ceiling + 1;
  const money = Float64Array.from({length: width}, (_, w) => w);
  // One row over wealth for each number of heads so far; row k of round n is made from rows k and k + 1 of n + 1.
  const believed = Array.from({length: rounds + 1}, () => money.slice());
  const actual = Array.from({length: rounds + 1}, () => money.slice());
  const [row, played] = [new Float64Array(width), new Float64Array(width)];
  for (let n = rounds - 1; n >= 0; --n) {
    for (let wins = 0; wins <= n; ++wins) {
      const heads = (alpha + wins) / (alpha + beta + n);
      const [lost, won] = [believed[wins]!, believed[wins + 1]!];
      const [lostActual, wonActual] = [actual[wins]!, actual[wins + 1]!];
      for (let w = 0; w < width; ++w) {
        const stake = bestStake(won, lost, heads, w, ceiling);
        row[w] = heads * won[w + stake]! + (1 - heads) * lost[w - stake]!;
        played[w] = edge * wonActual[w + stake]! + (1 - edge) * lostActual[w - stake]!;
      }
      // Row `wins` of the later round is not needed again: wins + 1 is next.
      lost.set(row);
      lostActual.set(played);
    }
  }
  return {believed: believed[0]![wealth]!, actual: actual[0]![wealth]!};
}

/** The smallest of the stakes worth the most, up to rounding. */
function bestStake(won: Float64Array, lost: Float64Array, heads: number, w: number, ceiling: number): number {
  const tails = 1 - heads;
  const most = Math.min(w, ceiling - w);
  let best = heads * won[w]! + tails * lost[w]!;
  let stake = 0;
  for (let x = 1; x <= most; ++x) {
    const worth = heads * won[w + x]! + tails * lost[w - x]!;
    if (worth > best * (1 + tie)) {
      best = worth;
      stake = x;
    }
  }
  return stake;
}
