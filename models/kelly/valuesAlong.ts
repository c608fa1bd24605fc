import type {Game} from "./game.js";
import {wealthAxis} from "./surface.js";
import {valueCurve} from "./value.js";

/**
 * V in dollars at each of many rising wealths in dollars, with one number of flips left: `value` for a whole curve at
 * the cost of one. Same numbers, to about 1e-13 of the ceiling.
 *
 * @throws RangeError naming edge, ceiling, rounds or a wealth that falls.
 */
export function valuesAlong(game: Omit<Game, "wealth">, wealth: Float64Array): Float64Array {
  const curve = valueCurve(game);
  const last = curve.wealth.length - 1;
  let knot = 1;
  return wealthAxis(wealth, game.ceiling).map((w) => {
    if (w >= game.ceiling) return game.ceiling;
    while (knot < last && curve.wealth[knot]! < w) ++knot;
    const [x0, x1] = [curve.wealth[knot - 1]!, curve.wealth[knot]!];
    const [y0, y1] = [curve.value[knot - 1]!, curve.value[knot]!];
    return y0 + (y1 - y0) * ((w - x0) / (x1 - x0));
  });
}
