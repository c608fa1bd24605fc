import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {playPlan} from "../../../models/migration/interventionsAgents.js";
import {planTrajectory} from "../../../models/migration/interventionsMeanField.js";
import {outcome} from "../../../models/migration/interventionsOutcome.js";
import {type Plan, plans, stretches} from "../../../models/migration/interventionsPlan.js";
import {checkParameters, type SomeParameters} from "../../../models/migration/parameters.js";
import {enforcementPrice} from "../../../models/migration/payoff.js";
import {timeTo, trajectory} from "../../../models/migration/trajectory.js";
import {near, rates, rungeKutta, utilities} from "./reference.js";

const measures = fc.array(
  fc.record({
    from: fc.integer({min: 0, max: 30}),
    length: fc.integer({min: 0, max: 30}),
    subsidy: fc.integer({min: 0, max: 3})
  }),
  {maxLength: 5}
);

test("stretches follow each other without gaps, and each holds what is in force", () => {
  fc.assert(
    fc.property(measures, fc.integer({min: 1, max: 40}), (list, years) => {
      const plan: Plan = {
        measures: list.map(({from, length, subsidy}) => ({from, until: from + length, change: {subsidy}}))
      };
      const parts = stretches({advantage: 0.75}, plan, years);
      assert.equal(parts[0]!.from, 0);
      assert.equal(parts.at(-1)!.to, years);
      assert.ok(parts.slice(1).every((part, i) => part.from === parts[i]!.to));
      for (const {from, to, parameters} of parts) {
        assert.ok(from < to);
        assert.equal(parameters.advantage, 0.75);
        for (const time of [from, (from + to) / 2]) {
          const last = list.findLast((d) => d.from <= time && time < d.from + d.length);
          assert.equal(parameters.subsidy, last?.subsidy ?? 0);
        }
      }
    })
  );
});

test("a pledge cuts a stretch at its year and is put there once", () => {
  const parts = stretches({}, {pledge: {threshold: 0.7, year: 3}}, 10);
  assert.deepEqual(
    parts.map(({from, to, pledge}) => [from, to, pledge]),
    [
      [0, 3, undefined],
      [3, 10, 0.7]
    ]
  );
});

test("a plan that makes no sense is refused by name", () => {
  const refuse = (plan: Plan, message: RegExp) =>
    assert.throws(() => planTrajectory({}, plan), {name: "RangeError", message});
  refuse({measures: [{from: -1, change: {}}]}, /^measures\[0\]\.from is -1/);
  refuse({measures: [{from: 5, until: 4, change: {}}]}, /^measures\[0\]\.until is 4/);
  refuse({pledge: {threshold: 1.2}}, /^pledge\.threshold is 1\.2/);
  refuse({pledge: {threshold: 0.5, year: -2}}, /^pledge\.year is -2/);
  refuse({measures: [{change: {shimOld: 2}}]}, /^shimOld is 2/);
  refuse({hubs: true}, /^hubs is true/);
  assert.throws(() => playPlan({}, {hubs: true}, {agents: 20, seed: 1}), {
    name: "RangeError",
    message: /^hubs is true/
  });
});

const fields = [
  "share",
  "welfareLoss",
  "switchingLoss",
  "enforcementLoss",
  "newWorth",
  "oldWorth",
  "switchingCost"
] as const;

test("an empty plan, and one change for good, are the plain trajectory", () => {
  const wars: SomeParameters[] = [
    {},
    {subsidy: 0.5},
    {shimOld: 0.4, shimNew: 1},
    {sunset: {strength: 2, year: 5, belief: 0.3}},
    {sunset: {strength: 2, year: 5, belief: Infinity}},
    {enforcement: 1, backlash: 0.3}
  ];
  for (const change of wars) {
    const plain = trajectory(change, {years: 20});
    const planned = planTrajectory({}, {measures: [{change}]}, {years: 20});
    const empty = planTrajectory(change, {}, {years: 20});
    for (const field of fields)
      plain[field].forEach((v, i) => {
        near(planned[field][i]!, v, 1e-7, field);
        near(empty[field][i]!, v, 1e-7, field);
      });
  }
});

/** The same war by a plain method: x, what was lost in the three ways, subsidies, burden, k. */
function plainly(p: SomeParameters, from: number, to: number, start: readonly number[], until = 0): number[] {
  const full = checkParameters(p);
  const best = utilities(p, 1).uN;
  return rungeKutta(
    (t, [x, , , , , , k]) => {
      // The far side of a date belongs to the stretch after it.
      const {up, down} = rates(p, x!, t, x!, k!);
      const {uO, uN} = utilities(p, x!);
      const [on, off] = [(1 - x!) * up, x! * down];
      const pressed = full.enforcement * x!;
      return [
        on - off,
        best - x! * uN - (1 - x!) * uO,
        (on + off) * k!,
        enforcementPrice * full.enforcement * x! * (1 - x!),
        full.subsidy * on,
        t >= until && full.sunset.strength > 0 && t >= full.sunset.year ? full.sunset.strength * (1 - x!) : 0,
        full.backlash * pressed
      ];
    },
    start,
    from,
    to,
    4000
  );
}

test("a plan in three parts agrees with an integration by another method", () => {
  const base = {advantage: 0.9};
  const early = {shimNew: 1, shimOld: 1, subsidy: 0.4};
  const late = {enforcement: 0.7, backlash: 0.2};
  const plan: Plan = {
    measures: [
      {until: 2, change: early},
      {from: 6, change: late}
    ]
  };
  const course = planTrajectory(base, plan, {years: 12, step: 2});
  let state = plainly({...base, ...early}, 0, 2, [0.05, 0, 0, 0, 0, 0, 1]);
  state = plainly(base, 2, 6, state);
  state = plainly({...base, ...late}, 6, 12, state);
  const last = course.time.length - 1;
  const names = ["share", "welfareLoss", "switchingLoss", "enforcementLoss"] as const;
  names.forEach((name, i) => {
    near(course[name][last]!, state[i]!, 1e-7, name);
  });
  near(course.subsidies[last]!, state[4]!, 1e-6, "subsidies");
  near(course.switchingCost[last]!, state[6]!, 1e-7, "switchingCost");
});

test("a date that nobody believes changes nothing before it, and takes its burden after it", () => {
  const sunset = {strength: 2, year: 5, belief: Infinity};
  const course = planTrajectory({}, {measures: [{change: {sunset}}]}, {years: 12, step: 0.01});
  const plain = trajectory({}, {years: 5, step: 0.01});
  plain.share.forEach((v, i) => {
    near(course.share[i]!, v, 1e-9);
  });
  const half = plainly({}, 0, 5, [0.05, 0, 0, 0, 0, 0, 1]);
  const end = plainly({sunset}, 5, 12, half);
  near(course.share.at(-1)!, end[0]!, 1e-7, "share");
  near(course.sunsetBurden.at(-1)!, end[5]!, 1e-6, "sunsetBurden");
});

test("what is paid does not depend on how often one looks", () => {
  const change = {subsidy: 0.8, sunset: {strength: 1.5, year: 3.3, belief: Infinity}};
  const [often, seldom] = [0.01, 10].map((step) => planTrajectory({}, {measures: [{change}]}, {years: 10, step}));
  near(often!.subsidies.at(-1)!, seldom!.subsidies.at(-1)!, 1e-7);
  near(often!.sunsetBurden.at(-1)!, seldom!.sunsetBurden.at(-1)!, 1e-7);
});

test("a pledge that fires moves the share it won at once; one that does not changes nothing", () => {
  const fired = planTrajectory({}, {pledge: {threshold: 0.7}}, {years: 5});
  const chance = 1 / (1 + Math.exp(-(1 + 3 * 0.4 - 1)));
  near(fired.share[0]!, 0.05 + 0.95 * chance, 1e-12);
  near(fired.switchingLoss[0]!, 0.95 * chance, 1e-12);
  const failed = planTrajectory({}, {pledge: {threshold: 0.3}}, {years: 5});
  const plain = trajectory({}, {years: 5});
  plain.share.forEach((v, i) => {
    near(failed.share[i]!, v, 1e-9);
  });
});

test("the outcome's parts add up, and agree with the trajectory they come from", () => {
  for (const base of [{}, {advantage: 0.75}, {advantage: 1.5}] as SomeParameters[])
    for (const {plan, id} of plans()) {
      if (plan.hubs) continue;
      const course = planTrajectory(base, plan);
      const result = outcome(base, course);
      near(result.loss, result.welfareLoss + result.switchingLoss + result.enforcementLoss, 1e-12, id);
      assert.ok(result.misery >= 0 && result.yearsWorseOff >= 0 && result.yearsWorseOff <= 40, id);
      assert.equal(result.misery > 0, result.worstGain < 0, id);
      assert.equal(result.enforcementLoss > 0, id === "enforcement" || id === "backlash", id);
      assert.equal(result.subsidies > 0, id === "subsidy", id);
      assert.equal(result.sunsetBurden > 0, id === "believed" || id === "disbelieved", id);
      if (result.T90 < Infinity) {
        const i = course.share.findIndex((x) => x >= 0.9);
        assert.ok(course.time[i]! >= result.T90 && (i === 0 || course.time[i - 1]! <= result.T90), id);
      }
    }
});

test("time to nine in ten by plan is that of the war with the measure in it", () => {
  const cases: [id: string, change: SomeParameters][] = [
    ["none", {}],
    ["shimNew", {shimNew: 1}],
    ["shims", {shimNew: 1, shimOld: 1}],
    ["subsidy", {subsidy: 1}],
    ["enforcement", {enforcement: 1}],
    ["believed", {sunset: {year: 5, strength: 2, belief: 0}}]
  ];
  for (const [id, change] of cases) {
    const {plan} = plans().find((d) => d.id === id)!;
    const {T90} = outcome({}, planTrajectory({}, plan, {step: 0.02}));
    near(T90, timeTo(change, 0.9), 1e-3, id);
  }
});
