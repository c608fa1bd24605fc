import assert from "node:assert/strict";
import {test} from "node:test";
import {expm, type Matrix, matrix} from "mathjs";
import {stationary, transient} from "../../../models/migration/birthDeath.js";
import {trajectory} from "../../../models/migration/meanField.js";
import {checkParameters, presets, type SomeParameters} from "../../../models/migration/parameters.js";
import {fifthOrder, seventhOrder} from "../../../models/migration/rationalExp.js";
import {generator, near, rates, rungeKutta} from "./reference.js";

const games: SomeParameters[] = [
  ...Object.values(presets),
  {advantage: 0, enforcement: 0.8, subsidy: 0.4},
  {switchingCost: 0, noise: 3, pace: 3},
  {sunset: {strength: 0.6, belief: 0}}
];
const quarters = Float64Array.from({length: 161}, (_, i) => i / 4);

function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a, (v, i) => Math.abs(v - b[i]!)).reduce((x, y) => x + y);
}

test("the approximants are those of Padé: right to z⁷ and z⁵, and 0 far left", () => {
  for (const [poles, order] of [
    [seventhOrder, 7],
    [fifthOrder, 5]
  ] as const) {
    // r(z) = Σ c/(z − θ), so that its Taylor coefficients are −Σ c/θⁿ⁺¹, with conjugates.
    let factorial = 1;
    for (let n = 0; n <= order + 1; ++n) {
      if (n > 0) factorial *= n;
      let sum = 0;
      for (const {re, im, cRe, cIm} of poles) {
        const [size, angle] = [Math.hypot(re, im), Math.atan2(im, re)];
        const power = size ** -(n + 1);
        const turned = cRe * Math.cos(-(n + 1) * angle) - cIm * Math.sin(-(n + 1) * angle);
        sum -= (im === 0 ? 1 : 2) * power * turned;
      }
      if (n <= order) near(sum * factorial, 1, 2e-12, `coefficient ${n}`);
      else assert.ok(Math.abs(sum * factorial - 1) > 1e-4, "no better than its order");
    }
    assert.ok(poles.every(({re}) => re > 0));
  }
});

test("the law of few agents is the matrix exponential", () => {
  for (const p of games) {
    const n = 8;
    const Q = generator(p, n);
    for (const t of [0.01, 0.7, 5, 40]) {
      const E = expm(matrix(Q.map((row) => row.map((v) => v * t)))) as unknown as Matrix;
      const {laws, mean, sd, error} = transient(p, n, {from: 2, times: [t], laws: true});
      const law = (E.toArray() as number[][])[2]!;
      near(distance(laws[0]!, law), 0, 1e-8, `law at ${t}`);
      const first = law.reduce((sum, v, i) => sum + (v * i) / n, 0);
      near(mean[0]!, first, 1e-8);
      near(sd[0]!, Math.sqrt(law.reduce((sum, v, i) => sum + v * (i / n - first) ** 2, 0)), 1e-8);
      assert.ok(error < 1e-4 && distance(laws[0]!, law) < error + 1e-13, `${error}`);
    }
  }
});

/** The law by uniformisation, a Poisson mixture of powers of a stochastic matrix: all terms positive, error 1e-13. */
function uniformised(p: SomeParameters, n: number, from: number, years: number): Float64Array {
  const all = checkParameters(p);
  const at = Array.from({length: n + 1}, (_, i) => rates(all, i / n));
  const up = at.map(({up}, i) => (n - i) * up);
  const down = at.map(({down}, i) => i * down);
  const most = Math.max(...up.map((v, i) => v + down[i]!));
  const stretches = Math.ceil((most * years) / 500);
  const m = (most * years) / stretches;
  let law = new Float64Array(n + 1);
  law[from] = 1;
  for (let s = 0; s < stretches; ++s) {
    const sum = new Float64Array(n + 1);
    let power = law;
    let weight = Math.exp(-m);
    for (let k = 0; k < m + 12 * Math.sqrt(m) + 40; ++k) {
      if (k > 0) weight *= m / k;
      for (let i = 0; i <= n; ++i) sum[i]! += weight * power[i]!;
      power = power.map(
        (v, i) =>
          v * (1 - (up[i]! + down[i]!) / most) +
          (i > 0 ? (power[i - 1]! * up[i - 1]!) / most : 0) +
          (i < n ? (power[i + 1]! * down[i + 1]!) / most : 0)
      );
    }
    law = sum;
  }
  return law;
}

test("the law of 400 agents is that of uniformisation, within the error it claims and 1e-8", () => {
  for (const p of [{}, presets.fast, presets.split]) {
    const {laws, error} = transient(p, 400, {times: quarters.slice(0, 25), laws: true});
    for (const i of [1, 4, 24]) {
      const gap = distance(laws[i]!, uniformised(p, 400, 20, quarters[i]!));
      assert.ok(gap < 1e-8 && gap < error, `${gap} at ${quarters[i]}, claimed ${error}`);
    }
  }
});

test("the mean tends to the mean field: at a gain of 1.5 the largest gap is .057, .018 and .0075", () => {
  const {share} = trajectory(presets.fast, {years: 40, step: 0.25});
  for (const [agents, gap] of [
    [100, 0.057],
    [400, 0.018],
    [1000, 0.0076]
  ] as const) {
    const {mean} = transient(presets.fast, agents, {times: quarters});
    near(Math.max(...mean.map((v, i) => Math.abs(v - share[i]!))), gap, 3e-4, `gap at ${agents}`);
  }
});

test("in the long run the law is the stationary one, whatever the steps", () => {
  for (const p of [presets.split, {switchingCost: 0, noise: 3}, {advantage: 2}]) {
    const {law, mean, sd} = stationary(p, 200);
    const late = transient(p, 200, {times: [0, 300], laws: true});
    near(distance(late.laws[1]!, law), 0, 1e-6);
    near(late.mean[1]!, mean, 1e-7);
    near(late.sd[1]!, sd, 1e-7);
    near(late.mean[0]!, 0.05, 1e-15);
    near(late.sd[0]!, 0, 1e-15);
  }
});

test("a sunset in time equals a plain integration of the master equation", () => {
  const n = 12;
  for (const sunset of [
    {strength: 1.5, year: 3, belief: 0.4},
    {strength: 1.5, year: 3, belief: 6},
    {strength: 4, year: 3, belief: 1},
    {strength: 1.5, year: 3, belief: Infinity},
    {strength: 1.5, year: 3, belief: 100}
  ]) {
    const p = checkParameters({advantage: 0.5, sunset});
    const f = (t: number, law: readonly number[]) => {
      const Q = generator(p, n, t);
      return law.map(
        (v, i) => v * Q[i]![i]! + (law[i - 1] ?? 0) * (Q[i - 1]?.[i] ?? 0) + (law[i + 1] ?? 0) * (Q[i + 1]?.[i] ?? 0)
      );
    };
    const start = new Array<number>(n + 1).fill(0);
    start[2] = 1;
    // The last stretch before the date in finer steps, for belief that comes late; then on from it.
    const before = (t: number, law: readonly number[]) => f(Math.min(t, 3 - 1e-12), law);
    let law = rungeKutta(before, start, 0, 2.5, 800);
    law = rungeKutta(before, law, 2.5, 3, 800);
    const atDate = law;
    law = rungeKutta(f, law, 3, 5, 600);
    const {laws} = transient(p, n, {from: 2, times: [3, 5], laws: true});
    near(distance(laws[0]!, atDate), 0, 1e-5, `law at the date, ${JSON.stringify(sunset)}`);
    near(distance(laws[1]!, law), 0, 1e-5, `law after it, ${JSON.stringify(sunset)}`);
    // Looking more often must not change it.
    const often = transient(p, n, {from: 2, times: Array.from({length: 501}, (_, i) => i / 100), laws: true});
    near(distance(often.laws.at(-1)!, laws[1]!), 0, 2e-6);
  }
});

test("quantiles rise with the level, move smoothly with parameters, and bracket what they say", () => {
  const levels = [0.05, 0.25, 0.5, 0.75, 0.95];
  const {quantiles, laws, mean} = transient(presets.fast, 400, {times: quarters, levels, laws: true});
  quarters.forEach((_, i) => {
    for (let j = 1; j < 5; ++j) assert.ok(quantiles[j]![i]! >= quantiles[j - 1]![i]!);
    for (let j = 0; j < 5; ++j) {
      const q = quantiles[j]![i]! * 400;
      const below = laws[i]!.slice(0, Math.max(0, Math.ceil(q - 0.5))).reduce((a, b) => a + b, 0);
      const upTo = laws[i]!.slice(0, Math.floor(q + 0.5) + 1).reduce((a, b) => a + b, 0);
      assert.ok(below <= levels[j]! + 1e-9 && upTo >= levels[j]! - 1e-9, `${below} ≤ ${levels[j]} ≤ ${upTo}`);
    }
    assert.ok(mean[i]! >= quantiles[0]![i]! - 0.05 && mean[i]! <= quantiles[4]![i]! + 0.05);
  });
  const at = (advantage: number) => transient({advantage}, 100, {times: [3], levels: [0.9]}).quantiles[0]![0]!;
  for (let a = 1; a < 1.5; a += 0.05) {
    const step = at(a + 0.001) - at(a);
    assert.ok(step > 0 && step < 0.01, `${step} at ${a}`);
  }
});

test("bad questions are refused", () => {
  assert.throws(() => transient({}, 10, {times: [2, 1]}), /RangeError: times is 1/);
  assert.throws(() => transient({}, 10, {times: [-1]}), /RangeError: times is -1/);
  assert.throws(() => transient({}, 10, {times: [1], from: 11}), /RangeError: from is 11/);
  assert.throws(() => transient({}, 10, {times: [1], levels: [0]}), /RangeError: levels is 0/);
  assert.throws(() => transient({rotLag: 1}, 10, {times: [1]}), /RangeError: rotLag is 1/);
  assert.equal(transient({}, 10, {times: []}).mean.length, 0);
});
