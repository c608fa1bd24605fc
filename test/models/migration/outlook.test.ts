import assert from "node:assert/strict";
import {test} from "node:test";
import {transient} from "../../../models/migration/birthDeath.js";
import {trajectory} from "../../../models/migration/meanField.js";
import {outlook} from "../../../models/migration/outlook.js";
import type {SomeParameters} from "../../../models/migration/parameters.js";
import {near} from "./reference.js";

const start = {time: 0, share: 0.05, gone: 0, switchingCost: 1};

test("from the start it is the transient law", () => {
  const {time, mean, low, high, because} = outlook({}, start);
  const law = transient({}, 400, {times: time, levels: [0.05, 0.95]});
  assert.equal(time.length, 81);
  assert.equal(because, "");
  assert.deepEqual(mean, law.mean);
  assert.deepEqual([low, high], law.quantiles);
});

test("a sunset keeps its date, whenever one looks", () => {
  // Looked at from a sure state later on, the law is that of a war with a sunset that much nearer.
  const sunset = {strength: 2, year: 6, belief: 0.5};
  const later = outlook({sunset}, {...start, time: 4, share: 0.25}, {until: 10, step: 1});
  const nearer = transient({sunset: {...sunset, year: 2}, initialShare: 0.25}, 400, {times: [0, 1, 2, 3, 4, 5, 6]});
  assert.deepEqual([...later.time], [4, 5, 6, 7, 8, 9, 10]);
  later.mean.forEach((share, i) => {
    near(share, nearer.mean[i]!, 1e-12);
  });
  const past = outlook({sunset}, {...start, time: 9}, {until: 10, step: 1});
  near(past.mean[1]!, transient({sunset: {...sunset, year: 0}}, 400, {times: [1]}).mean[0]!, 1e-12);
});

test("the switching cost is that of the moment, and the last step ends with the horizon", () => {
  const {time, mean} = outlook({enforcement: 0.5}, {...start, time: 1.3, switchingCost: 1.7}, {until: 3, step: 0.5});
  assert.deepEqual(
    [...time].map((t) => t.toFixed(2)),
    ["1.30", "1.80", "2.30", "2.80", "3.00"]
  );
  const law = transient({enforcement: 0.5, switchingCost: 1.7}, 400, {times: [1.7]});
  near(mean.at(-1)!, law.mean[0]!, 1e-12);
});

test("where the chain does not hold there is a reason, and the mean field where it can be had", () => {
  const cases: [SomeParameters, RegExp][] = [
    [{locality: 0.3}, /neighbours/],
    [{dependencyWeight: 1}, /dependencies/],
    [{dependencyWeight: Infinity}, /dependencies/],
    [{rotLag: 2}, /rot remembers/],
    [{enforcement: 0.5, backlash: 0.2}, /switching cost remembers/],
    [{exitValue: 1}, /third platform/]
  ];
  for (const [p, reason] of cases) {
    const {because, mean, low, high} = outlook(p, start, {step: 1});
    assert.match(because, reason);
    assert.equal(low.length + high.length, 0);
    assert.deepEqual(mean, trajectory(p, {years: 40, step: 1}).share);
  }
});

test("it says why where there is not even a mean", () => {
  const none = [
    outlook({exitValue: 1}, {...start, gone: 0.1}),
    outlook({}, {...start, gone: 0.1}),
    outlook({enforcement: 3, backlash: 1}, {...start, switchingCost: 101})
  ];
  for (const {mean, low, because} of none) {
    assert.equal(mean.length + low.length, 0);
    assert.notEqual(because, "");
  }
  assert.match(none[1]!.because, /no more/);
  assert.match(none[2]!.because, /hardened/);
});

test("larger crowds scatter less, and their mean tends to the mean field where nothing tips", () => {
  const widths = [400, 10_000].map((agents) => {
    const {low, high} = outlook({advantage: 0.25}, start, {agents, until: 10, step: 10});
    return high[1]! - low[1]!;
  });
  // √(10,000/400) = 5 where the law is nearly normal.
  near(widths[0]! / widths[1]!, 5, 0.5);
});

test("bad input is named", () => {
  assert.throws(() => outlook({}, {...start, share: 2}), {name: "RangeError", message: /^share is 2/});
  assert.throws(() => outlook({}, start, {agents: 0}), {name: "RangeError", message: /^agents is 0/});
  assert.throws(() => outlook({}, {...start, time: 50}), {name: "RangeError", message: /^until is 40/});
  assert.throws(() => outlook({}, start, {step: 0}), {name: "RangeError", message: /^step is 0/});
});
