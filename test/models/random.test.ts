import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {integer, normal, random, seedState, xoshiro128} from "../../models/random.js";

const take = <T>(count: number, next: () => T): T[] => Array.from({length: count}, next);

test("xoshiro128 gives the outputs of its authors' reference code from state 1, 2, 3, 4", () => {
  const expected = [
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804
  ];
  assert.deepEqual(take(10, xoshiro128([1, 2, 3, 4])), expected);
});

test("a seed always stands for the same sequence", () => {
  assert.deepEqual(seedState("three games"), [2518079466, 2634866185, 4188316484, 3261765724]);
  assert.deepEqual(take(4, random(7)), take(4, random("7")));
  assert.notDeepEqual(take(4, random(7)), take(4, random(8)));
});

test("seeds that differ give states that differ", () => {
  const states = new Set<string>();
  for (let seed = 0; seed < 20_000; ++seed) states.add(seedState(seed).join());
  for (const text of ["", "a", "b", "ab", "ba", "A", "é", "🪙"]) states.add(seedState(text).join());
  assert.equal(states.size, 20_008);
});

test("numbers lie in [0, 1), with the mean, spread and independence of uniform ones", () => {
  const count = 200_000;
  const draws = take(count, random("uniform"));
  const cells = new Float64Array(100);
  let serial = 0;
  draws.forEach((draw, i) => {
    assert.ok(draw >= 0 && draw < 1);
    ++cells[Math.floor(draw * 100)]!;
    if (i > 0) serial += (draw - 0.5) * (draws[i - 1]! - 0.5);
  });
  // χ² with 99 degrees of freedom has mean 99 and deviation 14; the correlation has deviation 1/√count.
  const square = cells.reduce((sum, n) => sum + (n - count / 100) ** 2 / (count / 100), 0);
  assert.ok(square > 50 && square < 160, `χ² is ${square}`);
  assert.ok(Math.abs((12 * serial) / count) < 0.01);
});

test("the first number of consecutive seeds is uniform too", () => {
  const firsts = Array.from({length: 10_000}, (_, seed) => random(seed)());
  const mean = firsts.reduce((sum, v) => sum + v, 0) / firsts.length;
  assert.ok(Math.abs(mean - 0.5) < 0.012, `mean is ${mean}`);
});

test("normal deviates have the asked mean, deviation, skewness and kurtosis", () => {
  const draws = take(200_000, normal(random("normal"), 3, 2)).map((v) => (v - 3) / 2);
  const moment = (power: number) => draws.reduce((sum, v) => sum + v ** power, 0) / draws.length;
  assert.ok(Math.abs(moment(1)) < 0.01);
  assert.ok(Math.abs(moment(2) - 1) < 0.015);
  assert.ok(Math.abs(moment(3)) < 0.03);
  assert.ok(Math.abs(moment(4) - 3) < 0.1);
  assert.equal(normal(random(1), 5, 0)(), 5);
});

test("whole numbers stay in their range and reach all of it", () => {
  fc.assert(
    fc.property(fc.integer({min: -1000, max: 1000}), fc.nat(20), fc.string(), (low, span, seed) => {
      const draws = new Set(take(100 * (span + 1), integer(random(seed), low, low + span)));
      assert.equal(draws.size, span + 1);
      for (const draw of draws) assert.ok(Number.isInteger(draw) && draw >= low && draw <= low + span);
    })
  );
});

test("bad input is named", () => {
  assert.throws(() => random(Number.NaN), {name: "RangeError", message: /seed is NaN/});
  assert.throws(() => normal(random(1), 0, -1), {name: "RangeError", message: /deviation is -1/});
  assert.throws(() => integer(random(1), 2, 1), {name: "RangeError", message: /high is 1/});
  assert.throws(() => integer(random(1), 0.5, 1), {name: "RangeError", message: /low is 0.5/});
});
