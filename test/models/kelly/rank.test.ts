import assert from "node:assert/strict";
import {test} from "node:test";
import {defaultGame} from "../../../models/kelly/game.js";
import {optimalOutcome} from "../../../models/kelly/optimalOutcome.js";
import {rank} from "../../../models/kelly/rank.js";

test("a rank splits a distribution in three", () => {
  const coins = {wealth: Float64Array.of(0, 10, 250), probability: Float64Array.of(0.2, 0.3, 0.5)};
  assert.deepEqual(rank(coins, 10.001), {below: 0.2, same: 0.3, above: 0.5});
  assert.deepEqual(rank(coins, 25), {below: 0.5, same: 0, above: 0.5});
  assert.deepEqual(rank(coins, 250), {below: 0.5, same: 0.5, above: 0});
  assert.throws(() => rank(coins, Number.NaN), /wealth is NaN/);
});

test("the best player ends at the ceiling in 98.5 games of 100", () => {
  const {below, same, above} = rank(optimalOutcome("replicating", defaultGame), 250);
  assert.ok(Math.abs(same - 0.9855) < 0.001 && Math.abs(below + same + above - 1) < 1e-12);
});
