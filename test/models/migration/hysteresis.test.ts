import assert from "node:assert/strict";
import {test} from "node:test";
import {fixedPoints, hysteresis, spinodal} from "../../../models/migration/meanField.js";
import {near} from "./reference.js";

/** ∮ x dΔq by the trapezium rule on the line as drawn. */
function drawnArea({advantage, share}: ReturnType<typeof hysteresis>): number {
  let sum = 0;
  for (let i = 1; i < share.length; ++i) sum -= ((share[i]! + share[i - 1]!) / 2) * (advantage[i]! - advantage[i - 1]!);
  return sum;
}

test("swept slowly the loop has area 1.645, and swept faster more", () => {
  const slow = hysteresis();
  near(slow.area, 1.645, 5e-4);
  near(drawnArea(hysteresis({}, {points: 4001})), slow.area, 1e-5, "area as drawn");
  const areas = [2000, 500, 100, 20].map((years) => hysteresis({}, {years}).area);
  areas.reduce((before, area) => {
    assert.ok(area > before, `${area} after ${before}`);
    return area;
  }, slow.area);
  // A sweep at rate r overshoots a fold by about r^⅔.
  near((areas[1]! - slow.area) / (areas[0]! - slow.area), 4 ** (2 / 3), 0.25);
  near(drawnArea(hysteresis({}, {years: 100, points: 4001})), areas[2]!, 1e-4);
});

test("the slow loop runs along stable fixed points and jumps at the spinodal", () => {
  const {advantage, share, turn} = hysteresis({}, {points: 50});
  const edges = spinodal()!;
  let jumps = 0;
  for (let i = 0; i < share.length; ++i) {
    const points = fixedPoints({advantage: advantage[i]!});
    assert.ok(
      points.some((point) => Math.abs(point.share - share[i]!) < 1e-4) ||
        edges.some((edge) => Math.abs(edge - advantage[i]!) < 1e-9),
      `(${advantage[i]}, ${share[i]}) is not at rest`
    );
    if (i > 0 && Math.abs(share[i]! - share[i - 1]!) > 0.5) {
      ++jumps;
      near(advantage[i]!, i < turn ? edges[1] : edges[0], 1e-9, "jump");
      near(advantage[i - 1]!, advantage[i]!, 1e-9, "jump");
    }
  }
  assert.equal(jumps, 2);
  near(share[0]!, share.at(-1)!, 1e-12);
});

test("where shares are 0 and 1 to double precision the loop is still one", () => {
  const p = {noise: 0.2, networkBenefit: 6, bitrot: 4, bitcreep: 4};
  const {share, area} = hysteresis(p, {points: 31});
  assert.ok(share.every((x) => x >= 0 && x <= 1));
  const [low, high] = spinodal(p)!;
  // Next to a rectangle: all of the way between the folds at almost full height.
  assert.ok(area > 0.95 * (high - low) && area < high - low);
});

test("no loop without two places to rest, or within one branch", () => {
  near(hysteresis({networkBenefit: 0, bitrot: 0, bitcreep: 1}).area, 0, 1e-12);
  near(hysteresis({}, {range: [-0.5, 0.5]}).area, 0, 1e-12);
  near(hysteresis({}, {range: [-0.5, 2]}).area, 0, 1e-12);
  assert.ok(hysteresis({networkBenefit: 0, bitrot: 0, bitcreep: 1}, {years: 5}).area > 0.01);
  assert.throws(() => hysteresis({backlash: 1, enforcement: 1}), /RangeError: backlash is 1/);
  assert.throws(() => hysteresis({}, {range: [1, 1]}), /RangeError: range\[1\] is 1/);
  assert.throws(() => hysteresis({}, {years: 0}), /RangeError: years is 0/);
  assert.throws(() => hysteresis({exitValue: 0}), /RangeError: exitValue is 0/);
});
