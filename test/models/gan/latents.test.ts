import assert from "node:assert/strict";
import {test} from "node:test";
import {breed, circle, latentOf, mutate, norm, slerp, truncate, walk} from "../../../models/gan/latents.js";

const a = latentOf("a", 64);
const b = latentOf("b", 64);

function near(actual: ArrayLike<number>, wanted: ArrayLike<number>, within = 1e-5): void {
  assert.equal(actual.length, wanted.length);
  for (let i = 0; i < wanted.length; ++i)
    assert.ok(Math.abs(actual[i]! - wanted[i]!) <= within, `${i}: ${actual[i]} is not ${wanted[i]}`);
}

const cosine = (x: ArrayLike<number>, y: ArrayLike<number>) =>
  Array.from(x).reduce((sum, v, i) => sum + v * y[i]!, 0) / (norm(x) * norm(y));

test("a seed is a latent, the number and its text the same, and longer ones begin like shorter ones", () => {
  assert.deepEqual(latentOf(7, 64), latentOf("7", 64));
  assert.notDeepEqual(latentOf(7, 64), latentOf(8, 64));
  assert.deepEqual(latentOf(7, 64).slice(0, 16), latentOf(7, 16));
});

test("latents of many seeds are standard normal", () => {
  const values = Array.from({length: 500}, (_, seed) => [...latentOf(seed, 64)]).flat();
  const n = values.length;
  const mean = values.reduce((sum, v) => sum + v, 0) / n;
  const square = values.reduce((sum, v) => sum + v * v, 0) / n;
  const fourth = values.reduce((sum, v) => sum + v ** 4, 0) / n;
  assert.ok(Math.abs(mean) < 4 / Math.sqrt(n));
  assert.ok(Math.abs(square - 1) < 4 * Math.sqrt(2 / n));
  assert.ok(Math.abs(fourth - 3) < 4 * Math.sqrt(96 / n));
});

test("the way over the sphere begins and ends exactly, keeps its length and turns evenly", () => {
  assert.deepEqual(slerp(a, b, 0), a);
  assert.deepEqual(slerp(a, b, 1), b);
  const angle = Math.acos(cosine(a, b));
  for (const t of [0.1, 0.25, 0.5, 0.9]) {
    const at = slerp(a, b, t);
    assert.ok(Math.abs(norm(at) - (norm(a) + t * (norm(b) - norm(a)))) < 1e-4);
    assert.ok(Math.abs(Math.acos(cosine(a, at)) - t * angle) < 1e-4);
    near(at, slerp(b, a, 1 - t));
  }
  // Known: halfway between two axes.
  near(slerp([1, 0, 0], [0, 1, 0], 0.5), [Math.SQRT1_2, Math.SQRT1_2, 0]);
  near(slerp([2, 0], [0, 4], 1 / 3), [(8 / 3) * Math.cos(Math.PI / 6), (8 / 3) * Math.sin(Math.PI / 6)]);
});

test("ways between the same or opposite ends are sound too", () => {
  near(slerp(a, a, 0.3), a, 1e-5);
  near(
    slerp(
      a,
      a.map((v) => 2 * v),
      0.5
    ),
    a.map((v) => 1.5 * v)
  );
  const opposite = a.map((v) => -v);
  const half = slerp(a, opposite, 0.5);
  assert.ok(Math.abs(norm(half) - norm(a)) < 1e-4);
  assert.ok(Math.abs(cosine(half, a)) < 1e-5);
});

test("a walk is unbroken and comes by a new latent at each whole number", () => {
  near(walk("w", 64, 3), latentOf("w stop 3", 64));
  for (const stop of [1, 2, 3]) near(walk("w", 64, stop - 1e-7), walk("w", 64, stop), 1e-4);
  assert.ok(cosine(walk("w", 64, 1), walk("w", 64, 2)) < 0.6);
});

test("a circle closes, keeps its length, and is opposite after half a turn", () => {
  const start = latentOf("c", 64);
  assert.deepEqual(circle("c", 64, 0), start);
  assert.deepEqual(circle("c", 64, 5), start);
  near(
    circle("c", 64, 0.5),
    start.map((v) => -v)
  );
  near(circle("c", 64, -0.25), circle("c", 64, 0.75));
  for (let i = 0; i < 20; ++i) {
    assert.ok(Math.abs(norm(circle("c", 64, i / 20)) - norm(start)) < 1e-4);
    assert.ok(Math.abs(cosine(circle("c", 64, i / 20), circle("c", 64, (i + 1) / 20)) - Math.cos(Math.PI / 10)) < 1e-5);
  }
});

test("a mutation keeps its length and turns by as much as is said", () => {
  assert.deepEqual(mutate(a, 0, "m"), a);
  assert.notDeepEqual(mutate(a, 0.2, "m"), mutate(a, 0.2, "n"));
  for (const amount of [0.1, 0.5, 1]) {
    const other = mutate(a, amount, "m");
    assert.ok(Math.abs(norm(other) - norm(a)) < 1e-4);
    assert.ok(Math.abs(cosine(a, other) - Math.cos((amount * Math.PI) / 2)) < 1e-5);
  }
});

test("a child takes each number from a parent, up to one scale for all, at their length", () => {
  const child = breed(a, b, "k");
  assert.ok(Math.abs(norm(child) - (norm(a) + norm(b)) / 2) < 1e-4);
  const ratio = [...child].map((v, i) => [v / a[i]!, v / b[i]!]);
  const scale = ratio.flat().find((r) => ratio.every(([x, y]) => Math.min(Math.abs(x! - r), Math.abs(y! - r)) < 1e-4));
  assert.ok(scale !== undefined && scale > 0.7 && scale < 1.4);
  const fromA = ratio.filter(([x]) => Math.abs(x! - scale) < 1e-4).length;
  assert.ok(fromA > 16 && fromA < 48);
  near(breed(a, a, "k"), a);
  assert.deepEqual(breed(a, b, "k", 1), a);
  assert.deepEqual(breed(a, b, "k", 0), b);
  // Nothing left of either parent is no child.
  assert.ok(norm(breed([1, 0], [0, 1], "k3", 0.5)) > 0.9);
});

test("truncation: 1 leaves the style, 0 gives the mean, in between is on the line", () => {
  const mean = [1, 2, 3];
  assert.deepEqual(truncate([4, 6, 8], mean, 1), new Float32Array([4, 6, 8]));
  assert.deepEqual(truncate([4, 6, 8], mean, 0), new Float32Array(mean));
  assert.deepEqual(truncate([4, 6, 8], mean, -1), new Float32Array([-2, -2, -2]));
  assert.deepEqual(truncate([3, 4, 5], mean, 0.5), new Float32Array([2, 3, 4]));
});

test("bad input is named", () => {
  assert.throws(() => latentOf(1, 0), {name: "RangeError", message: /^length is 0/});
  assert.throws(() => slerp(a, b, 1.5), {name: "RangeError", message: /^t is 1\.5/});
  assert.throws(() => slerp(a, [1, 2], 0.5), {name: "RangeError", message: /^b has 2 numbers/});
  assert.throws(() => slerp([0, 0], [1, 2], 0.5), {name: "RangeError", message: /^norm of a is 0/});
  assert.throws(() => walk("w", 8, -1), {name: "RangeError", message: /^t is -1/});
  assert.throws(() => circle("w", 8, Number.NaN), {name: "RangeError", message: /^turns is NaN/});
  assert.throws(() => mutate(a, 2, 1), {name: "RangeError", message: /^amount is 2/});
  assert.throws(() => breed(a, b, 1, -1), {name: "RangeError", message: /^share is -1/});
  assert.throws(() => truncate(a, b, Number.POSITIVE_INFINITY), {name: "RangeError", message: /^psi is Infinity/});
});
