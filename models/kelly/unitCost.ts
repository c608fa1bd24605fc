import {checkWhole} from "../check.js";
import {decisionTree, type TreeGame} from "./decisionTree.js";
import {valueSurface} from "./surface.js";

/** What whole units of money cost: the game in units, solved, beside the closed form for money that divides. */
export interface UnitCosts {
  /** Units in the ceiling. */
  units: number;
  /** The wealths looked at: rising whole numbers of units, from 1 to `units`. */
  places: Uint32Array;
  /** V in dollars in whole units, with all rounds left, at each place. */
  whole: Float64Array;
  /**
   * V of divisible money less V in whole units, in dollars, 0 or more, for 0 … rounds flips left (rows) × places,
   * row by row.
   */
  cost: Float32Array;
}

/** What may be passed beside the game. */
export interface UnitCostOptions {
  /** Called with the number of flips left of each row when it is done. */
  onRow?: (rounds: number) => void;
  /** Room for the tree’s table: (rounds + 1) × (units + 1). */
  into?: Float64Array;
  /** Room for the closed form: at least (rounds + 1) × `most`. A chart that redraws then allocates nothing but the answer. */
  scratch?: Float64Array;
}

/**
 * Whole numbers from 1 to `units`, both included, spread evenly in their logarithm as far as whole numbers allow: at
 * most `most` of them, every small one among them; all of them when there are no more than that.
 *
 * @throws RangeError naming units or most.
 */
export function unitPlaces(units: number, most: number): Uint32Array {
  checkWhole("units", units, 1);
  checkWhole("most", most, 2);
  if (most >= units) return Uint32Array.from({length: units}, (_, i) => i + 1);
  const places = new Set<number>();
  for (let i = 0; i < most; ++i) places.add(Math.round(units ** (i / (most - 1))));
  return Uint32Array.from(places);
}

/** The index of the place nearest to so many units, in logarithm. Binary search; `places` rise. */
export function nearestPlace(places: ArrayLike<number>, units: number): number {
  let low = 0;
  let high = places.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (places[middle]! > units) high = middle;
    else low = middle;
  }
  return high > low && units * units > places[low]! * places[high]! ? high : low;
}

/**
 * Solves the game in whole units and takes it from the closed form, at up to `most` wealths and every number of flips
 * left. Differences below 1e-9 of the ceiling are rounding and count as none.
 *
 * @throws RangeError naming edge, ceiling, rounds, unit or most, or the room given; see `decisionTree`.
 */
export function unitCosts(game: TreeGame, most: number, {onRow, into, scratch}: UnitCostOptions = {}): UnitCosts {
  const {edge, ceiling, rounds} = game;
  const tree = decisionTree(game, {...(onRow && {onRow}), ...(into && {into})});
  const {units} = tree;
  const places = unitPlaces(units, most);
  const wealth = Float64Array.from(places, (n) => (ceiling * n) / units);
  const divisible = valueSurface({edge, ceiling, rounds, wealth}, scratch?.subarray(0, (rounds + 1) * places.length));
  const cost = new Float32Array(divisible.length);
  const noise = 1e-9 * ceiling;
  for (let b = 0; b <= rounds; ++b) {
    const row = tree.row(b);
    for (let i = 0; i < places.length; ++i) {
      const at = b * places.length + i;
      const gap = divisible[at]! - row[places[i]!]!;
      cost[at] = gap > noise ? gap : 0;
    }
  }
  const last = tree.row(rounds);
  return {units, places, whole: Float64Array.from(places, (n) => last[n]!), cost};
}
