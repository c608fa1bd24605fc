import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {gridChart} from "../../../components/kelly/gridChart.js";
import {isFresh, type PennyState, pennyCurves, wholeValue} from "../../../components/kelly/pennyCurves.js";
import type {MoneyUnit} from "../../../components/kelly/pennyInputs.js";
import {unitCurves} from "../../../components/kelly/unitCurves.js";
import {decisionTree} from "../../../models/kelly/decisionTree.js";
import {defaultGame} from "../../../models/kelly/game.js";
import {unitCosts} from "../../../models/kelly/unitCost.js";
import {pennyGap, valueGrid} from "../../../models/kelly/valueGrid.js";
import {plotText} from "./plotText.js";

function solved(
  edge: number,
  ceiling: number,
  rounds: number,
  wealth: number,
  unit: MoneyUnit,
  most = 180
): PennyState {
  const game = {edge, ceiling, rounds, unit: Number(unit)};
  return {game: {...game, wealth, unit}, solved: {game, costs: unitCosts(game, most)}};
}

test("the curves of any game can be drawn, solved or not", () => {
  fc.assert(
    fc.property(
      fc.double({min: 0.4, max: 0.95, noNaN: true}),
      fc.integer({min: 2, max: 20}).map((n) => 10 * n),
      fc.integer({min: 1, max: 60}),
      fc.integer({min: 1, max: 2000}),
      fc.constantFrom<MoneyUnit>("1", "0.25", "0.05"),
      fc.constantFrom(320, 900),
      (edge, ceiling, rounds, cents, unit, width) => {
        const state = solved(edge, ceiling, rounds, cents / 100, unit);
        const later = {...state, game: {...state.game, rounds: rounds + 1}};
        assert.ok(isFresh(state) && !isFresh(later));
        for (const shown of [state, later, {game: state.game}])
          assert.doesNotMatch(plotText(pennyCurves(shown, width), width), /NaN|undefined|Infinity/);
      }
    ),
    {numRuns: 40}
  );
});

test("a wealth is worth what its whole units are", () => {
  const state = solved(0.6, 250, 300, 25, "1");
  const tree = decisionTree({edge: 0.6, ceiling: 250, rounds: 300, unit: 1});
  const at = (wealth: number) => wholeValue({...state, game: {...state.game, wealth}})!;
  assert.ok(Math.abs(at(25) - 246.208049) < 1e-5);
  assert.ok(Math.abs(at(25.99) - 246.208049) < 1e-5);
  assert.equal(at(0.99), 0);
  // Between places the cost is interpolated: within half a cent.
  for (let wealth = 1; wealth < 250; ++wealth)
    assert.ok(Math.abs(at(wealth) - tree.value(wealth, 300)) < 0.005, `${wealth}`);
  assert.equal(wholeValue({game: state.game}), undefined);
});

test("the charts of the data files can be drawn from the models", () => {
  const gap = pennyGap({...defaultGame, rounds: 40}, [1, 0.25], 30);
  assert.match(plotText(unitCurves(gap, 900)), />25¢</);
  // A wealth without cost is a gap in the line, not bridged.
  const [unit] = gap.units;
  const curve = {wealth: [1, 2, 3, 4, 5], value: [1, 2, 3, 4, 5], cost: [1, 1, 0, 1, 1]};
  const holed = plotText(unitCurves({...gap, units: [{...unit!, curve}]}, 900));
  const [line] = /<g aria-label="line"[\s\S]*?<\/g>/.exec(holed)!;
  assert.equal(line.match(/M/g)!.length, 2);
  assert.doesNotMatch(holed, /NaN/);
  const grid = valueGrid({edges: [0.55, 0.6, 0.9], ceilings: [250], horizons: [10, 50]}, 40);
  for (const width of [340, 900]) {
    const html = plotText(gridChart(grid, width), width);
    assert.doesNotMatch(html, /NaN|undefined/);
    assert.match(html, />50 flips</);
  }
});
