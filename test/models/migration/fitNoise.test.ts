import assert from "node:assert/strict";
import {test} from "node:test";
import {lagOne, noiseFloor} from "../../../models/migration/fit.js";
import {normal, random} from "../../../models/random.js";
import {meanAndError} from "./statistics.js";

const time = [2000, 2000.3, 2001, 2003, 2003.1, 2004, 2006, 2006.5, 2009, 2010];

test("a straight line has no scatter, however uneven its times", () => {
  assert.ok(noiseFloor({time, share: time.map((t) => (t - 1999) / 20)}) < 1e-11);
});

test("three points by hand: half of the outer two against the middle one", () => {
  // ((0.2 + 0.4)/2 − 0.36)² / (¼ + ¼ + 1) = 0.0024
  const found = noiseFloor({time: [0, 1, 2], share: [0.2, 0.36, 0.4]});
  assert.ok(Math.abs(found - 100 * Math.sqrt(0.0036 / 1.5)) < 1e-9);
});

test("its square is the variance of the scatter, on average: |z| < 4", (t) => {
  const draw = normal(random("noise floor"), 0, 0.02);
  const squares = Array.from({length: 4000}, () => {
    const share = time.map((year) => 0.2 + 0.05 * (year - 2000) + draw());
    return (noiseFloor({time, share}) / 100) ** 2;
  });
  const {mean, error} = meanAndError(squares);
  const z = (mean - 0.02 ** 2) / error;
  t.diagnostic(`z = ${z.toFixed(2)}`);
  assert.ok(Math.abs(z) < 4, `z = ${z}`);
});

test("two points are too few", () => {
  assert.throws(() => noiseFloor({time: [0, 1], share: [0, 1]}), {name: "RangeError", message: /2 points/});
});

test("correlation of neighbours: by hand, of constants, of a first-order process", (t) => {
  assert.ok(Math.abs(lagOne([1, -1, 1, -1]) + 0.75) < 1e-12); // three products of −1 over four squares
  assert.equal(lagOne([0.5, 0.5, 0.5]), 0);
  assert.equal(lagOne([]), 0);
  const draw = normal(random("lag one"));
  const values: number[] = [draw()];
  while (values.length < 20_000) values.push(0.6 * values.at(-1)! + 0.8 * draw());
  // The standard error of the first autocorrelation of such a process is √((1 − φ²)/n) (Bartlett 1946).
  const z = (lagOne(values) - 0.6) / Math.sqrt(0.64 / values.length);
  t.diagnostic(`z = ${z.toFixed(2)}`);
  assert.ok(Math.abs(z) < 4, `z = ${z}`);
});
