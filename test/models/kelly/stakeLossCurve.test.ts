import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {defaultGame} from "../../../models/kelly/game.js";
import {stakeLoss} from "../../../models/kelly/stakeLoss.js";
import {stakeLossCurve} from "../../../models/kelly/stakeLossCurve.js";
import {optimalStakes} from "../../../models/kelly/value.js";

const games = fc.record({
  edge: fc.double({min: 0.05, max: 0.97, noNaN: true}),
  ceiling: fc.double({min: 1, max: 1000, noNaN: true}),
  rounds: fc.integer({min: 1, max: 80}),
  share: fc.double({min: 0, max: 0.999, noNaN: true})
});

test("the curve is straight between its corners, and says what stakeLoss says", () => {
  fc.assert(
    fc.property(games, ({share, ...rest}) => {
      const game = {...rest, wealth: share * rest.ceiling};
      const {stake, loss} = stakeLossCurve(game);
      assert.equal(stake[0], 0);
      assert.equal(stake.at(-1), game.wealth);
      for (let i = 1; i < stake.length; ++i) {
        // The last crumbs of a wealth can be worth so much that the rounding of “wealth − stake” shows.
        if (stake[i]! - stake[i - 1]! < 1e-6 * game.ceiling) continue;
        const middle = (stake[i - 1]! + stake[i]!) / 2;
        const straight = (loss[i - 1]! + loss[i]!) / 2;
        assert.ok(Math.abs(straight - stakeLoss({...game, stake: middle})) <= 1e-9 * game.ceiling);
      }
    }),
    {numRuns: 60}
  );
});

test("it is flat at zero over the same interval for every edge above one half", () => {
  const game = {...defaultGame, rounds: 23};
  const [low, high] = optimalStakes(game);
  for (const edge of [0.51, 0.6, 0.75, 0.9]) {
    const {stake, loss} = stakeLossCurve({...game, edge});
    stake.forEach((x, i) => {
      const inside = x >= low - 1e-9 && x <= high + 1e-9;
      assert.equal(loss[i]! < 1e-10, inside, `edge ${edge}: a stake of ${x} costs ${loss[i]}`);
    });
  }
});

test("bad input is refused by name", () => {
  assert.throws(() => stakeLossCurve({...defaultGame, edge: 1}), /RangeError: edge is 1/);
});
