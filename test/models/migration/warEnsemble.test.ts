import assert from "node:assert/strict";
import {test} from "node:test";
import {expectedLoss} from "../../../models/migration/expectedLoss.js";
import {trajectory} from "../../../models/migration/meanField.js";
import {presets} from "../../../models/migration/parameters.js";
import {newPayoff, welfare} from "../../../models/migration/payoff.js";
import {warEnsemble} from "../../../models/migration/warEnsemble.js";
import {near} from "./reference.js";

test("four wars agree with their exact law: shares, T90 and losses in standard errors", (t) => {
  for (const [id, preset] of Object.entries(presets)) {
    const found = warEnsemble(preset, {wars: 300, seed: `test ${id}`, agents: 200});
    const most = Math.max(...found.scores.map(Math.abs));
    const square = found.scores.reduce((sum, z) => sum + z * z, 0) / found.scores.length;
    t.diagnostic(
      `${id}: max |z| ${most.toFixed(2)}, mean z² ${square.toFixed(2)}, loss z ${found.loss.score.toFixed(2)}, T90 z ${found.T90?.score.toFixed(2) ?? "–"}`
    );
    // Late in a war that is won the share is far from normal, a few stragglers among full houses: the bound is wider.
    assert.ok(most < 4.5, `${id} ${most}`);
    assert.ok(Math.abs(found.loss.score) < 3.5, `${id} ${found.loss.score}`);
    if (found.T90) assert.ok(Math.abs(found.T90.score) < 3.5, `${id} ${found.T90.score}`);
    assert.ok(found.wars.low.every((low, i) => low <= found.wars.high[i]!));
  }
});

test("only wars that come to an end have a T90", () => {
  const by = (preset: object) => warEnsemble(preset, {wars: 20, agents: 400, seed: "end"});
  const stuck = by(presets.stuck);
  assert.equal(stuck.T90, null);
  assert.equal(stuck.meanFieldT90, Infinity);
  assert.equal(stuck.won, 0);
  const fast = by(presets.fast);
  assert.equal(fast.won, 1);
  near(fast.T90!.exact, fast.meanFieldT90, 0.05);
});

test("the exact loss of a war in which nobody moves is known", () => {
  // A cost of 100 at a noise of 1: all stay where they are.
  const p = {switchingCost: 100, initialShare: 0.25};
  near(expectedLoss(p, 40, {years: 8}), 8 * (newPayoff(p, 1) - welfare(p, 0.25)), 1e-9);
});

test("in a large crowd it tends to the loss of the mean field", () => {
  const years = 12;
  const run = trajectory(presets.fast, {years, step: years});
  const loss = run.welfareLoss.at(-1)! + run.switchingLoss.at(-1)! + run.enforcementLoss.at(-1)!;
  const gaps = [100, 400, 1600].map((agents) => Math.abs(expectedLoss(presets.fast, agents, {years}) - loss));
  // The gap shrinks like 1/N.
  near(gaps[0]! / gaps[1]!, 4, 1);
  near(gaps[1]! / gaps[2]!, 4, 1);
  near(expectedLoss(presets.fast, 400, {years, steps: 10}), expectedLoss(presets.fast, 400, {years, steps: 40}), 1e-5);
});

test("bad input is named", () => {
  assert.throws(() => warEnsemble({}, {wars: 1}), {name: "RangeError", message: /^wars is 1/});
  assert.throws(() => warEnsemble({locality: 1}), {name: "RangeError", message: /^locality is 1/});
  assert.throws(() => expectedLoss({sunset: {strength: 1, belief: 1}}, 10), {name: "RangeError", message: /^sunset/});
});
