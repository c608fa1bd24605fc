import assert from "node:assert/strict";
import {test} from "node:test";
import {chiSquare, chiSquareTail} from "../../../models/gan/chiSquare.js";

test("two degrees of freedom: the tail is exp(−x/2)", () => {
  for (const x of [0, 0.1, 1, 3, 10, 50, 300])
    assert.ok(Math.abs(chiSquareTail(x, 2) / Math.exp(-x / 2) - 1) < 1e-12, String(x));
});

test("even degrees of freedom: the tail is a finite sum", () => {
  for (const degrees of [4, 10, 16, 40])
    for (const x of [0.5, 5, 15, 60]) {
      let term = Math.exp(-x / 2);
      let sum = 0;
      for (let i = 0; i < degrees / 2; ++i) {
        sum += term;
        term *= x / 2 / (i + 1);
      }
      assert.ok(Math.abs(chiSquareTail(x, degrees) - sum) < 1e-12, `${x}, ${degrees}`);
    }
});

test("odd degrees of freedom: the values of tables", () => {
  // The 5 % points of 1, 3, 5, 7 and 15 degrees.
  const points: [number, number][] = [
    [1, 3.841459],
    [3, 7.814728],
    [5, 11.070498],
    [7, 14.06714],
    [15, 24.99579]
  ];
  for (const [degrees, x] of points) assert.ok(Math.abs(chiSquareTail(x, degrees) - 0.05) < 1e-6, String(degrees));
});

test("Pearson’s sum", () => {
  assert.equal(chiSquare([8, 12], [10, 10]), 0.8);
});

test("bad input is named", () => {
  assert.throws(() => chiSquareTail(-1, 2), {name: "RangeError", message: /^value is -1/});
  assert.throws(() => chiSquareTail(1, 0), {name: "RangeError", message: /^degrees is 0/});
  assert.throws(() => chiSquare([], []), {name: "RangeError", message: /^the number of counts is 0/});
  assert.throws(() => chiSquare([1, 2], [1]), {name: "RangeError", message: /^the number of expected counts is 1/});
  assert.throws(() => chiSquare([0, 2], [0, 2]), {name: "RangeError", message: /^expected is 0/});
  assert.throws(() => chiSquare([Number.NaN], [2]), {name: "RangeError", message: /^counts is NaN/});
});
