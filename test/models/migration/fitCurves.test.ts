import assert from "node:assert/strict";
import {test} from "node:test";
import {
  bassCurve,
  type Curve,
  ceilingCurve,
  curveOf,
  logisticCurve,
  migrationCurve,
  pinned
} from "../../../models/migration/fit.js";
import {trajectory} from "../../../models/migration/meanField.js";
import {random} from "../../../models/random.js";

function shares(curve: Curve, at: readonly number[], time: readonly number[]): Float64Array {
  const to = new Float64Array(time.length);
  curve.shares(at, time, to);
  return to;
}

/** An ODE in small steps of the midpoint rule: slow, plain, and none of the code under test. */
function follow(slope: (x: number) => number, first: number, time: readonly number[]): number[] {
  let [x, now] = [first, 0];
  return time.map((t) => {
    const steps = Math.ceil((t - now) * 4000);
    const step = steps ? (t - now) / steps : 0;
    for (let i = 0; i < steps; ++i) x += step * slope(x + (step / 2) * slope(x));
    now = t;
    return x;
  });
}

const time = [0, 0.4, 1, 2.5, 2.6, 5, 9];
const apart = (a: ArrayLike<number>, b: ArrayLike<number>) => Math.max(...Array.from(a, (v, i) => Math.abs(v - b[i]!)));

test("the game's curve is the mean field of the game: within 1e-4 anywhere, and half of the time within 1e-6", (t) => {
  const draw = random("curve");
  const between = (low: number, high: number) => low + (high - low) * draw();
  const gaps = Array.from({length: 400}, () => {
    const [pace, h, J, initialShare] = [between(0.05, 4), between(-2, 2), between(0, 5), between(0.01, 0.99)];
    const switchingCost = between(0, 4);
    const game = {pace, advantage: h, networkBenefit: J, bitrot: 0, bitcreep: 0, initialShare, switchingCost};
    const other = trajectory(game, {years: 10, step: 0.5}).share;
    const years = Array.from(other, (_, i) => i * 0.5);
    return apart(shares(migrationCurve(switchingCost), [pace, h, J, initialShare], years), other);
  }).sort((a, b) => a - b);
  t.diagnostic(`largest gap ${gaps.at(-1)!.toExponential(1)}, median ${gaps[200]!.toExponential(1)}`);
  assert.ok(gaps.at(-1)! < 1e-4, `${gaps.at(-1)}`);
  assert.ok(gaps[200]! < 1e-6, `${gaps[200]}`);
});

test("logistic, ceiling and Bass solve their equations", () => {
  const [rate, midpoint, top] = [0.9, 2.2, 0.6];
  const start = (x: number) => x / (1 + Math.exp(rate * midpoint));
  const logistic = follow((x) => rate * x * (1 - x), start(1), time);
  assert.ok(apart(shares(logisticCurve, [rate, midpoint], time), logistic) < 1e-7);
  const ceiling = follow((x) => rate * x * (1 - x / top), start(top), time);
  assert.ok(apart(shares(ceilingCurve, [rate, midpoint, top], time), ceiling) < 1e-7);
  for (const [p, q, first] of [
    [0.03, 0.4, 0.01],
    [0, 0.9, 0.05],
    [0.3, 0, 0],
    [0.5, 2, 0.7]
  ] as const) {
    const bass = follow((x) => (p + q * x) * (1 - x), first, time);
    assert.ok(apart(shares(bassCurve, [p, q, first], time), bass) < 1e-7, `${[p, q, first]}`);
  }
});

test("Bass without innovation is the logistic, and stands still without both", () => {
  const first = 1 / (1 + Math.exp(0.8 * 3));
  assert.ok(apart(shares(bassCurve, [0, 0.8, first], time), shares(logisticCurve, [0.8, 3], time)) < 1e-12);
  assert.deepEqual(
    [...shares(bassCurve, [0, 0, 0.3], time)],
    time.map(() => 0.3)
  );
  assert.deepEqual(
    [...shares(bassCurve, [0, 0.5, 0], time)],
    time.map(() => 0)
  );
});

test("a ceiling of 1 is no ceiling", () => {
  assert.deepEqual(shares(ceilingCurve, [0.7, 4, 1], time), shares(logisticCurve, [0.7, 4], time));
});

test("starts lie in the box, whatever a series spans; a wider range brings more of them", () => {
  for (const curve of [migrationCurve(1), migrationCurve(2, 40), logisticCurve, ceilingCurve, bassCurve])
    for (const [years, first, last] of [
      [0.5, 0, 0],
      [20, 1, 1],
      [9, 0.05, 0.98]
    ] as const)
      for (const start of curve.starts(years, first, last)) {
        assert.equal(start.length, curve.names.length);
        assert.ok(
          start.every((v, j) => v >= curve.box[j]![0] && v <= curve.box[j]![1]),
          `${curve.id} ${start}`
        );
      }
  assert.ok(migrationCurve(1, 40).starts(9, 0.1, 0.9).length > migrationCurve(1).starts(9, 0.1, 0.9).length);
  assert.deepEqual(migrationCurve(1, 40).box[2], [0, 40]);
});

test("a pinned curve is the curve with one number put in", () => {
  const held = pinned(migrationCurve(1), "coupling", 2.4);
  assert.deepEqual(held.names, ["pace", "bias", "initialShare"]);
  assert.deepEqual(shares(held, [1.4, 0.9, 0.07], time), shares(migrationCurve(1), [1.4, 0.9, 2.4, 0.07], time));
  const starts = held.starts(9, 0.1, 0.9).map((start) => start.join());
  assert.equal(new Set(starts).size, starts.length, "no start twice");
  assert.throws(() => pinned(migrationCurve(1), "coupling", 6), {name: "RangeError", message: /^coupling is 6/});
  assert.throws(() => pinned(bassCurve, "coupling", 1), {name: "RangeError", message: /innovation, imitation/});
});

test("each curve goes by its name", () => {
  for (const id of ["migration", "logistic", "ceiling", "bass"] as const) assert.equal(curveOf(id, 1).id, id);
});
