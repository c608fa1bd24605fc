import assert from "node:assert/strict";
import {test} from "node:test";
import {decodeDrawing, drawingSteps, encodeDrawing, snap} from "../../../models/gan/planeDrawing.js";
import {
  coverage,
  extent,
  mostDrawn,
  planeTarget,
  pointSource,
  smile,
  type TargetName,
  targetNames
} from "../../../models/gan/planeTarget.js";

const modes: Record<TargetName, number> = {ring: 8, grid: 25, spiral: 24, drawn: smile.length};

for (const name of targetNames)
  test(`real points of the ${name} have its mean and its spread, hit all of its modes and lie near them`, () => {
    const target = planeTarget(name);
    const {x, y, deviation} = target;
    assert.equal(target.modes, modes[name]);
    assert.ok(
      x.every((v) => Math.abs(v) + 3 * deviation < extent) && y.every((v) => Math.abs(v) + 3 * deviation < extent)
    );
    const count = 20_000;
    const points = pointSource(target, name)(count);
    for (const [axis, centres] of [
      [0, x],
      [1, y]
    ] as const) {
      const values = Array.from({length: count}, (_, i) => points[2 * i + axis]!);
      const mean = centres.reduce((sum, v) => sum + v, 0) / centres.length;
      const variance = centres.reduce((sum, v) => sum + (v - mean) ** 2, 0) / centres.length + deviation ** 2;
      const found = values.reduce((sum, v) => sum + v, 0) / count;
      const spread = values.reduce((sum, v) => sum + (v - found) ** 2, 0) / count;
      assert.ok(Math.abs(found - mean) < 4 * Math.sqrt(variance / count), `mean ${found}, not ${mean}`);
      assert.ok(Math.abs(spread / variance - 1) < 0.05, `variance ${spread}, not ${variance}`);
    }
    const {hit, near} = coverage(target, points);
    assert.equal(hit, target.modes);
    // 1 − exp(−9/2) of a Gaussian in the plane lies within three deviations; where Gaussians overlap it is more.
    assert.ok(near > 0.985 && near <= 1, `${near}`);
  });

test("a mode counts from a quarter of its fair share on", () => {
  const ring = planeTarget("ring");
  const at = (counts: number[]) =>
    Float64Array.from(counts.flatMap((n, i) => Array.from({length: n}, () => [ring.x[i]!, ring.y[i]!]).flat()));
  // 80 points: a fair share is 10, a quarter of it 2.5.
  assert.deepEqual(coverage(ring, at([75, 3, 2, 0, 0, 0, 0, 0])), {hit: 2, modes: 8, near: 1});
  assert.deepEqual(coverage(ring, at([80])), {hit: 1, modes: 8, near: 1});
  assert.deepEqual(coverage(ring, Float64Array.of(0, 0, 9, 9)), {hit: 0, modes: 8, near: 0});
  assert.deepEqual(coverage(ring, new Float64Array()), {hit: 0, modes: 8, near: 0});
});

test("points that are not finite hit nothing", () => {
  assert.equal(coverage(planeTarget("ring"), Float64Array.of(Number.NaN, 0, Infinity, 0)).near, 0);
});

test("the same seed gives the same points, and a drawing has its limits", () => {
  const ring = planeTarget("ring");
  assert.deepEqual(pointSource(ring, 1)(5), pointSource(ring, 1)(5));
  assert.notDeepEqual(pointSource(ring, 1)(5), pointSource(ring, 2)(5));
  assert.throws(() => planeTarget("drawn", []), {name: "RangeError", message: /number of points drawn is 0/});
  const many = Array.from({length: mostDrawn + 1}, (): [number, number] => [0, 0]);
  assert.throws(() => planeTarget("drawn", many), RangeError);
});

test("a drawing survives the way through an address", () => {
  const points = Array.from({length: mostDrawn}, (_, i) => snap(Math.sin(i * i), Math.cos(3 * i)));
  const text = encodeDrawing(points);
  assert.match(text, /^[\w-]{120}$/);
  assert.deepEqual(decodeDrawing(text), points);
  assert.deepEqual(decodeDrawing(""), []);
  for (const bad of ["A", "A!", "A ", "AA".repeat(mostDrawn + 1)]) assert.throws(() => decodeDrawing(bad), RangeError);
  const [x, y] = snap(99, -99);
  assert.ok(Math.abs(x - extent) < (2 * extent) / drawingSteps && Math.abs(y + extent) < (2 * extent) / drawingSteps);
});
