import assert from "node:assert/strict";
import {test} from "node:test";
import {transient} from "../../../models/migration/birthDeath.js";
import {preferential} from "../../../models/migration/ecosystem.js";
import {
  ensemble,
  estimate,
  meanFieldPlans,
  outcome,
  pairedDifference,
  plans,
  planTrajectory,
  playPlan
} from "../../../models/migration/interventions.js";
import {near} from "./reference.js";
import {squareBand} from "./statistics.js";

test("agents under a plan go the way of the mean field, within standard errors and its own bias", (t) => {
  // A crowd of N strays from the mean field by a term of order 1/N; with this many it is below the noise of 24 wars.
  const agents = 10_000;
  const wars = 24;
  const scores: number[] = [];
  for (const {id, plan} of meanFieldPlans()) {
    const field = planTrajectory({advantage: 1.25}, plan, {years: 12, step: 1});
    const runs = Array.from({length: wars}, (_, i) =>
      playPlan({advantage: 1.25}, plan, {agents, seed: `${id} ${i}`, years: 12, step: 1, named: Boolean(plan.pledge)})
    );
    for (const year of [2, 6, 12])
      for (const name of ["share", "welfareLoss", "switchingLoss", "enforcementLoss", "subsidies"] as const) {
        const {mean, error} = estimate(runs.map((run) => run[name][year]!));
        if (error < 1e-9) {
          near(mean, field[name][year]!, 2e-3, `${id} ${name}`);
          continue;
        }
        // Half a thousandth for the finite crowd.
        const z = (mean - field[name][year]!) / Math.hypot(error, 5e-4 * Math.max(1, field[name][year]!));
        scores.push(z);
        assert.ok(Math.abs(z) < 4.5, `${id} ${name} at ${year}: z = ${z}`);
      }
  }
  t.diagnostic(`largest |z| ${Math.max(...scores.map(Math.abs)).toFixed(2)} of ${scores.length}`);
});

test("an ensemble without a plan has the exact mean of the chain", (t) => {
  const agents = 400;
  const {time, mean, outcomes} = ensemble({}, {}, {agents, wars: 300, seed: "exact", years: 20, step: 2});
  const exact = transient({}, agents, {times: Array.from(time)});
  // One score a decade: neighbouring times are far from independent.
  const scores = [2, 4, 6, 8, 10].map((i) => (mean[i]! - exact.mean[i]!) / (exact.sd[i]! / Math.sqrt(300)));
  for (const z of scores) assert.ok(Math.abs(z) < 4, `z = ${z}`);
  assert.equal(outcomes.length, 300);
  t.diagnostic(`z ${scores.map((z) => z.toFixed(2)).join(" ")}; band for their squares ${squareBand(5).join(" … ")}`);
});

test("the same seed gives the same war until plans differ", () => {
  const shims = plans({withdrawn: 6}).find(({id}) => id === "withdrawn")!.plan;
  const both = plans().find(({id}) => id === "shims")!.plan;
  const options = {agents: 300, seed: "pair", years: 12, step: 0.5, named: false};
  const [a, b] = [shims, both].map((plan) => playPlan({}, plan, options));
  const change = a!.time.findIndex((year) => year >= 6);
  assert.deepEqual(a!.share.slice(0, change), b!.share.slice(0, change));
  assert.notDeepEqual(a!.share, b!.share);
});

test("hubs first: the first adopters are those with most dependents", () => {
  const graph = preferential({size: 200, links: 3, seed: 1});
  const course = playPlan({locality: 0.5}, {hubs: true}, {graph, seed: 2, years: 1});
  assert.equal(course.share[0], 0.05);
  const war = {graph, wars: 40, seed: "hubs"};
  const [first, random] = [true, false].map((hubs) =>
    ensemble({locality: 0.5}, {hubs}, war).outcomes.map((result) => result.loss)
  );
  const {mean, error} = pairedDifference(first!, random!);
  assert.ok(mean < -5 * error, `${mean} ± ${error}`);
});

test("accounts of agents add up under every plan", () => {
  for (const {plan, id} of meanFieldPlans()) {
    const course = playPlan({}, plan, {agents: 200, seed: 4, step: 0.5});
    const result = outcome({}, course);
    near(result.loss, result.welfareLoss + result.switchingLoss + result.enforcementLoss, 1e-9, id);
    for (const name of ["switchingLoss", "enforcementLoss", "subsidies", "sunsetBurden"] as const)
      assert.ok(
        course[name].every((v, i) => i === 0 || v >= course[name][i - 1]! - 1e-12),
        `${id} ${name}`
      );
  }
});

test("estimates: known mean and error, and differences war by war", () => {
  assert.deepEqual(estimate([1, 2, 3]), {mean: 2, error: Math.sqrt(1 / 3)});
  assert.deepEqual(pairedDifference([2, 3, 4], [1, 2, 3]), {mean: 1, error: 0});
  assert.throws(() => estimate([1]), {name: "RangeError", message: /^values\.length is 1/});
  assert.throws(() => pairedDifference([1, 2], [1]), {name: "RangeError", message: /^values has 2 entries/});
  assert.throws(() => ensemble({}, {}, {agents: 10, wars: 0, seed: ""}), {name: "RangeError", message: /^wars is 0/});
});
