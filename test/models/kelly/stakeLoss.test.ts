import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {defaultGame} from "../../../models/kelly/game.js";
import {betValue, stakeLoss} from "../../../models/kelly/stakeLoss.js";
import {optimalStakes, value} from "../../../models/kelly/value.js";

const games = fc.record({
  edge: fc.double({min: 0.05, max: 0.95, noNaN: true}),
  ceiling: fc.double({min: 1, max: 1000, noNaN: true}),
  rounds: fc.nat(60),
  share: fc.double({min: 0, max: 1, noNaN: true})
});

test("one flip, by hand", () => {
  const game = {edge: 0.6, ceiling: 250, rounds: 1, wealth: 25};
  assert.equal(betValue({...game, stake: 25}), 30);
  assert.ok(Math.abs(stakeLoss({...game, stake: 10}) - 3) < 1e-12);
  // A win above the ceiling is cut: staking 100 of 200 can win only 50.
  assert.ok(Math.abs(stakeLoss({...game, wealth: 200, stake: 100}) - (210 - (0.6 * 250 + 0.4 * 100))) < 1e-12);
});

test("the whole wealth staked on the first of 300 flips costs two fifths of everything", () => {
  const doubled = value({...defaultGame, rounds: 299, wealth: 50});
  const loss = stakeLoss({...defaultGame, stake: 25});
  assert.ok(Math.abs(loss - (value(defaultGame) - 0.6 * doubled)) < 1e-9);
  assert.ok(loss > 96 && loss < 98, `loss is ${loss}`);
});

test("no stake gains, the optimal ones lose nothing", () => {
  fc.assert(
    fc.property(games, fc.double({min: 0, max: 1, noNaN: true}), ({share, ...rest}, part) => {
      const game = {...rest, wealth: share * rest.ceiling};
      const loss = stakeLoss({...game, stake: part * game.wealth});
      assert.ok(loss >= 0 && loss <= value(game) + 1e-9);
      assert.ok(value(game) - betValue({...game, stake: part * game.wealth}) > -1e-9 * game.ceiling);
      for (const stake of optimalStakes(game)) assert.ok(stakeLoss({...game, stake}) < 1e-9 * game.ceiling);
    })
  );
});

test("a stake outside the optimal interval loses", () => {
  const [low, high] = optimalStakes(defaultGame);
  assert.ok(stakeLoss({...defaultGame, stake: low - 0.1}) > 1e-6);
  assert.ok(stakeLoss({...defaultGame, stake: high + 0.1}) > 1e-6);
});

test("with an edge below ½ a stake loses what the house takes", () => {
  const game = {edge: 0.4, ceiling: 250, rounds: 20, wealth: 25, stake: 10};
  assert.ok(Math.abs(stakeLoss(game) - 2) < 1e-12);
});

test("nothing is at stake at the end", () => {
  assert.equal(stakeLoss({...defaultGame, rounds: 0, stake: 25}), 0);
  assert.equal(stakeLoss({...defaultGame, wealth: 250, stake: 250}), 0);
});

test("bad stakes are named", () => {
  for (const stake of [-1, 25.01, Number.NaN, Number.POSITIVE_INFINITY])
    assert.throws(() => stakeLoss({...defaultGame, stake}), {
      name: "RangeError",
      message: /^stake is .*the wealth, 25/
    });
});
