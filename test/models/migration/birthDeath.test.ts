import assert from "node:assert/strict";
import {test} from "node:test";
import {all, create} from "mathjs";
import {
  absorption,
  exactness,
  firstPassage,
  logFirstPassage,
  stationary
} from "../../../models/migration/birthDeath.js";
import {fixedPoints, potential} from "../../../models/migration/meanField.js";
import {presets, type SomeParameters} from "../../../models/migration/parameters.js";
import {generator, near, rates} from "./reference.js";

const games: SomeParameters[] = [
  ...Object.values(presets),
  {advantage: 0, enforcement: 0.8, subsidy: 0.4},
  {advantage: -0.3, switchingCost: 0, noise: 0.6, sunset: {strength: 0.7}},
  {networkBenefit: 0, bitrot: 0, bitcreep: 0}
];

const math = create(all!, {precision: 64});

/**
 * x with Ax = b, in 64 digits, as passage out of a deep valley is ill-conditioned: if the rows are a
 * generator’s, those with a negative diagonal are made to sum to 0 in as many.
 */
function solve(A: number[][], b: number[], ofGenerator = true): number[] {
  const rows = A.map((row, i) => {
    const big = row.map((v) => math.bignumber(v));
    if (ofGenerator && row[i]! < 0)
      big[i] = big.reduce((sum, v, j) => (i === j ? sum : sum.minus(v)), math.bignumber(0));
    return big;
  });
  const x = math.lusolve(
    rows,
    b.map((v) => math.bignumber(v))
  );
  return (x as unknown as unknown[][]).map((row) => Number(row[0]));
}

test("the stationary law is the null vector of the generator, and obeys detailed balance to 1e-12", () => {
  for (const p of games) {
    const n = 9;
    const Q = generator(p, n);
    // The columns of Q give πQ = 0; the last is replaced by Σπ = 1.
    const A = Q.map((_, i) => Q.map((row) => (i === n ? 1 : row[i]!)));
    const expected = solve(A, [...new Array<number>(n).fill(0), 1], false);
    const {law} = stationary(p, n);
    expected.forEach((v, i) => {
      near(law[i]!, v, 1e-13, `π(${i})`);
    });
    for (const agents of [1, 2, 100, 1000]) {
      const Q = generator(p, agents > 100 ? 1 : agents);
      const {law, logLaw, mean, sd} = stationary(p, agents);
      near(
        law.reduce((a, b) => a + b),
        1,
        1e-12
      );
      near(
        mean,
        law.reduce((sum, v, i) => sum + (v * i) / agents, 0),
        1e-14
      );
      assert.ok(sd >= 0 && logLaw.every(Number.isFinite));
      if (agents > 100) continue;
      for (let i = 0; i < agents; ++i) {
        const [there, back] = [law[i]! * Q[i]![i + 1]!, law[i + 1]! * Q[i + 1]![i]!];
        if (there > 1e-300) near(there / back, 1, 1e-12, `balance at ${i} of ${agents}`);
      }
    }
  }
});

test("detailed balance holds to 1e-12 at 1,000 agents too", () => {
  for (const p of games) {
    const {logLaw} = stationary(p, 1000);
    const at = (i: number) => generatorRow(p, i, 1000);
    for (let i = 0; i < 1000; i += 37)
      near(Math.exp(logLaw[i]! - logLaw[i + 1]!) * (at(i).up / at(i + 1).down), 1, 1e-12 * (1 + Math.abs(logLaw[i]!)));
  }
});

function generatorRow(p: SomeParameters, i: number, n: number): {up: number; down: number} {
  const {up, down} = rates(p, i / n);
  return {up: (n - i) * up, down: i * down};
}

test("absorption and first passage equal a plain linear solve", () => {
  for (const p of games)
    for (const [low, high] of [
      [0, 10],
      [3, 8],
      [4, 5]
    ] as const) {
      const n = 10;
      const Q = generator(p, n);
      const at = Array.from({length: n + 1}, (_, i) => i);
      const unit = (i: number) => at.map((j) => (i === j ? 1 : 0));
      const reach = solve(
        at.map((i) => (i <= low || i >= high ? unit(i) : Q[i]!)),
        at.map((i) => (i >= high ? 1 : 0))
      );
      const hit = solve(
        at.map((i) => (i === high ? unit(i) : Q[i]!)),
        at.map((i) => (i === high ? 0 : -1))
      );
      for (let from = low; from <= high; ++from) {
        near(absorption(p, n, {low, high, from}), reach[from]!, 1e-13, `absorption from ${from}`);
        near(
          firstPassage(p, n, {from, to: high}) / (hit[from]! || 1),
          hit[from]! ? 1 : 0,
          1e-10,
          `passage from ${from}`
        );
      }
      const fall = solve(
        at.map((i) => (i === low ? unit(i) : Q[i]!)),
        at.map((i) => (i === low ? 0 : -1))
      );
      for (let from = low + 1; from <= n; ++from)
        near(firstPassage(p, n, {from, to: low}) / fall[from]!, 1, 1e-10, `passage down from ${from}`);
    }
});

test("at 1,000 agents nothing overflows, and the time to tip grows as the barrier says", () => {
  const p = {advantage: 0.25};
  const [valley, pass] = fixedPoints(p);
  const {share, height} = potential(p, {points: 1001});
  const heightAt = (x: number) => height[share.findIndex((s) => s >= x)]!;
  const barrier = heightAt(pass!.share) - heightAt(valley!.share);
  const years = (agents: number) =>
    logFirstPassage(p, agents, {from: Math.round(valley!.share * agents), to: Math.round(pass!.share * agents)});
  near((years(1000) - years(500)) / 500, barrier, 2e-3, "rate of growth");
  assert.ok(Number.isFinite(years(100_000)));
  assert.equal(firstPassage(p, 100_000, {from: 0, to: 50_000}), Infinity);
  assert.equal(firstPassage(p, 10, {from: 4, to: 4}), 0);
  const chance = absorption(p, 1000, {low: 0, high: 1000, from: 423});
  assert.ok(chance > 0.3 && chance < 0.7, `${chance}`);
  assert.ok(absorption({noise: 0.01}, 1000, {from: 10}) === 0);
});

test("where the chain is not the game it says why", () => {
  assert.deepEqual(exactness({sunset: {strength: 1, belief: 2}, enforcement: 1, subsidy: 1, shimOld: 1}), {
    exact: true
  });
  assert.deepEqual(exactness({backlash: 1}), {exact: true});
  for (const p of [
    {locality: 0.1},
    {dependencyWeight: 1},
    {rotLag: 1},
    {backlash: 1, enforcement: 1},
    {exitValue: 0}
  ] satisfies SomeParameters[]) {
    const answer = exactness(p);
    assert.ok(!answer.exact && answer.because.length > 20);
    assert.throws(() => stationary(p, 10), new RegExp(`RangeError: ${Object.keys(p)[0]} is .*exact chain`));
  }
  const sunset = {strength: 1, belief: 2};
  assert.throws(() => firstPassage({sunset}, 10, {to: 5}), /RangeError: sunset.strength is 1/);
  assert.throws(() => absorption({}, 10, {low: 5, high: 5}), /RangeError: high is 5, but must be .* 6 and 10/);
  assert.throws(() => stationary({}, 0), /RangeError: agents is 0/);
  assert.throws(() => firstPassage({}, 10, {to: 11}), /RangeError: to is 11/);
});
