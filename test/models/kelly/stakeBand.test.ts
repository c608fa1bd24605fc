import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {stakeBand} from "../../../models/kelly/stakeBand.js";
import {optimalStakes} from "../../../models/kelly/value.js";

test("at the default game the band passes through the known interval", () => {
  const {wealth, low, high} = stakeBand({ceiling: 250, rounds: 300});
  const i = wealth.findIndex((w) => w > 25);
  const part = (25 - wealth[i - 1]!) / (wealth[i]! - wealth[i - 1]!);
  const between = (bound: Float64Array) => bound[i - 1]! + part * (bound[i]! - bound[i - 1]!);
  assert.equal(between(low).toFixed(3), "0.399");
  assert.equal(between(high).toFixed(3), "4.370");
});

test("the band is straight between its corners, and says what optimalStakes says", () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 120}), fc.double({min: 1, max: 1e4, noNaN: true}), (rounds, ceiling) => {
      const {wealth, low, high} = stakeBand({ceiling, rounds});
      assert.equal(wealth[0], 0);
      assert.ok(Math.abs(wealth.at(-1)! - ceiling) <= 1e-12 * ceiling);
      for (let i = 1; i < wealth.length; ++i) {
        assert.ok(wealth[i]! > wealth[i - 1]!);
        for (const part of [0.25, 0.5, 0.75]) {
          const w = wealth[i - 1]! + part * (wealth[i]! - wealth[i - 1]!);
          const [least, most] = optimalStakes({ceiling, rounds, wealth: w});
          const close = (a: number, b: number) => assert.ok(Math.abs(a - b) <= 1e-11 * ceiling, `${a} ${b} at ${w}`);
          close(low[i - 1]! + part * (low[i]! - low[i - 1]!), least);
          close(high[i - 1]! + part * (high[i]! - high[i - 1]!), most);
        }
      }
    }),
    {numRuns: 60}
  );
});

test("no flips left: no stake", () => {
  assert.deepEqual([...stakeBand({ceiling: 10, rounds: 0}).high], [0, 0]);
});

test("bad input is refused by name", () => {
  assert.throws(() => stakeBand({ceiling: 0, rounds: 3}), /RangeError: ceiling is 0/);
  assert.throws(() => stakeBand({ceiling: 10, rounds: 1.5}), /RangeError: rounds is 1.5/);
});
