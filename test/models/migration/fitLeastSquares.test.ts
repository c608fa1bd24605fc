import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {leastSquares} from "../../../models/migration/fitLeastSquares.js";

const wide = [
  [-100, 100],
  [-100, 100]
] as const;

test("a straight line comes out as the closed form has it", () => {
  fc.assert(
    fc.property(fc.array(fc.double({min: -5, max: 5, noNaN: true}), {minLength: 4, maxLength: 30}), (y) => {
      const x = y.map((_, i) => i - (y.length - 1) / 2); // centred, so that the normal equations come apart
      const slope = x.reduce((sum, v, i) => sum + v * y[i]!, 0) / x.reduce((sum, v) => sum + v * v, 0);
      const height = y.reduce((sum, v) => sum + v, 0) / y.length;
      const {at, squares} = leastSquares(
        ([a, b], to) => {
          for (let i = 0; i < y.length; ++i) to[i] = a! + b! * x[i]! - y[i]!;
        },
        y.length,
        [3, -2],
        wide
      );
      const best = y.reduce((sum, v, i) => sum + (height + slope * x[i]! - v) ** 2, 0);
      assert.ok(Math.abs(at[0]! - height) < 1e-5 && Math.abs(at[1]! - slope) < 1e-5, `${at}`);
      assert.ok(squares <= best * (1 + 1e-9) + 1e-12);
    }),
    {numRuns: 60}
  );
});

test("a bent valley with a known end: Rosenbrock's", () => {
  const {at, squares} = leastSquares(
    ([x, y], to) => {
      to[0] = 10 * (y! - x! ** 2);
      to[1] = 1 - x!;
    },
    2,
    [-1.2, 1],
    wide
  );
  assert.ok(Math.abs(at[0]! - 1) < 1e-6 && Math.abs(at[1]! - 1) < 1e-6, `${at}`);
  assert.ok(squares < 1e-12);
});

test("a minimum outside the box is met at its wall, the other parameter at its best there", () => {
  // (x − 3)² + (y − x)² within x ≤ 1: the wall, and y on it.
  const {at} = leastSquares(
    ([x, y], to) => {
      to[0] = x! - 3;
      to[1] = y! - x!;
    },
    2,
    [0, -5],
    [
      [-1, 1],
      [-10, 10]
    ]
  );
  assert.equal(at[0], 1);
  assert.ok(Math.abs(at[1]! - 1) < 1e-6);
});

test("never ends higher than it began, nor outside the box", () => {
  fc.assert(
    fc.property(fc.double({min: -3, max: 3, noNaN: true}), fc.double({min: -3, max: 3, noNaN: true}), (x, y) => {
      const write = ([a, b]: readonly number[], to: Float64Array) => {
        to[0] = Math.sin(3 * a!) + b!;
        to[1] = a! * b! - 0.5;
        to[2] = Math.exp(-a! * a!) - 0.3;
      };
      const start = new Float64Array(3);
      write([x, y], start);
      const {at, squares} = leastSquares(
        write,
        3,
        [x, y],
        [
          [-3, 3],
          [-3, 3]
        ]
      );
      assert.ok(squares <= start.reduce((sum, v) => sum + v * v, 0));
      assert.ok(at.every((v) => v >= -3 && v <= 3));
    })
  );
});
