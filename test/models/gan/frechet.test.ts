import assert from "node:assert/strict";
import {test} from "node:test";
import {frechetDistance, type Moments, momentsOf, totalVariance} from "../../../models/gan/frechet.js";
import {normal, random} from "../../../models/random.js";

function close(actual: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);
}

/** A normal law with independent coordinates. */
function independent(mean: number[], deviation: number[]): Moments {
  const n = mean.length;
  const covariance = new Float64Array(n * n);
  deviation.forEach((s, i) => {
    covariance[i * n + i] = s * s;
  });
  return {count: 100, mean: Float64Array.from(mean), covariance};
}

test("moments of four points", () => {
  const {mean, covariance, count} = momentsOf([0, 0, 2, 0, 0, 4, 2, 4], 2);
  assert.equal(count, 4);
  assert.deepEqual([...mean], [1, 2]);
  [4 / 3, 0, 0, 16 / 3].forEach((v, i) => {
    close(covariance[i]!, v, 1e-12);
  });
});

test("independent coordinates: Σ (μ − ν)² + (σ − τ)²", () => {
  const a = independent([0, 1, -2], [1, 2, 0.5]);
  const b = independent([1, 1, 0], [2, 2, 1.5]);
  close(frechetDistance(a, b), 1 + 0 + 4 + (1 + 0 + 1), 1e-9);
  close(frechetDistance(b, a), 7, 1e-9);
  close(frechetDistance(a, a), 0, 1e-9);
  close(totalVariance(a), 5.25, 1e-12);
});

test("a plane turned: the closed form for two dimensions", () => {
  // Σ = diag(9, 1) and the same turned by 90°: tr(Σ^½ Τ Σ^½)^½ = 2·√(9·1).
  const a = independent([0, 0], [3, 1]);
  const b = independent([0, 0], [1, 3]);
  close(frechetDistance(a, b), 20 - 2 * (3 + 3), 1e-9);
  // Turned by 45°, where the laws do not commute: tr M^½ = √(tr M + 2√det M) for M = Σ^½ Τ Σ^½.
  const c: Moments = {count: 9, mean: new Float64Array(2), covariance: Float64Array.of(5, 4, 4, 5)};
  const trace = 9 * 5 + 1 * 5;
  close(frechetDistance(a, c), 10 + 10 - 2 * Math.sqrt(trace + 2 * Math.sqrt(81)), 1e-9);
});

test("samples of one law come near 0, and as near as they should", () => {
  // For n points from each of two equal standard laws in d dimensions the mean term alone is 2d/n on average.
  const source = normal(random("samples"));
  const dimensions = 8;
  const draw = () => momentsOf(Array.from({length: 4000 * dimensions}, source), dimensions);
  const distance = frechetDistance(draw(), draw());
  assert.ok(distance > 0 && distance < 0.05, `${distance}`);
});

test("bad points are named", () => {
  assert.throws(() => momentsOf([1, 2, 3], 2), {name: "RangeError", message: /^points has 3 numbers/});
  assert.throws(() => momentsOf([1, 2], 2), {name: "RangeError"});
  assert.throws(() => momentsOf([1, Number.NaN, 3, 4], 2), {name: "RangeError", message: /not finite/});
  assert.throws(() => frechetDistance(independent([0], [1]), independent([0, 0], [1, 1])), {
    name: "RangeError",
    message: /^b has 2 dimensions/
  });
});
