import assert from "node:assert/strict";
import {test} from "node:test";
import {defaultGame} from "../../../models/kelly/game.js";
import {payoffByFraction, payoffs, peak} from "../../../models/kelly/payoffs.js";
import {constantFraction, kelly, outcome} from "../../../models/kelly/strategies.js";
import {value} from "../../../models/kelly/value.js";

test("known payoffs of the default game", () => {
  const {optimal, kelly: cut, fraction} = payoffs(defaultGame, 0.125);
  assert.equal(optimal[300]!.toFixed(6), "246.606623");
  assert.equal(cut[300]!.toFixed(3), "237.359");
  assert.equal(fraction[300]!.toFixed(3), "242.044");
  assert.equal(optimal.length, 301);
});

test("the optimum's lead over Kelly peaks at $34.37, in a game of 30 flips", () => {
  const {optimal, kelly: cut} = payoffs(defaultGame, 0);
  const lead = optimal.map((v, b) => v - cut[b]!);
  assert.equal(peak(lead), 30);
  assert.equal(lead[30]!.toFixed(2), "34.37");
});

test("every horizon is the horizon's own game", () => {
  const all = payoffs(defaultGame, 0.3);
  for (const rounds of [0, 1, 7, 40]) {
    const game = {...defaultGame, rounds};
    assert.ok(Math.abs(all.optimal[rounds]! - value(game)) < 1e-10);
    assert.ok(Math.abs(all.kelly[rounds]! - outcome(kelly({clip: false}), game).mean) < 1e-9);
    assert.ok(Math.abs(all.fraction[rounds]! - outcome(constantFraction(0.3, {clip: false}), game).mean) < 1e-9);
  }
});

test("one eighth is the best of the fractions in steps of half a percent", () => {
  const fractions = Array.from({length: 201}, (_, i) => i / 200);
  const means = payoffByFraction(defaultGame, fractions);
  assert.equal(fractions[peak(means)], 0.125);
  assert.equal(means[0], 25);
  assert.ok(Math.abs(means[200]! - 250 * 0.6 ** 4) < 1e-9);
});

test("bad input is refused by name", () => {
  assert.throws(() => payoffs({...defaultGame, rounds: -1}, 0.1), /RangeError: rounds is -1/);
  assert.throws(() => payoffs(defaultGame, 1.1), /RangeError: fraction is 1.1/);
  assert.throws(() => payoffByFraction(defaultGame, [0.1, Number.NaN]), /RangeError: fraction is NaN/);
});

test("the peak of equals is the first", () => {
  assert.equal(peak([1, 3, 3, 2]), 1);
});
