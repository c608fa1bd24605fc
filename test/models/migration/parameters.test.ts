import assert from "node:assert/strict";
import {test} from "node:test";
import {parameterInfo, type ScalarName, sunsetInfo} from "../../../models/migration/parameterInfo.js";
import {checkParameters, defaults, presets} from "../../../models/migration/parameters.js";
import {
  bias,
  coupling,
  enforcementCost,
  newPayoff,
  oldPayoff,
  payoffGap,
  sunsetPressure,
  welfare
} from "../../../models/migration/payoff.js";
import {near, utilities} from "./reference.js";

const whole = {
  quality: 0.7,
  advantage: 0.4,
  networkBenefit: 1.1,
  bitrot: 0.5,
  bitcreep: 1.3,
  shimOld: 0.2,
  shimNew: 0.6
};

test("defaults are those of the game", () => {
  assert.equal(coupling({}), 3);
  assert.equal(bias({}), 1);
  assert.deepEqual(
    [defaults.networkBenefit, defaults.bitrot, defaults.bitcreep, defaults.quality, defaults.switchingCost],
    [1.2, 0.6, 1.2, 1, 1]
  );
  assert.deepEqual([defaults.noise, defaults.pace, defaults.initialShare, defaults.advantage], [1, 1.5, 0.05, 1]);
  assert.equal(defaults.exitValue, -Infinity);
});

test("a part of the parameters goes over the defaults, the sunset field by field", () => {
  const p = checkParameters({advantage: 2, sunset: {strength: 1}});
  assert.equal(p.advantage, 2);
  assert.equal(p.noise, 1);
  assert.deepEqual(p.sunset, {strength: 1, year: 5, belief: 0});
  assert.equal(checkParameters(p), p);
  assert.ok(Object.isFrozen(p) && Object.isFrozen(p.sunset));
  for (const preset of Object.values(presets)) checkParameters(preset);
});

test("every parameter is refused just outside its range, and NaN everywhere", () => {
  for (const name of Object.keys(parameterInfo) as ScalarName[]) {
    const [low, high] = parameterInfo[name].range;
    for (const bad of [low - 0.001, high + 0.001, Number.NaN, "1" as unknown as number])
      assert.throws(() => checkParameters({[name]: bad}), {
        name: "RangeError",
        message: new RegExp(`^${name} is .*${bad}.*, but must be a number between ${low} and ${high}`)
      });
    checkParameters({[name]: low});
    checkParameters({[name]: high});
    const [from, to, step] = parameterInfo[name].slider;
    assert.ok(from >= low && to <= high && step > 0 && step < to - from, name);
  }
  for (const name of ["strength", "year", "belief"] as const) {
    const [low, high] = sunsetInfo[name].range;
    for (const bad of [low - 0.001, high + 0.001, Number.NaN])
      assert.throws(() => checkParameters({sunset: {[name]: bad}}), new RegExp(`RangeError: sunset.${name} is ${bad}`));
  }
  assert.throws(() => checkParameters({noise: Infinity}), RangeError);
  checkParameters({exitValue: -Infinity, dependencyWeight: Infinity, sunset: {belief: Infinity}});
});

test("payoffs, their gap and welfare are those of the definition", () => {
  for (const x of [0, 0.1, 0.5, 0.93, 1]) {
    const {uO, uN} = utilities(whole, x);
    near(oldPayoff(whole, x), uO, 1e-15);
    near(newPayoff(whole, x), uN, 1e-15);
    near(payoffGap(whole, x), uN - uO, 1e-15);
    near(welfare(whole, x), x * uN + (1 - x) * uO, 1e-15);
  }
  near(enforcementCost({enforcement: 2}, 0.25), 1.5 * 2 * 0.1875, 1e-15);
  assert.throws(() => welfare({}, 1.1), /RangeError: share is 1.1, but must be a number between 0 and 1/);
});

test("a sunset pushes as much as it is believed", () => {
  const sunset = {strength: 2, year: 4};
  near(sunsetPressure({sunset: {...sunset, belief: 0.5}}, 1), 2 * Math.exp(-1.5), 1e-15);
  assert.equal(sunsetPressure({sunset: {...sunset, belief: 0}}, 0), 2);
  assert.equal(sunsetPressure({sunset: {...sunset, belief: Infinity}}, 3.999), 0);
  assert.equal(sunsetPressure({sunset: {...sunset, belief: Infinity}}, 4), 2);
});
