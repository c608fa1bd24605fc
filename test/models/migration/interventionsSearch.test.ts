import assert from "node:assert/strict";
import {test} from "node:test";
import {
  instantSwitch,
  judgePlan,
  offerSettings,
  offers,
  outcome,
  planTrajectory,
  type Setting,
  searchSequences,
  shimSettings
} from "../../../models/migration/interventions.js";
import {presets, type SomeParameters} from "../../../models/migration/parameters.js";
import {near} from "./reference.js";

const {networkBenefit, bitrot, bitcreep, advantage} = presets.split;
const wars: SomeParameters[] = [{}, {advantage: 0.75}, {networkBenefit, bitrot, bitcreep, advantage}];

interface Tried {
  names: string;
  loss: number;
}

/** Every sequence on the grid, each played on its own from the start. */
function allSequences(p: SomeParameters, settings: readonly Setting[], years: number, every: number, most: number) {
  const slots = Math.ceil(years / every);
  const found: Tried[] = [];
  const extend = (steps: {slot: number; setting: Setting}[]) => {
    const measures = steps.map(({slot, setting}, i) => ({
      from: slot * every,
      until: steps[i + 1] ? steps[i + 1]!.slot * every : Infinity,
      change: setting.change
    }));
    const {loss} = outcome(p, planTrajectory(p, {measures}, {years, step: years}));
    const paid = steps.reduce((sum, {slot, setting}, i) => {
      const end = steps[i + 1] ? steps[i + 1]!.slot * every : years;
      return sum + (setting.price ?? 0) * (end - slot * every);
    }, 0);
    found.push({
      names: steps.map(({slot, setting}) => `${slot * every} ${setting.name}`).join(", "),
      loss: loss + paid
    });
    if (steps.length === most) return;
    const last = steps.at(-1)!;
    for (let slot = last.slot + 1; slot < slots; ++slot)
      for (const setting of settings) if (setting !== last.setting) extend([...steps, {slot, setting}]);
  };
  for (const setting of settings) extend([{slot: 0, setting}]);
  return found.sort((a, b) => a.loss - b.loss);
}

test("the search finds what trying everything finds", () => {
  for (const p of wars)
    for (const price of [0, 0.1]) {
      const settings = offerSettings("shims", {shim: price});
      const options = {settings, years: 15, every: 3, most: 3};
      const all = allSequences(p, settings, 15, 3, 3);
      const {best, tried} = searchSequences(p, {...options, keep: 10});
      assert.ok(tried <= all.length);
      best.forEach((sequence, i) => {
        near(sequence.loss, all[i]!.loss, 1e-6, `place ${i}`);
        const names = sequence.steps.map(({from, name}) => `${from} ${name}`).join(", ");
        const twin = all.find((d) => d.names === names)!;
        near(sequence.loss, twin.loss, 1e-6, names);
      });
      // With one of each order kept, the best of each order is there.
      const orders = new Map<string, number>();
      for (const {names, loss} of all) {
        const order = names.replaceAll(/\d+ /g, "");
        if (!orders.has(order)) orders.set(order, loss);
      }
      const distinct = searchSequences(p, {...options, keep: 8, distinct: true}).best;
      [...orders.values()].slice(0, 8).forEach((loss, i) => {
        near(distinct[i]!.loss, loss, 1e-6, `order ${i}`);
      });
    }
});

test("a sequence is worth what its plan comes to, prices besides", () => {
  const price = 0.05;
  const settings = offerSettings("subsidy", {shim: price});
  const {best} = searchSequences({}, {settings, years: 20, every: 2, most: 3, keep: 5});
  for (const {loss, plan, steps, finalShare} of best) {
    const result = outcome({}, planTrajectory({}, plan, {years: 20, step: 20}));
    const paid = steps.reduce((sum, {from, name}, i) => {
      const until = steps[i + 1]?.from ?? 20;
      return sum + (until - from) * settings.find((d) => d.name === name)!.price!;
    }, 0);
    near(result.loss + paid, loss, 1e-6);
    near(result.finalShare, finalShare, 1e-7);
  }
});

test("no change after the last year in which changes may be made", () => {
  const options = {settings: shimSettings, every: 2, most: 3, keep: 50};
  const {best} = searchSequences({}, {...options, changesUntil: 8});
  assert.ok(best.length > 10);
  for (const {steps} of best) assert.ok(steps.every(({from}) => from <= 8));
});

test("progress rises to 1", () => {
  const parts: number[] = [];
  searchSequences({}, {settings: shimSettings, years: 10, progress: (part) => void parts.push(part)});
  assert.ok(parts.length > 4);
  assert.ok(parts.slice(1).every((part, i) => part >= parts[i]!));
  assert.equal(parts.at(-1), 1);
});

test("a free shim for adopters is best kept; one that costs, or works both ways, is best withdrawn", () => {
  for (const p of wars) {
    const best = (offer: "shims" | "twoWay", shim: number) =>
      searchSequences(p, {
        settings: offerSettings(offer, {shim}),
        every: 1,
        changesUntil: 20,
        keep: 1
      }).best[0]!.steps.map(({name}) => name);
    assert.deepEqual(best("shims", 0), ["adopters"]);
    assert.deepEqual(best("shims", 0.05), ["adopters", "none"]);
    assert.deepEqual(best("twoWay", 0), ["both", "none"]);
  }
});

test("nothing found beats an instant switch, and doing nothing is worse than the best", () => {
  for (const p of wars)
    for (const offer of offers) {
      const {best} = searchSequences(p, {settings: offerSettings(offer, {shim: 0.02}), every: 4, keep: 1});
      assert.ok(best[0]!.loss > instantSwitch(p));
      assert.ok(best[0]!.loss < judgePlan(p, {id: "", label: "", plan: {}}).outcome.loss);
    }
});

test("options that make no sense are named", () => {
  const bad = (options: object, message: RegExp) =>
    assert.throws(() => searchSequences({}, {settings: shimSettings, ...options}), {name: "RangeError", message});
  bad({settings: []}, /^settings has 0 entries/);
  bad({every: 0}, /^every is 0/);
  bad({most: 0}, /^most is 0/);
  bad({keep: 0}, /^keep is 0/);
  bad({changesUntil: Number.NaN}, /^changesUntil is NaN/);
  assert.throws(() => offerSettings("shims", {shim: -1}), {name: "RangeError", message: /^price is -1/});
});
