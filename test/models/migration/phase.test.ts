import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {fastYears, judgedAt, phase, timeTo} from "../../../models/migration/meanField.js";
import {meanFieldTime} from "../../../models/migration/meanFieldTime.js";
import {checkParameters, presets} from "../../../models/migration/parameters.js";
import {phaseInFull} from "../../../models/migration/phase.js";
import {near, rates} from "./reference.js";

const steps = (low: number, high: number) => fc.integer({min: 0, max: 200}).map((i) => low + ((high - low) * i) / 200);
const games = fc.record({
  advantage: steps(-2, 3),
  networkBenefit: steps(0, 3),
  bitrot: steps(0, 1),
  bitcreep: steps(0, 3),
  shimOld: steps(0, 1),
  shimNew: steps(0, 1),
  switchingCost: steps(0, 3),
  noise: steps(0.2, 2),
  subsidy: steps(0, 2),
  enforcement: steps(0, 2),
  initialShare: steps(0, 1)
});

test("each preset is what it is called", () => {
  for (const [name, preset] of Object.entries(presets)) assert.equal(phase(preset), name);
});

test("the times that bound the phases are kept, and judged in the order that the words say", () => {
  // T90 falls with the advantage: bisect the advantages at which it is 6 and 40 years.
  const at = (years: number) => {
    let [low, high] = [0.88, 3];
    for (let i = 0; i < 50; ++i) {
      const middle = (low + high) / 2;
      if (timeTo({advantage: middle}, 0.9) > years) low = middle;
      else high = middle;
    }
    return high;
  };
  const [fast, horizon] = [at(fastYears), at(judgedAt)];
  assert.equal(phase({advantage: fast + 1e-6}), "fast");
  assert.equal(phase({advantage: fast - 1e-6}), "prolonged");
  assert.equal(phase({advantage: horizon + 1e-6}), "prolonged");
  // Just past the horizon the crowd is well above one half already, and gets there late.
  assert.equal(phase({advantage: horizon - 1e-6}), "prolonged");
  assert.equal(phase({advantage: 0.88}), "stuck");
  // Those who begin on the new platform may stay or leave.
  assert.equal(phase({initialShare: 0.99}), "fast");
  assert.equal(phase({initialShare: 0.99, advantage: -3}), "stuck");
});

test("judged along the line as by the whole mean field", () => {
  let compared = 0;
  fc.assert(
    fc.property(games, (given) => {
      const p = checkParameters(given);
      const whole = phaseInFull(p);
      const line = phase(p);
      if (whole === line) return void ++compared;
      // Two ways to compute a time may fall on different sides of a bound only by standing on it.
      const nudged = [-1e-6, 1e-6].map((d) => phaseInFull(checkParameters({...p, advantage: p.advantage + d})));
      assert.ok(nudged.includes(line), `${line} along the line, ${whole} in full: ${JSON.stringify(given)}`);
    }),
    {numRuns: 300, seed: 1}
  );
  assert.ok(compared > 290);
});

test("a time along the line is the integral of 1/ẋ, up and down, and that of the whole mean field", () => {
  const drift = (advantage: number) => (x: number) => {
    const {up, down} = rates({advantage}, x);
    return (1 - x) * up - x * down;
  };
  // Simpson’s rule in 20,000 steps.
  const integral = (f: (x: number) => number, a: number, b: number) => {
    const n = 20_000;
    let sum = 0;
    for (let i = 0; i <= n; ++i) sum += (i === 0 || i === n ? 1 : i % 2 ? 4 : 2) / f(a + ((b - a) * i) / n);
    return (sum * (b - a)) / (3 * n);
  };
  near(meanFieldTime({}, {from: 0.05, to: 0.9}), integral(drift(1), 0.05, 0.9), 1e-6, "up");
  near(meanFieldTime({advantage: -1}, {from: 0.95, to: 0.2}), integral(drift(-1), 0.95, 0.2), 1e-6, "down");
  for (const advantage of [0.881, 0.95, 1.3, 2.5])
    near(meanFieldTime({advantage}, {from: 0.05, to: 0.9}), timeTo({advantage}, 0.9), 2e-5, "timeTo");
  assert.equal(meanFieldTime({advantage: 0.75}, {from: 0.05, to: 0.9}), Infinity);
  assert.equal(meanFieldTime({}, {from: 0.4, to: 0.2}), Infinity);
  assert.equal(meanFieldTime({}, {from: 0.4, to: 0.4}), 0);
});

test("a crowd that rests short of its goal is told so at once, however long one would wait", () => {
  const split = {...presets.split, initialShare: 0.05};
  const start = performance.now();
  assert.equal(meanFieldTime(split, {from: 0.05, to: 0.9, within: 1e7}), Infinity);
  assert.ok(performance.now() - start < 1000);
  // But one that creeps past a floor without a place to rest is waited for.
  near(meanFieldTime({advantage: 0.879901}, {from: 0.05, to: 0.9, within: 1e7}) > 1000 ? 1 : 0, 1, 0);
});

test("bad input is named", () => {
  assert.throws(() => phase({noise: 0}), /RangeError: noise is 0/);
  assert.throws(() => meanFieldTime({}, {from: -1, to: 1}), /RangeError: from is -1/);
  assert.throws(() => meanFieldTime({rotLag: 1}, {from: 0, to: 1}), /RangeError: the mean field is no line/);
});
