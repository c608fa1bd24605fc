import {checkGame, type Game} from "./game.js";
import {type ValueCurve, value, valueCurve} from "./value.js";

/** What a stake costs over the stakes, in dollars: the exact corners of a convex curve made of straight pieces. */
export interface StakeLossCurve {
  /** Rising from 0 to all of the wealth. */
  stake: Float64Array;
  loss: Float64Array;
}

/** V at a wealth: linear interpolation between the knots. */
function at({wealth, value}: ValueCurve, w: number): number {
  let [low, high] = [0, wealth.length - 1];
  if (w >= wealth[high]!) return value[high]!;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (wealth[middle]! > w) high = middle;
    else low = middle;
  }
  const part = (w - wealth[low]!) / (wealth[high]! - wealth[low]!);
  return value[low]! + part * (value[high]! - value[low]!);
}

/**
 * `stakeLoss` for every stake from 0 to the wealth, as its corners: a stake that carries the wealth onto a knot of
 * V(·, rounds − 1), upwards or downwards. What a win would carry above the ceiling is lost.
 *
 * @throws RangeError naming edge, ceiling, rounds or wealth.
 */
export function stakeLossCurve(game: Game): StakeLossCurve {
  const {edge, ceiling, rounds, wealth} = checkGame(game);
  if (rounds === 0 || wealth >= ceiling) return {stake: Float64Array.of(0), loss: Float64Array.of(0)};
  const later = valueCurve({edge, ceiling, rounds: rounds - 1});
  const best = value(game);
  const corners = Float64Array.from([0, wealth, ...Array.from(later.wealth, (knot) => Math.abs(knot - wealth))])
    .filter((x) => x <= wealth)
    .sort();
  const stake = corners.filter((x, i) => i === 0 || x > corners[i - 1]!);
  const loss = stake.map((x) => Math.max(0, best - edge * at(later, wealth + x) - (1 - edge) * at(later, wealth - x)));
  return {stake, loss};
}
