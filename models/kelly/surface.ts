import {checkBetween, checkNumber, checkWhole} from "../check.js";
import {addFlip, lastAbove, tailsBeforeAnyFlip} from "./binomial.js";
import {checkCeiling, checkEdge, checkRounds, type Game} from "./game.js";
import {fillRow} from "./surfaceRow.js";
import {stakeBounds} from "./value.js";

/**
 * Whole surfaces of the exact solution over wealth × rounds left, for charts. Each row's tails come from the row
 * before, and each row is filled by one walk along its linear pieces, so a surface costs little more than its size.
 */

/** A game without wealth, and the wealths to take instead. */
export interface Span extends Omit<Game, "wealth"> {
  /** Wealths in dollars, rising; or a number of equal steps from 0 to the ceiling, both ends included. */
  wealth: Float64Array | number;
}

/** The wealths that a `Span` stands for, in dollars: checked, as an array. */
export function wealthAxis(wealth: Float64Array | number, ceiling: number): Float64Array {
  if (typeof wealth === "number") {
    checkWhole("wealth", wealth, 1);
    const axis = new Float64Array(wealth + 1);
    for (let i = 0; i <= wealth; ++i) axis[i] = (ceiling * i) / wealth;
    return axis;
  }
  let last = 0;
  for (const w of wealth) {
    if (!(w >= last && w < Infinity)) {
      checkNumber("wealth", w, `a rising list of dollars of at least 0 (the one before is ${last})`, (v) => v >= last);
    }
    last = w;
  }
  return wealth;
}

/** `into` when it fits, so that a chart that redraws need not allocate; a new array when it is left out. */
function room(length: number, into: Float64Array | undefined): Float64Array {
  if (into === undefined) return new Float64Array(length);
  checkNumber("into.length", into.length, `${length}, rows × wealths`, (v) => v === length);
  return into;
}

/**
 * V in dollars for 0 … `rounds` flips left (rows) × wealth (columns), row by row: the entry for `b` flips and the
 * i-th of n wealths is at b · n + i. Same values as `value`, to about 1e-13. Pass `into` to fill an array again.
 *
 * @throws RangeError naming edge, ceiling, rounds, wealth (not rising, or no steps) or into.length.
 */
export function valueSurface({edge, ceiling, rounds, wealth}: Span, into?: Float64Array): Float64Array {
  checkEdge(edge);
  checkCeiling(ceiling);
  checkRounds(rounds);
  const axis = wealthAxis(wealth, ceiling);
  const step = typeof wealth === "number" ? ceiling / wealth : 0;
  const surface = room((rounds + 1) * axis.length, into);
  const price = tailsBeforeAnyFlip(rounds);
  const chance = tailsBeforeAnyFlip(rounds);
  for (let b = 0; b <= rounds; ++b) {
    if (b > 0 && edge > 0.5) {
      addFlip(price, b, 0.5);
      addFlip(chance, b, edge);
    }
    fillRow(surface, b * axis.length, axis, step, ceiling, edge > 0.5 ? b : 0, price, chance);
  }
  return surface;
}

/** The lowest and the highest optimal stake, both in dollars, laid out like `valueSurface`. */
export interface StakeSurface {
  low: Float64Array;
  high: Float64Array;
}

/**
 * The interval of optimal stakes for 0 … `rounds` flips left × wealth, laid out like `valueSurface`; the same
 * numbers as `optimalStakes`, to about 1e-13 of the ceiling. They are the same for every edge above ½, which is what
 * leaving `edge` out means. Pass `into` to fill arrays again.
 *
 * @throws RangeError naming edge (when given), ceiling, rounds, wealth or into.length.
 */
export function stakeSurface(
  {edge, ceiling, rounds, wealth}: Omit<Span, "edge"> & {edge?: number | undefined},
  into?: StakeSurface
): StakeSurface {
  if (edge !== undefined) checkEdge(edge);
  checkCeiling(ceiling);
  checkRounds(rounds);
  const axis = wealthAxis(wealth, ceiling);
  const n = axis.length;
  const low = room((rounds + 1) * n, into?.low).fill(0);
  const high = room((rounds + 1) * n, into?.high).fill(0);
  if (edge !== undefined && edge < 0.5) return {low, high};
  const now = tailsBeforeAnyFlip(rounds);
  const later = tailsBeforeAnyFlip(rounds);
  for (let b = 1; b <= rounds; ++b) {
    later.set(now);
    addFlip(now, b, 0.5);
    let k = b;
    for (let i = 0; i < n && axis[i]! < ceiling; ++i) {
      const wealth = axis[i]!;
      while (k > 0 && ceiling * now[k]! <= wealth) --k;
      const at = b * n + i;
      if (edge === 0.5) high[at] = Math.min(wealth, ceiling - wealth);
      else [low[at], high[at]] = stakeBounds(later, k, ceiling, wealth);
    }
  }
  return {low, high};
}

/**
 * Contours of V: for each of `values` (dollars, 0 … ceiling) the wealth in dollars at which V reaches it with
 * 0 … `rounds` flips left. One array of rounds + 1 a value: `wealthFor` for all horizons at the cost of one surface's
 * tails.
 *
 * @throws RangeError naming edge, ceiling, rounds, or a value out of range.
 */
export function valueContours({
  edge,
  ceiling,
  rounds,
  values
}: Omit<Game, "wealth"> & {values: ArrayLike<number>}): Float64Array[] {
  checkEdge(edge);
  checkCeiling(ceiling);
  checkRounds(rounds);
  const levels = Array.from(values, (v) => checkBetween("values", v, 0, ceiling));
  const contours = levels.map((v) => new Float64Array(rounds + 1).fill(v));
  if (edge <= 0.5) return contours;
  const price = tailsBeforeAnyFlip(rounds);
  const chance = tailsBeforeAnyFlip(rounds);
  for (let b = 1; b <= rounds; ++b) {
    addFlip(price, b, 0.5);
    addFlip(chance, b, edge);
    levels.forEach((level, i) => {
      const share = level / ceiling;
      if (share >= 1) return;
      const k = lastAbove(chance, b, share);
      const part = (share - chance[k + 1]!) / (chance[k]! - chance[k + 1]!);
      contours[i]![b] = ceiling * (price[k + 1]! + (price[k]! - price[k + 1]!) * part);
    });
  }
  return contours;
}
