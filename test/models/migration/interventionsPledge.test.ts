import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {feasibleThresholds, pledgeChance} from "../../../models/migration/interventions.js";
import {F, near} from "./reference.js";

test("the feasible thresholds are the known ones", () => {
  const at = (advantage: number) => feasibleThresholds({advantage});
  const close = (found: number[][], known: number[][], tolerance = 0.001) => {
    assert.equal(found.length, known.length);
    for (const [i, interval] of known.entries())
      for (const [j, v] of interval.entries()) near(found[i]![j]!, v, tolerance);
  };
  close(at(0.75), [
    [0, 0.05],
    [0.632, 0.89]
  ]);
  close(at(1), [
    [0, 0.07],
    [0.5, 0.929]
  ]);
  for (const advantage of [0, 0.25, 0.5]) {
    assert.equal(at(advantage).length, 1);
    assert.ok(at(advantage)[0]![1] < 0.04, String(advantage));
  }
});

test("one half is an exact edge at an advantage that equals the switching cost", () => {
  near(feasibleThresholds({advantage: 1})[1]![0], 0.5, 1e-12);
});

test("a threshold is feasible exactly where the curve is on or above the diagonal", () => {
  fc.assert(
    fc.property(
      fc.integer({min: -20, max: 40}).map((n) => n / 20),
      fc.integer({min: 0, max: 30}).map((n) => n / 10),
      fc.integer({min: 2, max: 20}).map((n) => n / 10),
      (advantage, bitcreep, noise) => {
        const p = {advantage, bitcreep, noise};
        const J = 1.2 + 0.6 + bitcreep;
        const intervals = feasibleThresholds(p);
        for (let i = 0; i <= 200; ++i) {
          const theta = i / 200;
          const chance = F((advantage + J * (2 * theta - 1) - 1) / noise);
          near(pledgeChance(p, theta), chance, 1e-12);
          const excess = chance - theta;
          if (Math.abs(excess) < 1e-9) continue;
          const inside = intervals.some(([low, high]) => low <= theta && theta <= high);
          assert.equal(inside, excess > 0, `${JSON.stringify(p)} at ${theta}`);
        }
      }
    ),
    {numRuns: 60}
  );
});

test("bad thresholds and costs are named", () => {
  assert.throws(() => pledgeChance({}, 1.1), {name: "RangeError", message: /^threshold is 1\.1/});
  assert.throws(() => pledgeChance({}, 0.5, {cost: -1}), {name: "RangeError", message: /^cost is -1/});
});
