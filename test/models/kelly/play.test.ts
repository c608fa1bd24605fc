import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {defaultGame} from "../../../models/kelly/game.js";
import {
  account,
  coin,
  headsAt,
  isOver,
  type Play,
  play,
  playRule,
  replay,
  roundsLeft,
  stakesOf,
  startPlay,
  toCents,
  valueNow,
  wealthNow
} from "../../../models/kelly/play.js";
import {stakeLoss} from "../../../models/kelly/stakeLoss.js";
import {optimalStakes, value} from "../../../models/kelly/value.js";

const lowest = (wealth: number, rounds: number) => optimalStakes({...defaultGame, wealth, rounds})[0];

test("the coin is settled by the seed and falls heads as often as its edge says", () => {
  let heads = 0;
  for (let seed = 0; seed < 200; ++seed) {
    const flip = coin(seed, 0.6);
    for (let i = 0; i < 300; ++i) if (flip()) ++heads;
  }
  // 60,000 flips have a standard deviation of 0.002 in their share of heads.
  assert.ok(Math.abs(heads / 60_000 - 0.6) < 0.008, `share of heads is ${heads / 60_000}`);
  const flip = coin("a", 0.6);
  for (let i = 0; i < 40; ++i) assert.equal(flip(), headsAt("a", 0.6, i));
});

test("a greater edge only turns tails into heads", () => {
  for (let i = 0; i < 300; ++i) if (headsAt("b", 0.5, i)) assert.ok(headsAt("b", 0.7, i));
});

test("flips move the money, and stop at the ceiling, at ruin and at the last round", () => {
  let state = startPlay({edge: 0.999999, ceiling: 250, rounds: 300, wealth: 25}, "heads");
  const before = state;
  for (const wealth of [50, 100, 200, 250]) {
    state = play(state, {type: "flip", stake: wealthNow(state)});
    assert.equal(wealthNow(state), wealth);
  }
  assert.ok(isOver(state));
  assert.equal(play(state, {type: "flip", stake: 1}), state);
  assert.equal(before.history.length, 0);
  const ruined = play(startPlay({...defaultGame, edge: 1e-9}, "tails"), {type: "flip", stake: 25});
  assert.equal(wealthNow(ruined), 0);
  assert.ok(isOver(ruined));
  assert.ok(isOver(startPlay({...defaultGame, rounds: 0}, 1)));
});

test("undo and restart", () => {
  const start = startPlay(defaultGame, "c");
  const one = play(start, {type: "flip", stake: 1.23});
  assert.deepEqual(play(one, {type: "undo"}), start);
  assert.deepEqual(play(start, {type: "undo"}), start);
  assert.deepEqual(play(one, {type: "restart"}), start);
  assert.deepEqual(play(one, {type: "restart", seed: "d"}), startPlay(defaultGame, "d"));
});

test("seed and stakes are the whole game", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.double({min: 0, max: 1, noNaN: true}), {maxLength: 30}), (seed, parts) => {
      let state: Play = startPlay({...defaultGame, rounds: 40}, seed);
      for (const part of parts) {
        const stake = Math.floor(part * wealthNow(state) * 100) / 100;
        state = play(state, {type: "flip", stake});
      }
      assert.deepEqual(replay(state.game, seed, stakesOf(state)), state);
      assert.equal(roundsLeft(state), 40 - state.history.length);
    }),
    {numRuns: 40}
  );
});

test("luck and skill account for the result", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.double({min: 0.1, max: 0.9, noNaN: true}),
      fc.double({min: 0, max: 1, noNaN: true}),
      (seed, edge, part) => {
        const game = {edge, ceiling: 250, rounds: 80, wealth: 25};
        const state = playRule((wealth) => Math.floor(part * wealth * 100) / 100, game, seed);
        const {expected, luck, loss, value: result} = account(state);
        assert.ok(Math.abs(expected + luck - loss - result) < 1e-9);
        if (isOver(state)) assert.ok(Math.abs(result - wealthNow(state)) < 1e-12);
        let wealth = 25;
        state.history.forEach((flip, i) => {
          assert.ok(Math.abs(flip.loss - stakeLoss({...game, rounds: 80 - i, wealth, stake: flip.stake})) < 1e-9);
          wealth = flip.wealth;
        });
      }
    ),
    {numRuns: 40}
  );
});

test("luck is nothing on average: the two sides of the coin cancel", () => {
  const sides = new Map<boolean, number>();
  for (let seed = 0; sides.size < 2; ++seed) {
    const flip = play(startPlay(defaultGame, seed), {type: "flip", stake: 10}).history[0]!;
    sides.set(flip.heads, flip.luck);
  }
  assert.ok(Math.abs(0.6 * sides.get(true)! + 0.4 * sides.get(false)!) < 1e-9);
});

test("the optimal player loses next to nothing to its stakes, Kelly loses more, on the same flips", () => {
  const best = playRule(lowest, defaultGame, "same");
  const kelly = playRule((wealth) => 0.2 * wealth, defaultGame, "same");
  const shared = Math.min(best.history.length, kelly.history.length);
  for (let i = 0; i < shared; ++i) assert.equal(best.history[i]!.heads, kelly.history[i]!.heads);
  assert.ok(account(best).loss < 0.01);
  assert.ok(account(kelly).loss > 1);
  assert.ok(Math.abs(valueNow(startPlay(defaultGame, "same")) - value(defaultGame)) < 1e-12);
});

test("bad stakes and bad money are named", () => {
  const start = startPlay(defaultGame, 1);
  for (const stake of [-0.01, 25.01, Number.NaN, Number.POSITIVE_INFINITY, 0.005])
    assert.throws(() => play(start, {type: "flip", stake}), {name: "RangeError", message: /^stake is/});
  assert.throws(() => startPlay({...defaultGame, wealth: 25.001}, 1), {
    name: "RangeError",
    message: /^wealth is 25.001/
  });
  assert.throws(() => playRule(() => 30, defaultGame, 1), {name: "RangeError", message: /^stake is 30/});
  assert.equal(toCents(0.1 + 0.2), 0.3);
});
