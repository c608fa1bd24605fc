import assert from "node:assert/strict";
import {test} from "node:test";
import {restated, restatingFactor} from "../../../models/kelly/inflation.js";
import {countsFor, meanOfParts} from "../../../models/kelly/people.js";

test("the mean over the parts of a group", () => {
  assert.equal(
    meanOfParts([
      {share: 0.21, mean: 250},
      {share: 0.51, mean: 75},
      {share: 0.28, mean: 0}
    ]),
    90.75
  );
  assert.throws(() => meanOfParts([{share: 0.5, mean: 1}]), /^RangeError: shares is 0.5/);
  assert.throws(() => meanOfParts([{share: 2, mean: 1}]), /^RangeError: share is 2/);
});

test("percentages are led back to whole players", () => {
  assert.deepEqual(countsFor([0.21, 0.28, 0.51], 61), [13, 17, 31]);
  assert.equal(countsFor([0.21, 0.28, 0.52], 61), undefined, "one player too many");
  assert.equal(countsFor([0.22, 0.28, 0.5], 61), undefined, "13 of 61 is 21 %, not 22 %");
  assert.throws(() => countsFor([0.5], 0), /^RangeError: total is 0/);
});

test("sums restated by one index share a factor, and a slip shows", () => {
  const sums = [
    {amount: 25, printed: 30.4, within: 0.05},
    {amount: 250, printed: 303.8, within: 0.05}
  ];
  const [low, high] = restatingFactor(sums);
  assert.ok(Math.abs(low - 1.215) < 1e-12 && Math.abs(high - 1.2154) < 1e-12);
  assert.ok(Math.abs(restated(91, sums) - 110.58) < 0.01);
  assert.throws(() => restatingFactor([...sums, {amount: 91, printed: 120, within: 0.05}]), /^RangeError: amounts are/);
  assert.throws(() => restatingFactor([]), /^RangeError: amounts is 0/);
});
