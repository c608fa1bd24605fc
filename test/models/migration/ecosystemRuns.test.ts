import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {createRun, simulate} from "../../../models/migration/agents.js";
import {firstPassage} from "../../../models/migration/birthDeath.js";
import {
  deadlocked,
  type Ensemble,
  ensemble,
  ensembleCurve,
  hubs,
  hubsFirst,
  linkedPart,
  makeGraph,
  preferential,
  readPackages,
  recordWar,
  replay,
  summariseTimes,
  warTime
} from "../../../models/migration/ecosystem.js";
import {crossing} from "../../../models/migration/interventions.js";
import {wallFacts} from "../../../models/migration/wallFacts.js";

const {graph: debian} = readPackages(JSON.parse(readFileSync("data/migration/debianPython3.json", "utf8")));
const small = preferential({size: 200, links: 2, seed: 1});

test("a list of times to victory is summed up, those that never came at the horizon", () => {
  assert.deepEqual(summariseTimes([1, 3, Infinity, 4], 8), {
    seeds: 4,
    reached: 0.75,
    reachedError: Math.sqrt((0.75 * 0.25) / 4),
    mean: 4,
    error: Math.sqrt((9 + 1 + 16 + 0) / 3 / 4),
    median: 3.5
  });
  assert.equal(summariseTimes([Infinity, Infinity], 8).median, Infinity);
  assert.throws(() => summariseTimes([1], 8), {name: "RangeError", message: /^seeds is 1/});
});

test("T90 is the time of the move itself: it is where the sampled course crosses", () => {
  for (const dependencyWeight of [0, 1]) {
    const p = {advantage: 1.5, dependencyWeight};
    const T90 = warTime(p, {graph: small, seed: "exact"});
    const course = simulate(p, {graph: small, seed: "exact", years: 40, step: 0.001});
    assert.ok(Math.abs(T90 - crossing(course, 0.9)) < 0.0011, `${T90}`);
  }
  assert.equal(warTime({initialShare: 0.95}, {graph: small, seed: 1}), 0);
});

test("without gates the graph makes no difference: T90 is the chain's exact first passage", (t) => {
  // 200 agents from 10 to 180, by tridiagonal linear algebra.
  const p = {advantage: 1.5};
  const exact = firstPassage(p, 200, {from: 10, to: 180});
  const {mean, error, reached} = ensemble(p, {graph: small, seeds: 400, years: 200});
  const z = (mean - exact) / error;
  t.diagnostic(`${mean.toFixed(3)} ± ${error.toFixed(3)} against ${exact.toFixed(3)}: z = ${z.toFixed(2)}`);
  assert.equal(reached, 1);
  assert.ok(Math.abs(z) < 4);
});

test("a curve is made of the same wars as the times beside it", () => {
  const p = {advantage: 1.5, dependencyWeight: 0.5};
  const options = {graph: small, seeds: 30, years: 20, name: "same"};
  const {ensemble: beside, curve} = ensembleCurve(p, options);
  assert.deepEqual(beside, ensemble(p, options));
  assert.equal(curve.time.length, 41);
  curve.mean.forEach((mean, i) => {
    assert.ok(curve.low[i]! <= mean + 1e-12 && mean <= curve.high[i]! + 1e-12);
  });
  assert.ok(Math.abs(curve.mean[0]! - 0.05) < 1e-12);
});

test("hubs first: as many as anybody, those most depended on", () => {
  const first = hubsFirst({initialShare: 0.05}, small);
  assert.deepEqual(
    first,
    hubs(small, 10).map(({node}) => node)
  );
  const times = (gate: number, ids?: number[]) =>
    ensemble({advantage: 1.5, dependencyWeight: gate}, {graph: small, seeds: 120, ...(ids && {first: ids})});
  const [random, hub] = [times(0.8), times(0.8, first)];
  assert.ok(random.mean - hub.mean > 3 * Math.hypot(random.error, hub.error), `${random.mean} and ${hub.mean}`);
});

test("a recorded war played back is the war: at every time, forwards, backwards and step by step", () => {
  const p = {advantage: 1.5, dependencyWeight: 1};
  const war = recordWar(p, {graph: small, seed: "back", years: 20});
  const played = replay(war);
  const run = createRun(p, {graph: small, seed: "back"});
  const at = new Map<number, Uint8Array>();
  for (const time of [0, 0.5, 3, 7.25, 20]) {
    run.advanceTo(time);
    at.set(time, Uint8Array.from(run.place));
  }
  for (const time of [0, 3, 20, 7.25, 0.5, 0, 20]) {
    played.seek(time);
    assert.deepEqual(Uint8Array.from(played.place), at.get(time), `year ${time}`);
    assert.equal(played.adopted, at.get(time)!.filter((v) => v === 1).length);
  }
  played.seek(0);
  let steps = 0;
  for (let move = played.step(); move; move = played.step()) {
    ++steps;
    assert.equal(played.place[move.agent], move.to);
    assert.equal(played.time, move.time);
  }
  assert.equal(steps, war.time.length);
  assert.deepEqual(Uint8Array.from(played.place), at.get(20));
  assert.equal(played.timeTo(0.9), warTime(p, {graph: small, seed: "back", years: 20}));
  const {time, share} = played.course(20);
  assert.equal(share.at(-1), at.get(20)!.filter((v) => v === 1).length / 200);
  assert.equal(time[10], 10);
  assert.throws(() => played.seek(21), {name: "RangeError", message: /^time is 21/});
  assert.throws(() => recordWar({exitValue: 1}, {graph: small, seed: 1}), {
    name: "RangeError",
    message: /^exitValue is 1/
  });
});

test("a war with no switches, and one that starts won, can be played too", () => {
  const still = replay(recordWar({noise: 0.01, advantage: 0}, {graph: makeGraph(1, []), seed: 1, years: 5}));
  assert.equal(still.step(), null);
  assert.equal(still.timeTo(0.9), Infinity);
  assert.equal(replay(recordWar({initialShare: 1}, {graph: small, seed: 1, years: 1})).timeTo(0.9), 0);
});

test("behind a hard gate the deadlocked of the real graph never move, whatever the advantage", () => {
  const first = hubsFirst({initialShare: 0}, debian);
  const stuck = deadlocked(debian);
  const war = simulate({advantage: 6, dependencyWeight: Infinity}, {graph: debian, seed: "wall", first, years: 60});
  assert.equal(stuck.length, wallFacts.stuck);
  assert.ok(stuck.every((node) => war.adoptedAt[node] === Infinity));
  const free = debian.size - stuck.length;
  assert.ok(war.adoptedAt.filter((time) => time < Infinity).length > 0.99 * free, "nearly all of the others do");
});

/** The facts that the page quotes, against fewer wars with seeds of their own. */
const checks: [keyof typeof wallFacts.times, number, number][] = [
  ["debian0", 0, 16],
  ["debian1", 1, 16],
  ["debian15", 1.5, 16],
  ["debian2", 2, 24],
  ["hubs0", 0, 16],
  ["hubs1", 1, 16],
  ["hubs15", 1.5, 16],
  ["linked0", 0, 16],
  ["linked1", 1, 16],
  ["linked2", 2, 8]
];
const linked = linkedPart(debian)!.graph;

for (const [name, dependencyWeight, seeds] of checks)
  test(`${name}: the time that the page quotes is that of other seeds`, (t) => {
    const fact: Pick<Ensemble, "mean" | "error" | "reached"> = wallFacts.times[name];
    const graph = name.startsWith("linked") ? linked : debian;
    const first = name.startsWith("hubs") ? {first: hubsFirst({}, graph)} : {};
    const found = ensemble({advantage: 1.5, dependencyWeight}, {graph, seeds, name: "other", ...first});
    const spread = Math.hypot(found.error, fact.error);
    const z = spread > 0 ? (found.mean - fact.mean) / spread : 0;
    t.diagnostic(`${found.mean.toFixed(2)} ± ${found.error.toFixed(2)} against ${fact.mean}: z = ${z.toFixed(2)}`);
    assert.ok(Math.abs(z) < 4.5);
    if (spread === 0) assert.equal(found.mean, fact.mean);
    const share = Math.sqrt((fact.reached * (1 - fact.reached)) / seeds);
    assert.ok(Math.abs(found.reached - fact.reached) <= 4.5 * share);
  });

test("the advantage that gets past a hard gate is the one quoted", () => {
  const reached = (advantage: number) =>
    ensemble({advantage, dependencyWeight: Infinity}, {graph: debian, seeds: 6}).reached;
  assert.equal(reached(wallFacts.hardAdvantage), 1);
  assert.equal(reached(wallFacts.hardAdvantage - 0.5), 0);
});

test("behind a hard gate hubs first halve the war, as quoted", (t) => {
  for (const [name, first] of [
    ["debian", undefined],
    ["hubs", hubsFirst({}, debian)]
  ] as const) {
    const fact = wallFacts.hardTimes[name];
    const p = {advantage: wallFacts.hardAdvantage, dependencyWeight: Infinity};
    const found = ensemble(p, {graph: debian, seeds: 16, name: "other", ...(first && {first})});
    const z = (found.mean - fact.mean) / Math.hypot(found.error, fact.error);
    t.diagnostic(
      `${name}: ${found.mean.toFixed(2)} ± ${found.error.toFixed(2)} against ${fact.mean}: z = ${z.toFixed(2)}`
    );
    assert.ok(Math.abs(z) < 4.5);
    assert.equal(found.reached, fact.reached);
  }
});

test("where the crowd does not matter gates cost little, as quoted", (t) => {
  const {advantage, times} = wallFacts.uncoupled;
  for (const dependencyWeight of [0, 2] as const) {
    const p = {advantage, dependencyWeight, networkBenefit: 0, bitrot: 0, bitcreep: 0};
    const found = ensemble(p, {graph: debian, seeds: 16, name: "other"});
    const fact = times[dependencyWeight];
    const z = (found.mean - fact.mean) / Math.hypot(found.error, fact.error);
    t.diagnostic(`γ = ${dependencyWeight}: ${found.mean.toFixed(2)} against ${fact.mean}: z = ${z.toFixed(2)}`);
    assert.ok(Math.abs(z) < 4.5);
  }
});
