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
      const loss = stakeLoss({...game, stake});
      if (hasCent) assert.ok(loss < 1e-6 * game.ceiling);
      // No other whole cent costs less, where none is free.
      for (const other of [stake - 0.01, stake + 0.01].map((v) => Math.round(v * 100) / 100))
        if (other >= 0 && other <= game.wealth)
          assert.ok(loss <= stakeLoss({...game, stake: other}) + 1e-9 * game.ceiling);
    })
  );
});

test("known stakes", () => {
  // Half a cent would be best, of one cent in hand: nothing is staked, since all of it costs more.
  const cent = {edge: 0.6639853407817081, ceiling: 50, rounds: 55, wealth: 0.01};
  assert.equal(advise(cent).stake, 0);
  assert.deepEqual(
    [0, 0.01].map((stake) => stakeLoss({...cent, stake}).toFixed(2)),
    ["0.36", "1.00"]
  );
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
