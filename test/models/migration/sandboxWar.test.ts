import assert from "node:assert/strict";
import {test} from "node:test";
import {simulate} from "../../../models/migration/agents.js";
import {transient} from "../../../models/migration/birthDeath.js";
import {grid} from "../../../models/migration/ecosystemGrid.js";
import {timeTo} from "../../../models/migration/meanField.js";
import {presets, type SomeParameters} from "../../../models/migration/parameters.js";
import {lastTick, retell, sandboxWar, sandboxYears, ticksPerYear} from "../../../models/migration/sandboxWar.js";
import type {WarChange} from "../../../models/migration/warCode.js";
import {squareBand} from "./statistics.js";

const side = 20;
const graph = grid(side);
const open = (p: SomeParameters, seed: string | number = "a") => sandboxWar(p, {side, seed, graph});

test("the record is the same however one gets there", () => {
  for (const p of [{}, {locality: 0.5}, {dependencyWeight: 1, rotLag: 2, exitValue: 1}]) {
    const whole = open(p).advanceTo(sandboxYears);
    const bits = open(p);
    const found = [];
    for (let tick = 0; tick <= lastTick; tick += 7) found.push(...bits.advanceTo(tick / ticksPerYear));
    found.push(...bits.advanceTo(sandboxYears));
    assert.equal(whole.length, 401);
    assert.deepEqual(
      found.map((d) => [d.time, d.share, d.gone]),
      whole.map((d) => [d.time, d.share, d.gone])
    );
    found.forEach((d, i) => {
      assert.ok(Math.abs(d.welfareLoss - whole[i]!.welfareLoss) < 1e-9);
    });
  }
});

test("it is the agents’ game, and ends with its last year", () => {
  const war = open({}, "b");
  const samples = war.advanceTo(1000);
  const run = simulate({}, {graph, seed: "b", years: sandboxYears});
  assert.equal(war.time, sandboxYears);
  assert.deepEqual(
    samples.map((d) => d.share),
    Array.from(run.share)
  );
  assert.deepEqual([...war.place], [...run.place]);
  assert.deepEqual(war.advanceTo(sandboxYears), []);
});

test("a war told again from its changes is the same war, agent by agent", () => {
  const changes: WarChange[] = [
    {tick: 33, values: {advantage: 0.6, locality: 0.4}},
    {tick: 150, values: {sunset: {strength: 2, year: 6, belief: Infinity}}},
    {tick: 151, values: {dependencyWeight: Infinity}}
  ];
  const first = open({enforcement: 0.2, backlash: 0.1});
  for (let tick = 0; tick <= 500; ++tick) {
    first.advanceTo(tick / ticksPerYear);
    for (const change of changes) if (change.tick === tick) first.change(change.values);
  }
  const second = open({enforcement: 0.2, backlash: 0.1});
  retell(second, changes);
  assert.equal(second.time, 151 / ticksPerYear);
  second.advanceTo(10);
  assert.deepEqual([...second.place], [...first.place]);
  assert.deepEqual(second.moment(), first.moment());
  assert.deepEqual(second.parameters, first.parameters);
});

test("wars begun with the outlook of a moment end within it: max |z| < 4.5, mean z² in its 99.9 % band", (t) => {
  // A change in year 3, and then the exact law of this crowd from there on.
  const z: number[] = [];
  for (let seed = 0; seed < 60; ++seed) {
    const war = open({advantage: 0.8}, seed);
    war.advanceTo(3);
    war.change({advantage: 1.2, sunset: {strength: 0.5, year: 5, belief: 0.4}});
    const {time, share, switchingCost} = war.moment();
    assert.equal(time, 3);
    const p = {...war.parameters, initialShare: share, switchingCost, sunset: {strength: 0.5, year: 2, belief: 0.4}};
    const law = transient(p, side * side, {times: [1.5]});
    war.advanceTo(4.5);
    z.push((war.moment().share - law.mean[0]!) / law.sd[0]!);
  }
  const most = Math.max(...z.map(Math.abs));
  const square = z.reduce((sum, v) => sum + v * v, 0) / z.length;
  const [low, high] = squareBand(z.length);
  t.diagnostic(
    `60 scores: max |z| ${most.toFixed(2)}, mean z² ${square.toFixed(2)} in [${low.toFixed(2)}, ${high.toFixed(2)}]`
  );
  assert.ok(most < 4.5 && square > low && square < high);
});

test("nine in ten wars of ten thousand run inside the narrow band, and not in the wide one by luck", (t) => {
  // Forty independent wars at one time: the number inside is binomial with p = 0.9, from 30 to 40 but for 1 in 1,000.
  const large = grid(100);
  const {time, low, high} = sandboxWar({}, {side: 100, seed: 0, graph: large}).outlook(10_000);
  const at = time.indexOf(8);
  let inside = 0;
  for (let seed = 1; seed <= 40; ++seed) {
    const {share} = sandboxWar({}, {side: 100, seed, graph: large}).advanceTo(8).at(-1)!;
    if (share >= low[at]! && share <= high[at]!) ++inside;
  }
  t.diagnostic(`${inside} of 40 wars inside`);
  assert.ok(inside >= 30, `${inside}`);
  assert.ok(inside < 40 || high[at]! - low[at]! < 0.5);
});

test("bitrot and bitcreep exchanged for network benefit make the same war", () => {
  // J stays 3: nobody can tell the three apart from who moves when.
  const shares = (p: SomeParameters) =>
    open(p, "c")
      .advanceTo(sandboxYears)
      .map((d) => d.share);
  assert.deepEqual(shares({networkBenefit: 3, bitrot: 0, bitcreep: 0}), shares({}));
  assert.notDeepEqual(shares({networkBenefit: 2.9, bitrot: 0, bitcreep: 0}), shares({}));
});

test("neighbours win the war that a well-mixed crowd cannot", () => {
  // The mean field rests at 8 %; among neighbours patches form, and grow.
  const large = grid(100);
  assert.equal(timeTo(presets.stuck, 0.9), Infinity);
  for (let seed = 1; seed <= 3; ++seed) {
    const end = (locality: number) =>
      sandboxWar({...presets.stuck, locality}, {side: 100, seed, graph: large})
        .advanceTo(20)
        .at(-1)!.share;
    assert.ok(end(1) > 0.9 && end(0) < 0.2);
  }
});

test("bad input is named", () => {
  assert.throws(() => sandboxWar({noise: 0}, {side, seed: 1}), {name: "RangeError", message: /^noise is 0/});
  assert.throws(() => sandboxWar({}, {side: 0, seed: 1}), {name: "RangeError", message: /^side is 0/});
  assert.throws(() => open({}).advanceTo(Number.NaN), {name: "RangeError", message: /^time is NaN/});
  assert.throws(() => open({}).change({bitrot: -1}), {name: "RangeError", message: /^bitrot is -1/});
});
