import {checkNumber, checkWhole} from "../check.js";
import {bestSplit} from "./bestSplit.js";
import {checkCeiling, checkEdge, checkRounds, checkWealth, type Game} from "./game.js";

/** The game with money in whole units, for all wealths at once. */
export interface TreeGame extends Omit<Game, "wealth"> {
  /** Dollars a unit, above 0: the ceiling must be a whole number of them. */
  unit: number;
}

/** What may be passed beside the game. */
export interface TreeOptions {
  /** Called with the number of flips left of each row when it is done: 1 … rounds. */
  onRow?: (rounds: number) => void;
  /** Filled and used as `values`, when it has the right length: spares a page that redraws the allocation. */
  into?: Float64Array;
}

/** The solved game. Wealth is in dollars, but must be a whole number of units (within 1e-9 of one). */
export interface DecisionTree {
  /** Units in the ceiling: rows hold `units` + 1 values. */
  units: number;
  /** V in dollars for 0 … rounds flips left (rows) × 0 … `units` units of wealth, row by row. */
  values: Float64Array;
  /** The greatest expected final wealth in dollars. At or above the ceiling, the ceiling. */
  value(wealth: number, rounds: number): number;
  /** The smallest optimal stake in dollars: smallest of those worth at least V · (1 − 1e-12). */
  stake(wealth: number, rounds: number): number;
  /** V in dollars for 0 … `units` units of wealth: a view of `values`, not a copy. */
  row(rounds: number): Float64Array;
  /** The smallest optimal stake in dollars for 0 … `units` units of wealth, worked out when asked for. */
  stakes(rounds: number): Float64Array;
}

/** The most values that a table may hold: 2^25 doubles are 256 MB. */
const mostValues = 2 ** 25;

/** Stakes worth this part of the best less are ties: wider than the rounding of any table that fits. */
const tie = 1e-12;

/** Whole units in so many dollars, or a RangeError; rounding such as 0.07 / 0.01 = 7.000000000000001 is forgiven. */
function wholeUnits(name: string, dollars: number, unit: number): number {
  const units = Math.round(dollars / unit);
  if (Math.abs(dollars / unit - units) > 1e-9 * Math.max(1, units))
    throw new RangeError(`${name} is ${dollars}, but must be a whole number of units of ${unit} dollars`);
  return units;
}

/**
 * Solves the game when money comes in whole units, such as dollars or cents: exactly what a scan of every whole stake
 * 0 … min(w, ceiling − w) at every wealth and number of rounds finds, to 1e-12 of it. See `bestSplit` for how and why.
 * Time and memory are proportional to rounds × units.
 *
 * @throws RangeError naming edge, ceiling, rounds, a unit that does not divide the ceiling, or rounds × units when
 * the table would pass 256 MB.
 */
export function decisionTree({edge, ceiling, rounds, unit}: TreeGame, {onRow, into}: TreeOptions = {}): DecisionTree {
  checkEdge(edge);
  checkCeiling(ceiling);
  checkRounds(rounds);
  checkNumber("unit", unit, `a number of dollars above 0 and at most the ceiling of ${ceiling}`, (v) => {
    return v > 0 && v <= ceiling;
  });
  const units = wholeUnits("ceiling", ceiling, unit);
  const width = units + 1;
  const size = checkNumber(
    "(rounds + 1) × (units + 1)",
    (rounds + 1) * width,
    `a table of at most ${mostValues} values`,
    (v) => v <= mostValues
  );
  if (into) checkNumber("into.length", into.length, `${size}, rows × wealths`, (v) => v === size);
  const values = into ?? new Float64Array(size);
  for (let w = 0; w <= units; ++w) values[w] = (ceiling * w) / units;

  let later = new Float64Array(width).fill(ceiling / units);
  let now = new Float64Array(width);
  later[units] = -1;
  for (let b = 1; b <= rounds; ++b) {
    if (edge > 0.5) {
      bestSplit(values, b * width, units, edge, later, now);
      [later, now] = [now, later];
    } else values.copyWithin(b * width, 0, width);
    onRow?.(b);
  }

  const checkRow = (b: number): number => checkWhole("rounds", b, 0, rounds);

  /** The least stake, in units, worth V with b flips left, looked for from `start`. */
  function leastStake(w: number, b: number, start: number): number {
    if (b === 0 || edge <= 0.5) return 0;
    const before = (b - 1) * width + w;
    const enough = values[b * width + w]! * (1 - tie);
    const worth = (x: number) => edge * values[before + x]! + (1 - edge) * values[before - x]!;
    const most = Math.min(w, units - w);
    let x = Math.min(start, most);
    while (x > 0 && worth(x - 1) >= enough) --x;
    while (x < most && worth(x) < enough) ++x;
    // A start above the ties never meets them.
    return start > 0 && worth(x) < enough ? leastStake(w, b, 0) : x;
  }

  return {
    units,
    values,
    value(wealth, b) {
      checkWealth(wealth);
      checkRow(b);
      return wealth >= ceiling ? ceiling : values[b * width + wholeUnits("wealth", wealth, unit)]!;
    },
    stake(wealth, b) {
      checkWealth(wealth);
      checkRow(b);
      if (wealth >= ceiling) return 0;
      return values[leastStake(wholeUnits("wealth", wealth, unit), b, 0)]!;
    },
    row(b) {
      checkRow(b);
      return values.subarray(b * width, (b + 1) * width);
    },
    stakes(b) {
      checkRow(b);
      const stakes = new Float64Array(width);
      // Both outcomes of the least stake rise with wealth, by two in all each unit: it moves by at most one.
      for (let w = 1, x = 0; w < units; ++w) {
        x = leastStake(w, b, Math.max(0, x - 1));
        stakes[w] = values[x]!;
      }
      return stakes;
    }
  };
}
