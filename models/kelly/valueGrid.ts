import {significant} from "../round.js";
import type {PennyGapFile, UnitGap, ValueGridFile} from "./files.js";
import type {Game} from "./game.js";
import {unitCosts, unitPlaces} from "./unitCost.js";
import {value} from "./value.js";

/** What spans a grid: probabilities of heads, ceilings in units, flips left. */
export type GridAxes = Pick<ValueGridFile, "edges" | "ceilings" | "horizons">;

/**
 * The game in whole units over edge × ceiling × horizon × up to `most` wealths, each with what divisible money would
 * be worth more; values to six significant digits, costs to three.
 *
 * @throws RangeError naming edge, ceiling, rounds or most.
 */
export function valueGrid({edges, ceilings, horizons}: GridAxes, most: number): ValueGridFile {
  const longest = Math.max(...horizons);
  const wealth = ceilings.map((units) => Array.from(unitPlaces(units, most)));
  const cost = edges.map((edge) =>
    ceilings.map((ceiling, c) => {
      const solved = unitCosts({edge, ceiling, rounds: longest, unit: 1}, most);
      const width = wealth[c]!.length;
      return horizons.map((b) => Array.from(solved.cost.subarray(b * width, (b + 1) * width)));
    })
  );
  return {
    note: `Money counts in units. Up to ${most} wealths a ceiling, evenly spread in their logarithm, all small ones among them. value: six significant digits; cost, the closed form for divisible money less the value: three.`,
    edges,
    ceilings,
    horizons,
    wealth,
    value: cost.map((byCeiling, e) =>
      byCeiling.map((byHorizon, c) =>
        byHorizon.map((row, h) =>
          row.map((gap, i) => {
            const game = {edge: edges[e]!, ceiling: ceilings[c]!, rounds: horizons[h]!, wealth: wealth[c]![i]!};
            return significant(value(game) - gap, 6);
          })
        )
      )
    ),
    cost: cost.map((a) => a.map((b) => b.map((row) => row.map((gap) => significant(gap, 3)))))
  };
}

/** The first wealth, in dollars, from which on no cost of the row reaches a cent. */
function negligibleFrom(row: Float32Array, unit: number): number {
  let last = row.length - 1;
  while (last >= 0 && row[last]! < 0.01) --last;
  return (last + 2) * unit;
}

/**
 * One game in each of some units of money beside divisible money, at every wealth; curves thinned to `most` points.
 *
 * @throws RangeError naming a field of the game, a unit that does not divide ceiling and wealth, or most.
 */
export function pennyGap(game: Game, units: number[], most: number): PennyGapFile {
  const divisible = value(game);
  const {edge, ceiling, rounds, wealth} = game;
  const gaps = units.map((unit): UnitGap => {
    // Every wealth is a place, so that the greatest cost is truly the greatest.
    const whole = Math.round(ceiling / unit);
    const solved = unitCosts({edge, ceiling, rounds, unit}, whole);
    const row = solved.cost.subarray(rounds * whole);
    const top = row.indexOf(row.reduce((a, b) => Math.max(a, b), 0));
    const thin = Array.from(unitPlaces(whole, most), (n) => n - 1);
    return {
      unit,
      value: significant(solved.whole[Math.round(wealth / unit) - 1]!, 12),
      cost: significant(divisible - solved.whole[Math.round(wealth / unit) - 1]!, 6),
      most: {cost: significant(row[top]!, 6), wealth: significant((top + 1) * unit, 8)},
      negligibleFrom: significant(negligibleFrom(row, unit), 8),
      curve: {
        wealth: thin.map((i) => significant((i + 1) * unit, 8)),
        value: thin.map((i) => significant(solved.whole[i]!, 6)),
        cost: thin.map((i) => significant(row[i]!, 4))
      }
    };
  });
  return {
    note: `V in whole units of money beside divisible money. Greatest costs are over every whole wealth; curves hold up to ${most} wealths, evenly spread in their logarithm; costs to four significant digits.`,
    game: {...game},
    divisible: significant(divisible, 12),
    units: gaps
  };
}
