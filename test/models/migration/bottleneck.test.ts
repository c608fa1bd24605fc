import assert from "node:assert/strict";
import {test} from "node:test";
import {absorption, absorptionCurve, firstPassage} from "../../../models/migration/birthDeath.js";
import {bottleneck, courseStep, courseYears} from "../../../models/migration/bottleneck.js";
import {spinodal, timeTo, trajectory} from "../../../models/migration/meanField.js";
import {passageRuns} from "../../../models/migration/passageRuns.js";
import {near} from "./reference.js";

test("just past the spinodal T90 falls as the root of the distance, at the rate of the law", () => {
  for (const given of [{}, {switchingCost: 0.3, noise: 0.8}, {bitcreep: 2, initialShare: 0}]) {
    const {beyond, years, slope, factor, spinodal: edge} = bottleneck(given)!;
    near(edge, spinodal(given)![1], 1e-12);
    near(slope, -0.5, 0.02, "slope");
    // The time before and after the bottleneck does not grow: what is left over the law shrinks as the root.
    const over = (i: number) => years[i]! / (factor / Math.sqrt(beyond[i]!)) - 1;
    near(over(0), 0, 0.01, "law");
    near(over(12) / over(0), Math.sqrt(beyond[12]! / beyond[0]!), 3);
    const i = beyond.length - 1;
    near(years[i]!, timeTo({...given, advantage: edge + beyond[i]!}, 0.9), 1e-5, "T90");
  }
});

test("the courses are those of the whole mean field", () => {
  const {courses, spinodal: edge} = bottleneck()!;
  for (const {beyond, share} of courses) {
    const whole = trajectory({advantage: edge + beyond}, {years: courseYears, step: courseStep}).share;
    assert.equal(share.length, whole.length);
    share.forEach((x, i) => {
      near(x, whole[i]!, 1e-5, `${beyond} beyond, sample ${i}`);
    });
  }
});

test("no bottleneck without a spinodal, or for a crowd that starts past it", () => {
  assert.equal(bottleneck({networkBenefit: 0, bitrot: 0, bitcreep: 1}), null);
  assert.equal(bottleneck({initialShare: 0.6}), null);
  assert.equal(bottleneck({rotLag: 1}), null);
  // Enforcement alone makes two places to rest; the upper one lies below nine in ten.
  const weak = {networkBenefit: 0, bitrot: 0, bitcreep: 0, switchingCost: 0, noise: 0.62, enforcement: 2.55};
  assert.equal(bottleneck({...weak, initialShare: 0}), null);
  assert.throws(() => bottleneck({noise: 0}), /RangeError: noise is 0/);
});

test("the curve of absorption holds what absorption says for each start, and rises", () => {
  for (const [agents, low, high] of [
    [40, 0, 40],
    [100, 8, 90],
    [600, 47, 594]
  ] as const) {
    const curve = absorptionCurve({advantage: 0.75}, agents, {low, high});
    assert.equal(curve.length, high - low + 1);
    assert.equal(curve[0], 0);
    assert.equal(curve.at(-1), 1);
    curve.forEach((chance, i) => {
      near(chance, absorption({advantage: 0.75}, agents, {low, high, from: low + i}), 1e-12);
      if (i > 0) assert.ok(chance >= curve[i - 1]!);
    });
  }
  assert.throws(() => absorptionCurve({}, 10, {low: 5, high: 5}), /RangeError: high is 5/);
});

test("agents pass when the chain says: z-scores of mean times and of chances", () => {
  const p = {advantage: 0.75};
  const scores: number[] = [];
  for (const [agents, from, high] of [
    [20, 2, 6],
    [20, 2, 18],
    [50, 4, 45]
  ] as const) {
    const {mean, error} = passageRuns(p, {agents, from, high, runs: 400, seed: "passage"});
    scores.push((mean - firstPassage(p, agents, {from, to: high})) / error);
  }
  for (const from of [8, 12, 20]) {
    const chance = absorption(p, 50, {from, low: 4, high: 45});
    const {won, runs} = passageRuns(p, {agents: 50, from, low: 4, high: 45, runs: 400, seed: "ends"});
    scores.push((won - chance) / Math.sqrt((chance * (1 - chance)) / runs));
  }
  console.log(`z-scores ${scores.map((z) => z.toFixed(2)).join(", ")}`);
  for (const z of scores) assert.ok(Math.abs(z) < 4.5, `z = ${z}`);
  assert.throws(() => passageRuns(p, {agents: 5, from: 5, high: 5, runs: 2, seed: 1}), /RangeError: from is 5/);
  assert.throws(() => passageRuns(p, {agents: 5, from: 1, high: 5, runs: 1, seed: 1}), /RangeError: runs is 1/);
});
