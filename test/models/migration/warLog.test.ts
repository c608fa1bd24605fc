import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {simulate} from "../../../models/migration/agents.js";
import {trajectory, welfareClock} from "../../../models/migration/meanField.js";
import {checkParameters, presets, type SomeParameters} from "../../../models/migration/parameters.js";
import {coupling, newPayoff, oldPayoff, welfare} from "../../../models/migration/payoff.js";
import {
  delayCost,
  emptyLog,
  logOf,
  logOfCourse,
  netGain,
  paidFrom,
  type Sample
} from "../../../models/migration/warLog.js";
import {near} from "./reference.js";

const sample = (values: Partial<Sample>): Sample => ({
  time: 0,
  share: 0,
  holdouts: 1,
  gone: 0,
  newWorth: 0,
  oldWorth: 0,
  switchingCost: 1,
  welfareLoss: 0,
  switchingLoss: 0,
  enforcementLoss: 0,
  without: 0,
  goneWorth: 0,
  ...values
});

test("a log counts by the trapezoid rule, each kind of user by its share", () => {
  const log = logOf([
    sample({share: 0.25, holdouts: 0.75, newWorth: 4, oldWorth: 1, without: 2}),
    sample({
      time: 2,
      share: 0.5,
      holdouts: 0.25,
      gone: 0.25,
      newWorth: 6,
      oldWorth: 2,
      without: 2,
      goneWorth: 3,
      switchingLoss: 0.5
    }),
    sample({
      time: 3,
      share: 0.5,
      holdouts: 0.25,
      gone: 0.25,
      newWorth: 6,
      oldWorth: 2,
      without: 2,
      goneWorth: 3,
      switchingLoss: 0.5,
      enforcementLoss: 1,
      welfareLoss: 2
    })
  ]);
  assert.deepEqual(log.adopterGain, [2, 4, 4]);
  assert.deepEqual(log.holdoutGain, [-1, 0, 0]);
  // (0.25·2 + 0.5·4)/2·2, then 0.5·4.
  assert.deepEqual(log.adopterTotal, [0, 2.5, 4.5]);
  assert.deepEqual(log.holdoutTotal, [0, -0.75, -0.75]);
  assert.deepEqual(log.goneTotal, [0, 0.25, 0.5]);
  assert.deepEqual(log.costs, [0, 0.5, 1.5]);
  assert.deepEqual(log.loss, [0, 0.5, 3.5]);
  assert.equal(log.instantCost, 0.75);
  assert.equal(netGain(log, 2), 4.5 - 0.75 + 0.5 - 1.5);
  assert.equal(delayCost(log, 2), 2.75);
  assert.equal(paidFrom(log), 2);
  assert.equal(paidFrom(emptyLog()), Infinity);
});

test("net gain and loss tell one story: they add up to what everybody on the new platform would have had", () => {
  // ∫ (W − without) dt + ∫ (W* − W) dt = (W* − without)·t, whatever the war; costs cancel out of the sum.
  for (const preset of Object.values(presets) as SomeParameters[]) {
    for (const run of [
      trajectory(preset, {years: 40, step: 0.02}),
      simulate(preset, {agents: 400, seed: "sum", years: 40, step: 0.02})
    ]) {
      const log = logOfCourse(preset, run);
      const last = log.time.length - 1;
      const sum = netGain(log, last) + log.loss[last]!;
      near(sum, 40 * (newPayoff(preset, 1) - oldPayoff(preset, 0)), 0.02);
    }
  }
});

test("it is the welfare clock of the mean field", () => {
  for (const preset of Object.values(presets) as SomeParameters[]) {
    const run = trajectory(preset);
    const clock = welfareClock(preset, run);
    const log = logOfCourse(preset, run);
    assert.deepEqual(log.adopterGain, Array.from(clock.adopterGain));
    assert.deepEqual(log.holdoutGain, Array.from(clock.holdoutGain));
    log.loss.forEach((loss, i) => {
      near(loss, clock.loss[i]!, 1e-12);
    });
    near(log.instantCost, clock.instantCost, 1e-15);
  }
});

test("the default war pays late, the fast one soon, the stuck one never", () => {
  const paid = (p: SomeParameters) => paidFrom(logOfCourse(p, trajectory(p)));
  assert.ok(paid(presets.fast) < 7);
  assert.ok(paid(presets.prolonged) > 15 && paid(presets.prolonged) < 25);
  assert.equal(paid(presets.stuck), Infinity);
});

test("without shims every gain and loss depends on J and Δq alone: W(x) = q + ν + Δq·x − 2J·x(1 − x)", () => {
  const part = fc.integer({min: 0, max: 30}).map((i) => i / 10);
  fc.assert(
    fc.property(
      part,
      part,
      part,
      fc.integer({min: -20, max: 20}),
      fc.integer({min: 0, max: 100}),
      (nu, rho, kappa, d, n) => {
        const p = {networkBenefit: nu, bitrot: rho, bitcreep: kappa, advantage: d / 10};
        const x = n / 100;
        const J = coupling(p);
        const {quality} = checkParameters(p);
        near(welfare(p, x), quality + nu + p.advantage * x - 2 * J * x * (1 - x), 1e-9);
        near(newPayoff(p, x) - oldPayoff(p, 0), p.advantage - J * (1 - x), 1e-9);
        near(oldPayoff(p, x) - oldPayoff(p, 0), -J * x, 1e-9);
      }
    )
  );
});
