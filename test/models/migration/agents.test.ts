import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {createRun, simulate} from "../../../models/migration/agents.js";
import {makeGraph} from "../../../models/migration/ecosystem.js";
import {pledgeChance} from "../../../models/migration/interventions.js";
import {trajectory, welfareClock} from "../../../models/migration/meanField.js";
import type {SomeParameters} from "../../../models/migration/parameters.js";

const everything: SomeParameters = {
  exitValue: 1.4,
  rotLag: 1,
  enforcement: 0.4,
  backlash: 0.1,
  sunset: {strength: 1, year: 4, belief: 0.8}
};

test("the same seed gives the same bytes, and another seed another war", () => {
  for (const p of [{}, everything]) {
    const [a, b, c] = ["x", "x", "y"].map((seed) => simulate(p, {agents: 500, seed, years: 12, record: true}));
    assert.deepEqual(a, b);
    assert.notDeepEqual(a!.switches, c!.switches);
  }
});

test("how often one looks does not change the war", () => {
  for (const p of [{}, everything]) {
    const [often, seldom] = [0.01, 5].map((step) => simulate(p, {agents: 300, seed: 3, years: 15, step, record: true}));
    assert.deepEqual(often!.switches, seldom!.switches);
    assert.equal(often!.welfareLoss.at(-1), seldom!.welfareLoss.at(-1));
    const run = createRun(p, {agents: 300, seed: 3});
    for (let i = 0; i < 60; ++i) run.advance(0.25);
    assert.deepEqual(run.place, often!.place);
  }
});

test("numbers alone give the same war as names", () => {
  for (const p of [{}, everything]) {
    const [named, counted] = [true, false].map((names) => simulate(p, {agents: 400, seed: 9, named: names}));
    assert.deepEqual(named!.share, counted!.share);
    assert.deepEqual(named!.welfareLoss, counted!.welfareLoss);
    assert.equal(named!.moves, counted!.moves);
    assert.equal(counted!.place.length, 0);
  }
});

test("who switched when adds up to the shares", () => {
  const {switches, share, gone, holdouts, time, adoptedAt, place, moves} = simulate(everything, {
    agents: 200,
    seed: 4,
    years: 20,
    record: true
  });
  assert.equal(switches!.time.length, moves);
  const places = new Uint8Array(200);
  const came = new Float64Array(200).fill(Infinity);
  adoptedAt.forEach((when, i) => {
    if (when === 0) {
      places[i] = 1;
      came[i] = 0;
    }
  });
  let next = 0;
  time.forEach((now, i) => {
    for (; next < moves && switches!.time[next]! <= now; ++next) {
      const who = switches!.agent[next]!;
      places[who] = switches!.to[next]!;
      if (places[who] === 1 && came[who] === Infinity) came[who] = switches!.time[next]!;
    }
    const count = (of: number) => places.filter((v) => v === of).length / 200;
    assert.deepEqual([holdouts[i], share[i], gone[i]], [count(0), count(1), count(2)]);
  });
  assert.deepEqual(places, place);
  assert.deepEqual(came, adoptedAt);
});

test("losses are the integrals of what the samples show", () => {
  const p = {enforcement: 0.5, shimNew: 0.3};
  const {welfareLoss, switchingLoss, enforcementLoss, share, newWorth, oldWorth, moves, time} = simulate(p, {
    agents: 400,
    seed: 6,
    years: 12,
    step: 0.002
  });
  const sum = (rate: (i: number) => number) =>
    time.reduce((total, now, i) => (i === 0 ? 0 : total + ((now - time[i - 1]!) * (rate(i) + rate(i - 1))) / 2), 0);
  const missed = sum((i) => 1 + 1 + 1.2 - share[i]! * newWorth[i]! - (1 - share[i]!) * oldWorth[i]!);
  assert.ok(Math.abs(missed - welfareLoss.at(-1)!) < 2e-3);
  const enforced = sum((i) => 1.5 * 0.5 * share[i]! * (1 - share[i]!));
  assert.ok(Math.abs(enforced - enforcementLoss.at(-1)!) < 2e-3);
  assert.ok(Math.abs(moves / 400 - switchingLoss.at(-1)!) < 1e-9);
});

test("what takes a trajectory takes a simulation", () => {
  const options = {years: 5, step: 0.5};
  const clock = welfareClock({}, simulate({}, {...options, agents: 50_000, seed: 1}));
  const field = welfareClock({}, trajectory({}, options));
  assert.ok(Math.abs(clock.loss.at(-1)! - field.loss.at(-1)!) < 0.1);
  assert.equal(clock.adopterGain.length, 11);
});

test("parameters change midway and the past stays", () => {
  const run = createRun({advantage: 0, enforcement: 1, backlash: 0.5}, {agents: 1000, seed: 2});
  run.advance(5);
  const before = run.now();
  assert.ok(before.share < 0.2 && before.switchingCost > 1);
  run.change({advantage: 4});
  const changed = run.now();
  for (const key of ["share", "welfareLoss", "switchingLoss", "switchingCost", "time"] as const)
    assert.equal(changed[key], before[key], key);
  run.change({switchingCost: 0.5});
  assert.ok(Math.abs(run.now().switchingCost - (before.switchingCost - 0.5)) < 1e-12);
  run.advance(15);
  assert.ok(run.now().share > 0.9);
});

test("a third platform that closes is left again, and nothing is NaN on the way", () => {
  const run = createRun({exitValue: 5}, {agents: 500, seed: 8});
  run.advance(20);
  assert.ok(run.now().gone > 0.9);
  run.change({exitValue: -Infinity});
  run.advance(20);
  assert.equal(run.now().gone, 0);
  for (const value of Object.values(run.now())) assert.ok(Number.isFinite(value));
});

test("a pledge carries those who sign, if enough do", () => {
  const agents = 20_000;
  const chance = pledgeChance({}, 0.7);
  const run = createRun({}, {agents, seed: "pledge"});
  const asked = agents * run.now().holdouts;
  const moved = run.pledge(0.7);
  const z = (moved - asked * chance) / Math.sqrt(asked * chance * (1 - chance));
  assert.ok(Math.abs(z) < 4.5, `z ${z}`);
  assert.ok(Math.abs(run.now().switchingLoss - moved / agents) < 1e-9);
  assert.equal(createRun({}, {agents, seed: "pledge"}).pledge(0.3), 0);
});

test("agents can be moved by name, once each", () => {
  const run = createRun({initialShare: 0}, {agents: 10, seed: 1});
  assert.equal(run.adopt([3, 3, 5]), 2);
  assert.equal(run.adopt([5]), 0);
  assert.deepEqual([...run.place], [0, 0, 0, 1, 0, 1, 0, 0, 0, 0]);
  assert.equal(run.now().share, 0.2);
});

test("everything stays finite and within its range, whatever the parameters", () => {
  fc.assert(
    fc.property(
      fc.record({
        advantage: fc.double({min: -3, max: 3, noNaN: true}),
        networkBenefit: fc.double({min: 0, max: 4, noNaN: true}),
        bitcreep: fc.double({min: 0, max: 4, noNaN: true}),
        noise: fc.double({min: 0.02, max: 3, noNaN: true}),
        initialShare: fc.double({min: 0, max: 1, noNaN: true}),
        rotLag: fc.constantFrom(0, 0.5, 10),
        enforcement: fc.constantFrom(0, 1),
        backlash: fc.constantFrom(0, 0.5),
        dependencyWeight: fc.constantFrom(0, 1, Infinity),
        exitValue: fc.constantFrom(-Infinity, -1, 3),
        locality: fc.constantFrom(0, 0.5, 1)
      }),
      fc.integer({min: 1, max: 12}),
      fc.boolean(),
      (p, agents, linked) => {
        const graph = linked ? makeGraph(agents, agents > 1 ? [[0, agents - 1]] : []) : undefined;
        const {adoptedAt, switches, ...run} = simulate(p, {agents, ...(graph && {graph}), seed: 1, years: 4, step: 1});
        for (const values of Object.values(run))
          for (const value of [values].flat()) if (typeof value === "number") assert.ok(Number.isFinite(value));
        for (const name of ["share", "holdouts", "gone", "welfareLoss", "newWorth", "oldWorth"] as const)
          assert.ok(run[name].every(Number.isFinite), name);
        run.share.forEach((x, i) => {
          assert.ok(Math.abs(x + run.holdouts[i]! + run.gone[i]! - 1) < 1e-12);
        });
      }
    ),
    {numRuns: 150}
  );
});

test("bad options get errors that say what is wrong", () => {
  const graph = makeGraph(3, [[0, 1]]);
  assert.throws(() => simulate({}, {seed: 1}), /RangeError: agents is undefined, but must be a whole number/);
  assert.throws(() => simulate({}, {agents: 0, seed: 1}), /agents is 0/);
  assert.throws(() => simulate({}, {agents: 4, graph, seed: 1}), /agents is 4, but must be 3: the number of nodes/);
  assert.throws(() => simulate({noise: 0}, {agents: 4, seed: 1}), /noise is 0/);
  assert.throws(() => simulate({}, {agents: 4, seed: 1, years: -1}), /years is -1/);
  assert.throws(() => simulate({}, {agents: 4, seed: 1, step: 0}), /step is 0/);
  assert.throws(() => createRun({}, {agents: 4, seed: Number.NaN}), /seed is NaN/);
  assert.throws(() => createRun({}, {agents: 4, seed: 1, first: [4]}), /first is 4/);
  assert.throws(() => createRun({}, {graph, seed: 1, named: false}), /named is false, but must be true with a graph/);
  const run = createRun({}, {agents: 4, seed: 1});
  run.advance(2);
  assert.throws(() => run.advanceTo(1), /end is 1, but must be a number of years of at least 2/);
  assert.throws(() => run.pledge(2), /threshold is 2/);
  assert.throws(() => run.change({pace: -1}), /pace is -1/);
});
