import assert from "node:assert/strict";
import {test} from "node:test";
import {fixedPoints, phase, spinodal, timeTo, trajectory} from "../../../models/migration/meanField.js";
import {checkParameters, presets, type SomeParameters} from "../../../models/migration/parameters.js";
import {F, near, push, rates, rungeKutta, utilities} from "./reference.js";

const T90 = (p: SomeParameters) => timeTo(p, 0.9);

test("T90 is 10.5 years by default, 3.7 when the gain is great, and shims move it as they should", () => {
  near(T90({}), 10.454, 5e-4);
  near(T90(presets.fast), 3.75, 5e-3);
  // Half a shim for holdouts, half a shim for adopters, a full shim both ways.
  near(T90({shimOld: 0.5}), 25.3, 0.05);
  near(T90({shimNew: 0.5}), 3.9, 0.05);
  near(T90({shimOld: 1, shimNew: 1}), 3.95, 5e-3);
  assert.equal(T90(presets.split), Infinity);
  const last = trajectory(presets.split, {years: 100, step: 100}).share[1]!;
  near(last, 0.717, 5e-4);
  near(last, fixedPoints(presets.split)[0]!.share, 1e-8);
});

test("each preset has the phase it is named for", () => {
  for (const [name, p] of Object.entries(presets)) assert.equal(phase(p), name);
  // Without network effects noise alone keeps some behind, until the gain is great.
  assert.equal(phase({networkBenefit: 0, bitrot: 0, bitcreep: 0}), "split");
  assert.equal(phase({networkBenefit: 0, bitrot: 0, bitcreep: 0, advantage: 3}), "fast");
  assert.equal(phase({advantage: -3, initialShare: 0.95}), "stuck");
  assert.equal(phase({advantage: 3, initialShare: 0.95}), "fast");
  assert.equal(phase({advantage: 0.89, pace: 0.3}), "stuck");
});

test("past the tipping point T90 grows as (Δq − h_s)^−½", () => {
  const edge = spinodal()![1];
  const scaled = [1e-4, 1e-5, 1e-6].map((d) => timeTo({advantage: edge + d}, 0.9, {within: 1e5}) * Math.sqrt(d));
  // Corrections fall by √10 at each step; extrapolated, the last two agree to a part in a thousand.
  const [a, b, c] = scaled as [number, number, number];
  near((c - b) / (b - a), 1 / Math.sqrt(10), 0.05, "ratio of corrections");
  near(b / c, 1, 6e-3);
  assert.equal(T90({advantage: edge - 1e-6}), Infinity);
});

test("timeTo is where the trajectory crosses, to the last digits", () => {
  for (const p of [{}, presets.fast, {sunset: {strength: 1, year: 3, belief: Infinity}}, {rotLag: 2}]) {
    const year = T90(p);
    near(trajectory(p, {years: year, step: year}).share[1]!, 0.9, 1e-9);
  }
  assert.equal(timeTo({initialShare: 0.3}, 0.2), 0);
  assert.equal(timeTo({}, 0.9, {within: 10.4}), Infinity);
  near(timeTo({}, 0.9, {within: 10.5}), T90({}), 1e-9);
});

/** The game with everything in it, from its definition: x, y, their rot, k, and three losses. */
function slope(given: SomeParameters) {
  const p = checkParameters(given);
  const pull = (a: number) => Math.exp(a / p.noise);
  return (t: number, [x, y, rx, ry, k]: readonly number[]): number[] => {
    const [newShare, oldShare, cost] = [x!, y!, k!];
    const z = 1 - newShare - oldShare;
    const {networkBenefit: nu, bitrot: rho, bitcreep: kappa, quality: q} = p;
    const [lagNew, lagOld] = p.rotLag > 0 ? [rx!, ry!] : [newShare, oldShare];
    const uO = q + nu * oldShare - rho * (1 - lagOld) - kappa * (1 - p.shimOld) * (1 - oldShare);
    const uN = q + p.advantage + nu * newShare - rho * (1 - lagNew) - kappa * (1 - p.shimNew) * (1 - newShare);
    const E = p.enforcement * newShare + push(p, t);
    const d = p.dependencyWeight * (1 - newShare);
    const gain = p.subsidy + E - cost - d;
    const logit = (old: number, next: number, out: number) => {
      const sum = old + next + out;
      return [old / sum, next / sum, out / sum] as [number, number, number];
    };
    const out = p.exitValue === -Infinity ? 0 : pull(p.exitValue - cost);
    const stay = p.exitValue === -Infinity ? 0 : pull(p.exitValue);
    const fromOld = logit(pull(uO), pull(uN + gain), out);
    const fromNew = logit(pull(uO - cost - E), pull(uN), out);
    const fromOut = logit(pull(uO - cost - E), pull(uN + gain), stay);
    const toNew = p.pace * (oldShare * fromOld[1] + z * fromOut[1]);
    const toOld = p.pace * (newShare * fromNew[0] + z * fromOut[0]);
    const toOut = p.pace * (newShare * fromNew[2] + oldShare * fromOld[2]);
    const value = z > 1e-12 ? z * p.exitValue : 0;
    return [
      toNew - p.pace * newShare * (1 - fromNew[1]),
      toOld - p.pace * oldShare * (1 - fromOld[0]),
      p.rotLag > 0 ? (newShare - rx!) / p.rotLag : 0,
      p.rotLag > 0 ? (oldShare - ry!) / p.rotLag : 0,
      p.backlash * p.enforcement * newShare,
      q + p.advantage + nu - (newShare * uN + oldShare * uO + value),
      (toNew + toOld + toOut) * cost + toNew * d,
      1.5 * p.enforcement * newShare * oldShare
    ];
  };
}

test("the full model equals a plain integration of its definition", () => {
  const full = {advantage: 1.2, enforcement: 0.5, backlash: 0.2, subsidy: 0.3, dependencyWeight: 0.4, rotLag: 1.5};
  for (const p of [
    {},
    {shimOld: 0.3, shimNew: 0.8, bitcreep: 2},
    {locality: 0.7},
    {rotLag: 3},
    {enforcement: 0.6, backlash: 0.3},
    {dependencyWeight: 0.5, advantage: 1.5},
    {exitValue: 2.2},
    {sunset: {strength: 1.5, year: 5, belief: 0.4}},
    {sunset: {strength: 1.5, year: 5, belief: Infinity}},
    full,
    {...full, exitValue: 1.5, sunset: {strength: 0.8, year: 5, belief: 1}, initialShare: 0.2}
  ] satisfies SomeParameters[]) {
    const {initialShare: x, switchingCost: k} = checkParameters(p);
    const run = trajectory(p, {years: 12, step: 1});
    assert.equal(run.time.length, 13);
    // Up to the date, and on from it: the push may jump there.
    const f = slope(p);
    const before = (t: number, y: readonly number[]) => f(Math.min(t, 5 - 1e-12), y);
    let y = rungeKutta(before, [x, 1 - x, x, 1 - x, k, 0, 0, 0], 0, 5, 2500);
    y = rungeKutta(f, y, 5, 12, 3500);
    const what = JSON.stringify(p);
    near(run.share[12]!, y[0]!, 2e-9, what);
    near(run.holdouts[12]!, y[1]!, 2e-9, what);
    near(run.gone[12]!, 1 - y[0]! - y[1]!, 4e-9, what);
    near(run.switchingCost[12]!, y[4]!, 2e-9, what);
    near(run.welfareLoss[12]!, y[5]!, 2e-8, what);
    near(run.switchingLoss[12]!, y[6]!, 2e-8, what);
    near(run.enforcementLoss[12]!, y[7]!, 2e-8, what);
  }
});

test("a rot at rest with the shares is the static game: the slowest lag changes the path, and no lag is the limit", () => {
  near(T90({rotLag: 1e-3}), T90({}), 2e-2);
  assert.ok(T90({rotLag: 5}) > T90({rotLag: 1}) && T90({rotLag: 1}) > T90({}));
  const {newWorth, oldWorth, share} = trajectory({}, {years: 20, step: 5});
  share.forEach((x, i) => {
    const {uO, uN} = utilities({}, x);
    near(newWorth[i]!, uN, 1e-12);
    near(oldWorth[i]!, uO, 1e-12);
  });
});

test("a hard gate lets nobody through, and bad horizons are refused", () => {
  const {share} = trajectory({dependencyWeight: Infinity, advantage: 5}, {years: 10, step: 10});
  assert.ok(share[1]! < 0.05 && share[1]! > 0);
  assert.throws(() => trajectory({}, {years: -1}), /RangeError: years is -1/);
  assert.throws(() => trajectory({}, {step: 0}), /RangeError: step is 0/);
  assert.throws(() => timeTo({}, 1.5), /RangeError: share is 1.5/);
  assert.deepEqual([...trajectory({}, {years: 1, step: 0.4}).time], [0, 0.4, 0.8, 1]);
  assert.equal(trajectory({}, {years: 40, step: 0.1}).time.length, 401);
  assert.equal(rates({}, 0.5).up, 1.5 * F(0));
});
