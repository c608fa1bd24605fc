import assert from "node:assert/strict";
import {test} from "node:test";
import {decisionTree} from "../../../models/kelly/decisionTree.js";
import {defaultGame} from "../../../models/kelly/game.js";
import {value} from "../../../models/kelly/value.js";
import {pennyGap, valueGrid} from "../../../models/kelly/valueGrid.js";

test("the grid holds the tree and its gap to the closed form", () => {
  const axes = {edges: [0.5, 0.6, 0.9], ceilings: [25, 250], horizons: [0, 10, 60]};
  const grid = valueGrid(axes, 30);
  for (const [e, edge] of axes.edges.entries()) {
    for (const [c, ceiling] of axes.ceilings.entries()) {
      const tree = decisionTree({edge, ceiling, rounds: 60, unit: 1});
      const places = grid.wealth[c]!;
      assert.equal(places[0], 1);
      assert.equal(places.at(-1), ceiling);
      for (const [h, rounds] of axes.horizons.entries()) {
        for (const [i, wealth] of places.entries()) {
          const whole = tree.value(wealth, rounds);
          const cost = value({edge, ceiling, rounds, wealth}) - whole;
          assert.ok(Math.abs(grid.value[e]![c]![h]![i]! - whole) <= 1e-5 * whole + 1e-6);
          assert.ok(Math.abs(grid.cost[e]![c]![h]![i]! - cost) <= 0.01 * cost + 1e-6);
        }
      }
    }
  }
});

test("in the default game whole dollars cost $0.398 and whole cents three hundredths of a cent", () => {
  const {divisible, units} = pennyGap(defaultGame, [1, 0.01], 100);
  assert.ok(Math.abs(divisible - 246.606622959) < 1e-8);
  const [dollar, cent] = units;
  assert.ok(Math.abs(dollar!.value - 246.208049) < 1e-6);
  assert.ok(Math.abs(cent!.value - 246.60629318) < 1e-8);
  assert.ok(Math.abs(dollar!.cost - 0.398573) < 1e-5 && Math.abs(cent!.cost - 0.00032978) < 1e-7);
  assert.equal(dollar!.most.wealth, 1);
  assert.ok(Math.abs(dollar!.most.cost - 120.769) < 0.001);
  assert.ok(dollar!.negligibleFrom > 25 && cent!.negligibleFrom < 25);
  for (const {curve, negligibleFrom} of units)
    curve.wealth.forEach((w, i) => {
      if (w >= negligibleFrom) assert.ok(curve.cost[i]! < 0.01);
    });
});
