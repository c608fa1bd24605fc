import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {stakeSurface, valueContours, valueSurface, wealthAxis} from "../../../models/kelly/surface.js";
import {optimalStakes, value, wealthFor} from "../../../models/kelly/value.js";

const game = {edge: 0.6, ceiling: 250, rounds: 40};
const edges = fc.double({min: 0.05, max: 0.95, noNaN: true});

test("valueSurface holds V for each number of rounds and each wealth", () => {
  fc.assert(
    fc.property(edges, fc.integer({min: 0, max: 60}), fc.integer({min: 1, max: 30}), (edge, rounds, steps) => {
      const surface = valueSurface({edge, ceiling: 80, rounds, wealth: steps});
      assert.equal(surface.length, (rounds + 1) * (steps + 1));
      surface.forEach((v, at) => {
        const wealth = (80 * (at % (steps + 1))) / steps;
        const exact = value({edge, ceiling: 80, rounds: Math.floor(at / (steps + 1)), wealth});
        assert.ok(Math.abs(v - exact) <= 1e-11, `${v} for ${exact} at ${wealth}`);
      });
    }),
    {numRuns: 60}
  );
});

test("valueSurface takes any rising wealths, also above the ceiling, and fills an array again", () => {
  const wealth = Float64Array.of(0, 0.01, 0.01, 25, 249.999, 250, 300);
  const into = new Float64Array(41 * 7).fill(-1);
  assert.equal(valueSurface({...game, wealth}, into), into);
  into.forEach((v, at) => {
    const exact = value({...game, rounds: Math.floor(at / 7), wealth: wealth[at % 7]!});
    assert.ok(Math.abs(v - exact) <= 1e-11, `${v} for ${exact}`);
  });
});

test("surfaces of 1,200 rounds at an extreme edge hold numbers throughout", () => {
  const long = {edge: 0.999, ceiling: 250, rounds: 1200};
  for (const wealth of [10, Float64Array.of(0, 5e-324, 1e-320, 1e-310, 1e-300, 1, 249)]) {
    const axis = wealthAxis(wealth, 250);
    const {low, high} = stakeSurface({...long, wealth});
    valueSurface({...long, wealth}).forEach((v, at) => {
      const w = axis[at % axis.length]!;
      assert.ok(v >= w && v <= 250 + 1e-9, `V is ${v} at wealth ${w}`);
      assert.ok(0 <= low[at]! && low[at]! <= high[at]! && high[at]! <= w, `stakes ${low[at]} – ${high[at]} at ${w}`);
    });
    for (const contour of valueContours({...long, values: [0, 1, 249]}))
      assert.ok(contour.every((w) => w >= 0 && w <= 250));
  }
});

test("stakeSurface holds the intervals of optimalStakes", () => {
  for (const edge of [undefined, 0.7, 0.5, 0.4]) {
    const {low, high} = stakeSurface({...game, edge, wealth: 100});
    for (let rounds = 0; rounds <= 40; ++rounds)
      for (let i = 0; i <= 100; ++i) {
        const [l, h] = optimalStakes({ceiling: 250, rounds, wealth: 2.5 * i, edge});
        const at = rounds * 101 + i;
        assert.ok(Math.abs(low[at]! - l) <= 1e-11, `low ${low[at]} for ${l}`);
        // With no flip left the surface bets nothing, and at ½ anything goes.
        assert.ok(Math.abs(high[at]! - h) <= 1e-11, `high ${high[at]} for ${h}`);
      }
  }
});

test("valueContours are the wealths of wealthFor", () => {
  const values = [0, 1, 25, 100, 249.9, 250];
  for (const edge of [0.3, 0.51, 0.9])
    valueContours({...game, edge, values}).forEach((contour, i) => {
      assert.equal(contour.length, 41);
      contour.forEach((wealth, rounds) => {
        const exact = wealthFor({...game, edge, rounds, value: values[i]!});
        assert.ok(Math.abs(wealth - exact) <= 1e-10, `${wealth} for ${exact}`);
      });
    });
});

test("bad input gets a RangeError with parameter, value and range", () => {
  assert.throws(() => valueSurface({...game, edge: 1, wealth: 10}), /^RangeError: edge is 1, /);
  assert.throws(() => valueSurface({...game, wealth: 0}), /^RangeError: wealth is 0, .*at least 1/);
  assert.throws(() => wealthAxis(Float64Array.of(0, 2, 1), 250), /^RangeError: wealth is 1, .*rising .*before is 2/);
  assert.throws(() => wealthAxis(Float64Array.of(-1), 250), /^RangeError: wealth is -1, .*at least 0/);
  assert.throws(() => wealthAxis(Float64Array.of(Number.NaN), 250), /^RangeError: wealth is NaN/);
  assert.throws(() => valueSurface({...game, wealth: 10}, new Float64Array(3)), /^RangeError: into.length is 3, .*451/);
  assert.throws(() => stakeSurface({...game, ceiling: -1, wealth: 10}), /^RangeError: ceiling is -1/);
  assert.throws(() => valueContours({...game, values: [251]}), /^RangeError: values is 251, .*0 and 250/);
});
