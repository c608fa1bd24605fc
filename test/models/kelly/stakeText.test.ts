import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {parseStake} from "../../../models/kelly/stakeText.js";

test("sums as people type them", () => {
  for (const [text, stake] of [
    ["5", 5],
    ["$5", 5],
    [" 5.25 ", 5.25],
    [".5", 0.5],
    ["5.", 5],
    ["0", 0],
    ["-0", 0],
    ["+2", 2],
    ["1,000.50", 1000.5],
    ["all", 1234.56],
    ["100%", 1234.56],
    ["20 %", 246.91],
    ["0.1%", 1.23]
  ] as const)
    assert.equal(parseStake(text, 1234.56), stake, text);
});

test("any whole cents at hand are taken as typed", () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 100_000}), fc.integer({min: 0, max: 100_000}), (a, b) => {
      const stake = Math.min(a, b) / 100;
      assert.equal(parseStake(stake.toFixed(2), Math.max(a, b) / 100), stake);
    })
  );
});

test("what is no stake is refused in words", () => {
  for (const [text, message] of [
    ["", /how many dollars/],
    ["ten", /“ten” is not a sum/],
    ["1e3", /not a sum/],
    ["1,00", /not a sum/],
    ["NaN", /not a sum/],
    ["-1", /below \$0/],
    ["−1", /below \$0/],
    ["25.01", /You hold \$25\.00/],
    ["101%", /100 %/],
    ["1.234", /smallest coin/]
  ] as const)
    assert.throws(() => parseStake(text, 25), {name: "RangeError", message});
});
