import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {stationary} from "../../../models/migration/birthDeath.js";
import {
  fixedPoints,
  miseryThreshold,
  potential,
  priceOfAnarchy,
  trajectory,
  welfareClock
} from "../../../models/migration/meanField.js";
import {checkParameters} from "../../../models/migration/parameters.js";
import {near, utilities} from "./reference.js";

test("adopters are worse off than if the new platform had never been while x < 1 − Δq/(ν + ρ + κ(1 − σ_N))", () => {
  near(miseryThreshold(), 1 - 1 / 3, 1e-15);
  fc.assert(
    fc.property(
      fc.record({
        advantage: fc.integer({min: -30, max: 50}).map((i) => i / 10),
        networkBenefit: fc.integer({min: 0, max: 20}).map((i) => i / 10),
        bitcreep: fc.integer({min: 0, max: 20}).map((i) => i / 10),
        shimNew: fc.integer({min: 0, max: 10}).map((i) => i / 10)
      }),
      fc.integer({min: 0, max: 100}),
      (p, percent) => {
        const x = percent / 100;
        const threshold = miseryThreshold(p);
        if (Math.abs(x - threshold) < 1e-9) return;
        const without = utilities(p, 0).uO;
        const {uN} = utilities(p, x);
        // At the ends the threshold says always or never; a tie there is no misery.
        if (Math.abs(uN - without) > 1e-9) assert.equal(uN < without, x < threshold);
      }
    )
  );
});

test("the clock adds up", () => {
  const p = {enforcement: 0.4};
  const run = trajectory(p, {years: 20, step: 0.01});
  const clock = welfareClock(p, run);
  let missed = 0;
  run.time.forEach((_, i) => {
    const x = run.share[i]!;
    const {uO, uN} = utilities(p, x);
    near(clock.adopterGain[i]!, uN - 2.2, 1e-12);
    near(clock.holdoutGain[i]!, uO - 2.2, 1e-12);
    if (i === 0) return;
    const average = (j: number) => run.share[j]! * run.newWorth[j]! + (1 - run.share[j]!) * run.oldWorth[j]!;
    missed += 0.01 * (3.2 - (average(i) + average(i - 1)) / 2);
  });
  near(run.welfareLoss.at(-1)!, missed, 1e-3);
  near(clock.loss.at(-1)!, run.welfareLoss.at(-1)! + run.switchingLoss.at(-1)! + run.enforcementLoss.at(-1)!, 1e-12);
  near(clock.instantCost, 0.95, 1e-15);
});

test("the price of anarchy is the best of both ends over the worst place to rest", () => {
  const {best, worst, loss, price} = priceOfAnarchy({advantage: 0.75});
  assert.deepEqual(best, {share: 1, welfare: 2.95});
  near(worst.share, 0.0787, 5e-5);
  near(loss, best.welfare - worst.welfare, 1e-15);
  near(price!, best.welfare / worst.welfare, 1e-15);
  assert.equal(priceOfAnarchy({advantage: -1}).best.share, 0);
  assert.equal(priceOfAnarchy({quality: -3, advantage: 0}).price, null);
});

test("the potential has its valleys and passes at the fixed points, and exp(−NΦ) is the stationary law", () => {
  for (const p of [
    {},
    {advantage: 0.5},
    {advantage: 0, noise: 0.7},
    {advantage: 0.3, enforcement: 0.5, subsidy: 0.2}
  ]) {
    const {share, height} = potential(p, {points: 2001});
    assert.equal(Math.min(...height), 0);
    const turns = [];
    for (let i = 1; i < 2000; ++i)
      if (height[i]! > height[i - 1]! !== height[i + 1]! > height[i]!) turns.push(share[i]!);
    const points = fixedPoints(p);
    assert.equal(turns.length, points.length);
    turns.forEach((x, i) => {
      near(x, points[i]!.share, 6e-4);
    });
    // ln π(i) + NΦ(i/N) is no more than the slowly varying prefactor, which does not grow with N.
    const slack = (agents: number) => {
      const {logLaw} = stationary(p, agents);
      const [a, b] = [Math.round(0.3 * agents), Math.round(0.8 * agents)];
      const heightAt = (i: number) => height[(2000 * i) / agents]!;
      return logLaw[a]! - logLaw[b]! + agents * (heightAt(a) - heightAt(b));
    };
    near(slack(2000), slack(500), 5e-3, "prefactor");
  }
  // Simpson's rule at two finenesses.
  const coarse = potential({noise: 0.3}, {points: 11}).height;
  const fine = potential({noise: 0.3}, {points: 1001}).height;
  const shift = fine[0]! - coarse[0]!;
  coarse.forEach((h, i) => {
    near(h + shift, fine[i * 100]!, 1e-6);
  });
  assert.throws(() => potential({exitValue: 0}), /RangeError: exitValue is 0/);
  assert.throws(() => potential({}, {points: 1}), /RangeError: points is 1/);
  checkParameters({});
});
