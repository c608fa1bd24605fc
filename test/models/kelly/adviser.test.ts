import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {advise, kellyCents} from "../../../models/kelly/adviser.js";
import {defaultGame} from "../../../models/kelly/game.js";
import {isCents} from "../../../models/kelly/play.js";
import {stakeLoss} from "../../../models/kelly/stakeLoss.js";
import {optimalStakes} from "../../../models/kelly/value.js";

const games = fc.record({
  edge: fc.double({min: 0.3, max: 0.95, noNaN: true}),
  ceiling: fc.integer({min: 50, max: 1000}),
  rounds: fc.integer({min: 0, max: 300}),
  wealth: fc.integer({min: 0, max: 100_000}).map((cents) => cents / 100)
});

test("the advised stake is whole cents, at hand, and optimal wherever a whole cent is", () => {
  fc.assert(
    fc.property(games, (game) => {
      const {low, high, stake} = advise(game);
      assert.deepEqual([low, high], optimalStakes(game));
      assert.ok(isCents(stake) && stake >= 0 && stake <= game.wealth);
      const hasCent = Math.ceil(low * 100 - 1e-7) <= Math.floor(high * 100 + 1e-7);
      if (hasCent) assert.ok(stake >= low - 1e-8 && stake <= high + 1e-8);
      assert.ok(stakeLoss({...game, stake}) < (hasCent ? 1e-6 * game.ceiling : 0.02 * game.ceiling));
    })
  );
});

test("known stakes", () => {
  const {low, high, stake} = advise(defaultGame);
  assert.deepEqual([low.toFixed(3), high.toFixed(3)], ["0.399", "4.370"]);
  assert.ok(stake >= 0.4 && stake <= 4.37);
  assert.equal(kellyCents(defaultGame), 5);
  assert.equal(kellyCents({...defaultGame, wealth: 240}), 48);
  assert.equal(kellyCents({...defaultGame, wealth: 250}), 0);
  assert.equal(kellyCents({...defaultGame, wealth: 0.04}), 0);
  assert.equal(kellyCents({...defaultGame, edge: 0.5}), 0);
  assert.equal(kellyCents({...defaultGame, rounds: 0}), 0);
  assert.throws(() => kellyCents({...defaultGame, wealth: -1}), /wealth is -1/);
  assert.throws(() => advise({...defaultGame, edge: 1}), /edge is 1/);
});
