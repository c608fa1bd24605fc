import assert from "node:assert/strict";
import {test} from "node:test";
import {kellyStake} from "../../../models/kelly/kellyStake.js";

test("a fifth of wealth with a 60 % coin, what is left to win near the ceiling, nothing without an edge", () => {
  const game = {edge: 0.6, ceiling: 250};
  assert.ok(Math.abs(kellyStake({...game, wealth: 25}) - 5) < 1e-12);
  assert.equal(kellyStake({...game, wealth: 240}), 10);
  assert.equal(kellyStake({...game, wealth: 300}), 0);
  assert.equal(kellyStake({...game, edge: 0.4, wealth: 25}), 0);
});

test("bad input is refused by name", () => {
  assert.throws(() => kellyStake({edge: 0.6, ceiling: 250, wealth: -1}), /RangeError: wealth is -1/);
});
