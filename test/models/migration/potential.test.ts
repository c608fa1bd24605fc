import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {firstPassage, stationary} from "../../../models/migration/birthDeath.js";
import {escapeLaw} from "../../../models/migration/escapeLaw.js";
import {fixedPoints, potential} from "../../../models/migration/meanField.js";
import {checkParameters} from "../../../models/migration/parameters.js";
import {climbBetween} from "../../../models/migration/potential.js";
import {near} from "./reference.js";

const steps = (low: number, high: number) => fc.integer({min: 0, max: 200}).map((i) => low + ((high - low) * i) / 200);
const games = fc.record({
  advantage: steps(-2, 2),
  networkBenefit: steps(0, 3),
  bitrot: steps(0, 1),
  bitcreep: steps(0, 2),
  shimNew: steps(0, 1),
  switchingCost: steps(0, 2),
  noise: steps(0.3, 2),
  subsidy: steps(0, 1),
  enforcement: steps(0, 1)
});

test("valleys are the stable fixed points and passes the unstable ones", () => {
  fc.assert(
    fc.property(games, (given) => {
      const {share, height} = potential(given, {points: 2001});
      const points = fixedPoints(given);
      // Slopes between fixed points alternate: down to the first, up to the second, and so on.
      let next = 0;
      for (let i = 1; i < share.length; ++i) {
        while (next < points.length && points[next]!.share <= share[i - 1]!) ++next;
        const within = next === points.length || points[next]!.share >= share[i]!;
        if (!within) continue;
        const slope = height[i]! - height[i - 1]!;
        assert.ok(next % 2 === 0 ? slope < 1e-12 : slope > -1e-12, `slope ${slope} at ${share[i]}`);
      }
      assert.equal(Math.min(...height), 0);
    }),
    {numRuns: 60, seed: 2}
  );
});

test("where nobody pays or pulls the landscape is the entropy alone", () => {
  const {share, height} = potential({
    advantage: 0,
    networkBenefit: 0,
    bitrot: 0,
    bitcreep: 0,
    switchingCost: 0
  });
  share.forEach((x, i) => {
    const entropy = x > 0 && x < 1 ? x * Math.log(x) + (1 - x) * Math.log(1 - x) : 0;
    near(height[i]!, entropy + Math.LN2, 1e-12);
  });
});

test("the stationary law of many agents goes as exp(−NΦ)", () => {
  const p = checkParameters({advantage: 0.3});
  const scaled = (agents: number) => {
    const {logLaw} = stationary(p, agents);
    return (logLaw[agents / 5]! - logLaw[(4 * agents) / 5]!) / agents;
  };
  const height = climbBetween(p, 0.2, 0.8);
  const gaps = [100, 1000, 10_000].map((agents) => Math.abs(scaled(agents) - height));
  // The factor in front of the exponential costs a part in N.
  near(gaps[1]! / gaps[0]!, 0.1, 0.01);
  near(gaps[2]! / gaps[1]!, 0.1, 0.01);
  const {height: heights} = potential(p, {points: 11});
  near(height, heights[8]! - heights[2]!, 1e-9);
});

test("Arrhenius’ law is the limit of the exact first passage, and half of it leads to the pass", () => {
  for (const given of [{advantage: 0.75}, {advantage: 0.5, switchingCost: 0.3}, {advantage: 0.2, noise: 1.2}]) {
    const {valley, pass, barrier, prefactor} = escapeLaw(given)!;
    const ratios = [200, 800, 3200].map((agents) => {
      const law = prefactor * Math.exp(agents * barrier);
      const from = Math.round(valley * agents);
      const over = firstPassage(given, agents, {from, to: Math.round(agents / 2)}) / law;
      const half = firstPassage(given, agents, {from, to: Math.round(pass * agents)}) / law;
      return {over, half};
    });
    const errors = ratios.map(({over}) => Math.abs(over - 1));
    assert.ok(errors[2]! < 0.03, `off by ${errors[2]} at 3200 agents`);
    assert.ok(errors[2]! < errors[1]! && errors[1]! < errors[0]!, String(errors));
    near(ratios[2]!.half, 0.5, 0.06);
  }
  assert.equal(escapeLaw({}), null);
});

test("bad input is named", () => {
  assert.throws(() => potential({exitValue: 1}), /RangeError: exitValue is 1/);
  assert.throws(() => potential({dependencyWeight: Infinity}), /RangeError: dependencyWeight is Infinity/);
  assert.throws(() => potential({}, {points: 1}), /RangeError: points is 1/);
  assert.throws(() => escapeLaw({exitValue: 1}), /RangeError: exitValue is 1/);
});
