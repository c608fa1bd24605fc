import {checkBetween} from "../check.js";
import {addFlip, binomialTails, lastAbove} from "./binomial.js";
import {checkCeiling, checkEdge, checkGame, checkRounds, checkWealth, type Game} from "./game.js";

/**
 * The exact solution of the game for money that can be divided without end.
 *
 * Betting at even odds on a coin is a complete market: any claim on the sequence of flips can be replicated by
 * stakes, at its price under a fair coin. The ceiling makes the payoff at most C, so the best plan is the most
 * powerful test of “the coin has this edge” against “the coin is fair” (Neyman and Pearson): pay C on the sequences
 * with the most heads, as far down as wealth can buy. The claim “C if at least j heads in b flips” costs
 * C · P½(heads ≥ j) and is worth C · Pₚ(heads ≥ j). These pairs are the knots of V(w, b), and mixtures of
 * neighbouring claims make it linear in between.
 */

/** Linear interpolation through (x0, y0) and (x1, y1) at x, where x0 < x1. */
function between(x: number, x0: number, x1: number, y0: number, y1: number): number {
  return y0 + (y1 - y0) * ((x - x0) / (x1 - x0));
}

/**
 * The greatest expected final wealth, in dollars, of a player with `wealth` dollars and `rounds` flips to go, where
 * heads has probability `edge` and winnings stop at `ceiling` dollars. Only heads can be bet on, so with an edge of
 * ½ or less it is the wealth itself.
 *
 * Takes time proportional to `rounds`; for many wealths or horizons use `valueSurface`. Prices below 1e-308 of the
 * ceiling underflow to 0, which matters only to a wealth as small.
 *
 * @throws RangeError naming edge, ceiling, rounds or wealth.
 */
export function value(game: Game): number {
  const {edge, ceiling, rounds, wealth} = checkGame(game);
  if (wealth >= ceiling) return ceiling;
  if (edge <= 0.5 || rounds === 0) return wealth;
  const share = wealth / ceiling;
  if (share >= 1) return ceiling;
  const price = binomialTails(rounds, 0.5);
  const chance = binomialTails(rounds, edge);
  const k = lastAbove(price, rounds, share);
  return ceiling * between(share, price[k + 1]!, price[k]!, chance[k + 1]!, chance[k]!);
}

/** The knots of V over wealth, both in dollars and rising from 0 to the ceiling. */
export interface ValueCurve {
  wealth: Float64Array;
  value: Float64Array;
}

/**
 * V(w, rounds) as the knots of a rising, concave, piecewise linear curve from (0, 0) to (ceiling, ceiling): up to
 * rounds + 2 of them. Knots that double precision cannot tell apart are merged.
 *
 * @throws RangeError naming edge, ceiling or rounds.
 */
export function valueCurve({edge, ceiling, rounds}: Omit<Game, "wealth">): ValueCurve {
  checkEdge(edge);
  checkCeiling(ceiling);
  checkRounds(rounds);
  if (edge <= 0.5 || rounds === 0) return {wealth: Float64Array.of(0, ceiling), value: Float64Array.of(0, ceiling)};
  const price = binomialTails(rounds, 0.5);
  const chance = binomialTails(rounds, edge);
  const wealth = new Float64Array(rounds + 2);
  const worth = new Float64Array(rounds + 2);
  let last = 0;
  for (let j = rounds; j >= 0; --j) {
    const knot = ceiling * price[j]!;
    if (knot > wealth[last]!) wealth[++last] = knot;
    // Claims too cheap to have a price stay out: the curve starts at (0, 0). Of those that all cost the ceiling,
    // the last is worth the ceiling.
    if (last > 0) worth[last] = ceiling * chance[j]!;
  }
  return {wealth: wealth.slice(0, last + 1), value: worth.slice(0, last + 1)};
}

/**
 * The wealth, in dollars, at which V(·, rounds) reaches `value` dollars: the exact inverse of `value`.
 *
 * @throws RangeError naming edge, ceiling, rounds, or a value outside 0 … ceiling.
 */
export function wealthFor({edge, ceiling, rounds, value}: Omit<Game, "wealth"> & {value: number}): number {
  checkEdge(edge);
  checkCeiling(ceiling);
  checkRounds(rounds);
  checkBetween("value", value, 0, ceiling);
  const share = value / ceiling;
  if (edge <= 0.5 || rounds === 0 || share >= 1) return value;
  const price = binomialTails(rounds, 0.5);
  const chance = binomialTails(rounds, edge);
  const k = lastAbove(chance, rounds, share);
  return ceiling * between(share, chance[k + 1]!, chance[k]!, price[k + 1]!, price[k]!);
}

/**
 * The lowest and the highest optimal stake, in dollars, with `wealth` dollars and `rounds` flips to go. Every stake
 * between them attains V and no other does.
 *
 * Which claims a wealth buys is fixed by their prices alone (the most powerful test is uniformly so), hence the
 * stakes are the same for every edge above ½: leave `edge` out to say just that. Below ½ the answer is [0, 0]; at ½
 * every possible stake is as good as any other. With no flips left, or the ceiling reached, it is [0, 0].
 *
 * @throws RangeError naming edge (when given), ceiling, rounds or wealth.
 */
export function optimalStakes({
  ceiling,
  rounds,
  wealth,
  edge
}: Omit<Game, "edge"> & {edge?: number | undefined}): [low: number, high: number] {
  if (edge !== undefined) checkEdge(edge);
  checkCeiling(ceiling);
  checkRounds(rounds);
  checkWealth(wealth);
  if (rounds === 0 || wealth >= ceiling || (edge !== undefined && edge < 0.5)) return [0, 0];
  const most = Math.min(wealth, ceiling - wealth);
  const share = wealth / ceiling;
  if (edge === 0.5 || share >= 1) return [0, most];
  const later = binomialTails(rounds - 1, 0.5);
  const now = new Float64Array(rounds + 2);
  now.set(later);
  addFlip(now, rounds, 0.5);
  return stakeBounds(later, lastAbove(now, rounds, share), ceiling, wealth);
}

/**
 * The stakes that keep both outcomes on the linear pieces of V(·, b − 1) that meet at knot k, where wealth lies
 * between knots k + 1 and k of V(·, b). `later` holds the price shares with b − 1 flips left, 0 beyond its end.
 * A win must reach knot k without passing knot k − 1, or a loss must fall to it without passing knot k + 1.
 */
export function stakeBounds(later: Float64Array, k: number, ceiling: number, wealth: number): [number, number] {
  const most = Math.min(wealth, ceiling - wealth);
  const above = k > 0 ? ceiling * later[k - 1]! : ceiling;
  const below = ceiling * (later[k + 1] ?? 0);
  const gap = Math.abs(ceiling * (later[k] ?? 0) - wealth);
  // A wealth that is a knot is one to within rounding: what is left over is no stake.
  const low = gap <= 1e-13 * wealth ? 0 : Math.min(most, gap);
  // At a knot the two ends meet: rounding must not let them cross.
  return [low, Math.max(low, Math.min(most, above - wealth, wealth - below))];
}
