import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {miseryThreshold, timeTo, trajectory} from "../../../models/migration/meanField.js";
import {
  adopterBalance,
  holdoutBalance,
  holdoutBreakEven,
  holdoutEffect,
  meanMisery,
  misery,
  miseryEnd
} from "../../../models/migration/misery.js";
import {miseryEnsemble} from "../../../models/migration/miseryEnsemble.js";
import {checkParameters} from "../../../models/migration/parameters.js";
import {newPayoff, oldPayoff, payoffGap, welfare} from "../../../models/migration/payoff.js";

const number = (min: number, max: number) => fc.double({min, max, noNaN: true});
const sets = fc.record({
  advantage: number(-2, 3),
  networkBenefit: number(0, 4),
  bitrot: number(0, 4),
  bitcreep: number(0, 4),
  shimOld: number(0, 1),
  shimNew: number(0, 1),
  quality: number(0, 3)
});
const near = (a: number, b: number, within = 1e-9) => assert.ok(Math.abs(a - b) <= within, `${a} is not ${b}`);

test("the parts of a balance add up to what payoff.ts says, whatever the quality", () => {
  fc.assert(
    fc.property(sets, number(0, 1), (p, x) => {
      const without = oldPayoff(p, 0);
      near(adopterBalance(p, x).total, newPayoff(p, x) - without);
      near(holdoutBalance(p, x).total, oldPayoff(p, x) - without);
      near(adopterBalance({...p, quality: 0}, x).total, adopterBalance(p, x).total);
    })
  );
});

test("an adopter's balance changes sign at the misery threshold", () => {
  fc.assert(
    fc.property(sets, (p) => {
      const at = miseryThreshold(p);
      if (at <= 0.001 || at >= 0.999) return;
      near(adopterBalance(p, at).total, 0, 1e-6);
      assert.ok(adopterBalance(p, at - 0.001).total <= 0);
      assert.ok(adopterBalance(p, at + 0.001).total >= 0);
    })
  );
});

test("the external effect is what welfare changes by beyond the mover's own gain", () => {
  fc.assert(
    fc.property(sets, number(0.01, 0.99), (p, x) => {
      const h = 1e-5;
      // Welfare is a parabola in x, so that the central difference is exact but for rounding.
      const slope = (welfare(p, x + h) - welfare(p, x - h)) / (2 * h);
      near(-holdoutEffect(p, x).net, slope - payoffGap(p, x), 1e-6);
      near(holdoutEffect(p, holdoutBreakEven(p)).net, 0, 1e-9);
    })
  );
});

test("without shims a holdout costs adopters Jx and is worth J(1 − x) to holdouts", () => {
  const {toAdopters, toHoldouts, net} = holdoutEffect({}, 0.25);
  near(toAdopters, -0.75);
  near(toHoldouts, 2.25);
  near(net, 1.5);
  near(holdoutBreakEven(), 0.5);
  near(holdoutBreakEven({shimOld: 1}), 1.8 / 4.8);
});

test("the default war stops hurting its adopters at two thirds, and without bitcreep at four ninths", () => {
  near(miseryEnd().share, 2 / 3, 1e-12);
  near(miseryEnd({bitcreep: 0}).share, 4 / 9, 1e-12);
  const {share, year} = miseryEnd();
  near(year, timeTo({}, share));
  const run = trajectory({}, {years: year, step: year});
  near(run.newWorth.at(-1)! - oldPayoff({}, 0), 0, 1e-6);
  assert.equal(miseryEnd({advantage: 3}).year, 0);
  assert.equal(miseryEnd({advantage: -1}).year, Infinity);
  assert.equal(miseryEnd({advantage: 0.75}, {within: 400}).year, Infinity);
});

test("misery is nought when nobody is ever worse off, and grows with bitcreep while the war can be won", () => {
  assert.equal(misery({advantage: 3}), 0);
  assert.equal(misery({networkBenefit: 0, bitrot: 0, bitcreep: 0}), 0);
  const some = [0, 0.4, 0.8, 1.2].map((bitcreep) => misery({bitcreep}));
  for (let i = 1; i < some.length; ++i) assert.ok(some[i]! > some[i - 1]!, some.join(" "));
  // A finer clock gives the same.
  near(misery({}, {step: 0.1}), misery({}, {step: 0.02}), 1e-3);
});

test("agents' misery agrees with the exact chain, and the chain with the mean field as it grows", (t) => {
  const p = checkParameters({});
  const runs = 300;
  for (const agents of [50, 200]) {
    const {mean, error} = miseryEnsemble(p, {agents, seeds: runs});
    const z = (mean - meanMisery(p, agents)) / error;
    t.diagnostic(`misery of ${agents} agents over ${runs} seeds: z = ${z.toFixed(2)}`);
    assert.ok(Math.abs(z) < 4, `z = ${z}`);
  }
  const gaps = [100, 400, 1600].map((agents) => Math.abs(meanMisery(p, agents) - misery(p)));
  t.diagnostic(`gap to the mean field: ${gaps.map((gap) => gap.toFixed(4)).join(", ")}`);
  assert.ok(gaps[0]! > gaps[1]! && gaps[1]! > gaps[2]!);
});

test("bad input is named", () => {
  assert.throws(() => adopterBalance({}, 1.1), {name: "RangeError", message: /^share is 1.1/});
  assert.throws(() => holdoutEffect({bitcreep: -1}, 0.5), {name: "RangeError", message: /^bitcreep is -1/});
  assert.throws(() => meanMisery({}, 0), {name: "RangeError", message: /^agents is 0/});
});
