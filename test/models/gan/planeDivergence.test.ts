import assert from "node:assert/strict";
import {test} from "node:test";
import {
  cells,
  divergence,
  energyDistance,
  histogram,
  jsDivergence,
  klDivergence,
  noiseFloor
} from "../../../models/gan/planeDivergence.js";
import {extent, planeTarget, pointSource} from "../../../models/gan/planeTarget.js";
import {normal, random} from "../../../models/random.js";

function gaussian(count: number, mean: number, deviation: number, seed: string): Float64Array {
  const source = normal(random(seed), 0, deviation);
  return Float64Array.from({length: 2 * count}, (_, i) => source() + (i % 2 === 0 ? mean : 0));
}

/** E‖Z‖ of a Gaussian in the plane with its mean at distance m: by the trapezoidal rule over its polar form. */
function meanNorm(m: number, deviation: number): number {
  const steps = 400;
  let sum = 0;
  const reach = m + 9 * deviation;
  for (let i = 0; i < steps; ++i) {
    const r = ((i + 0.5) / steps) * reach;
    let round = 0;
    for (let j = 0; j < 200; ++j) {
      const angle = (2 * Math.PI * (j + 0.5)) / 200;
      round += Math.exp(-(r * r + m * m - 2 * r * m * Math.cos(angle)) / (2 * deviation * deviation)) / 200;
    }
    sum += ((r * r) / (deviation * deviation)) * round * (reach / steps);
  }
  return sum;
}

test("the quadrature of this test knows E‖Z‖ = σ √(π/2) around 0", () => {
  assert.ok(Math.abs(meanNorm(0, 0.7) - 0.7 * Math.sqrt(Math.PI / 2)) < 1e-4);
});

test("the energy distance of Gaussians is the known one, within its standard error", (t) => {
  for (const [mean, deviation] of [
    [0, 1],
    [0.5, 1],
    [2, 1],
    [0, 3]
  ] as const) {
    const found = Array.from({length: 60}, (_, i) =>
      energyDistance(gaussian(150, 0, 1, `a${i}`), gaussian(150, mean, deviation, `b${i}`))
    );
    const average = found.reduce((a, b) => a + b, 0) / found.length;
    const error = Math.sqrt(found.reduce((sum, v) => sum + (v - average) ** 2, 0) / (found.length - 1) / found.length);
    // X − X′ has √2 of the deviation; X − Y has the root of the sum of squares.
    const known =
      2 * meanNorm(mean, Math.hypot(1, deviation)) - meanNorm(0, Math.SQRT2) - meanNorm(0, Math.SQRT2 * deviation);
    const z = (average - known) / error;
    t.diagnostic(
      `mean ${mean}, deviation ${deviation}: ${average.toFixed(4)}, known ${known.toFixed(4)}, z ${z.toFixed(2)}`
    );
    assert.ok(Math.abs(z) < 4, `z = ${z}`);
  }
});

test("the energy distance of two single jumps is that of their places", () => {
  const at = (x: number) => Float64Array.of(x, 0, x, 0, x, 0);
  assert.equal(energyDistance(at(0), at(3)), 6);
  assert.throws(() => energyDistance(Float64Array.of(1, 1), at(0)), {
    name: "RangeError",
    message: /number of points is 1/
  });
});

/** Probabilities of a Gaussian in fine cells. */
function fine(mean: number, deviation: number): Float64Array {
  return Float64Array.from({length: 8000}, (_, i) => {
    const x = (i - 4000) / 200;
    return Math.exp(-((x - mean) ** 2) / (2 * deviation ** 2)) / (deviation * Math.sqrt(2 * Math.PI)) / 200;
  });
}

test("the Kullback–Leibler divergence of Gaussians is ln(s/σ) + (σ² + d²)/2s² − ½", () => {
  for (const [d, s] of [
    [0, 1],
    [1, 1],
    [0, 2],
    [0.7, 1.5]
  ] as const) {
    const known = (Math.log(s) + (1 + d * d) / (2 * s * s) - 0.5) / Math.LN2;
    assert.ok(Math.abs(klDivergence(fine(0, 1), fine(d, s)) - known) < 1e-6, `${d}, ${s}`);
  }
});

test("the Jensen–Shannon divergence is 0, 1, or in between, and does not care about the order", () => {
  assert.equal(jsDivergence([0.5, 0.5, 0], [0.5, 0.5, 0]), 0);
  assert.equal(jsDivergence([1, 0], [0, 1]), 1);
  // Half of the mass shared: H(¼, ½, ¼) − 1 = ½ bit.
  assert.ok(Math.abs(jsDivergence([0.5, 0.5, 0], [0, 0.5, 0.5]) - 0.5) < 1e-12);
  const [a, b] = [fine(0, 1), fine(1, 2)];
  assert.ok(Math.abs(jsDivergence(a, b) - jsDivergence(b, a)) < 1e-12);
  const entropy = (d: ArrayLike<number>) => -Array.from(d).reduce((sum, v) => sum + (v > 0 ? v * Math.log2(v) : 0), 0);
  const middle = Float64Array.from(a, (v, i) => (v + b[i]!) / 2);
  assert.ok(Math.abs(jsDivergence(a, b) - (entropy(middle) - (entropy(a) + entropy(b)) / 2)) < 1e-6);
});

test("smoothing keeps the Kullback–Leibler divergence finite, and the divergence of equals 0", () => {
  assert.equal(klDivergence([1, 0], [0, 1]), Infinity);
  assert.ok(Number.isFinite(klDivergence([1, 0], [0, 1], 1e-4)));
  assert.equal(klDivergence([0.2, 0.8], [0.2, 0.8], 0.1), 0);
});

test("points are counted in their cells, and outside", () => {
  const shares = histogram(Float64Array.of(-extent, -extent, extent - 1e-9, extent - 1e-9, extent, 0, Number.NaN, 0));
  assert.equal(shares.length, cells * cells + 1);
  assert.equal(shares[0], 0.25);
  assert.equal(shares[cells * cells - 1], 0.25);
  assert.equal(shares[cells * cells], 0.5);
});

test("nine in ten real samples are inside the noise floor, and a collapsed forger is far above it", () => {
  const ring = planeTarget("ring");
  const floor = noiseFloor(ring, 200);
  const draw = pointSource(ring, "other points");
  let inside = 0;
  for (let i = 0; i < 100; ++i) {
    const {energy} = divergence(draw(200), draw(200));
    if (energy >= floor.energy[0] && energy <= floor.energy[1]) ++inside;
  }
  assert.ok(inside > 78 && inside < 98, `${inside} of 100`);
  const collapsed = Float64Array.from({length: 400}, (_, i) => (i % 2 === 0 ? 1 : 0));
  const far = divergence(collapsed, draw(200));
  assert.ok(far.energy > 20 * floor.energy[1]);
  assert.ok(far.js > 0.8 && floor.js[1] < 0.35, `${far.js}, ${floor.js}`);
});

test("what is no distribution is refused", () => {
  const bad = (p: number[], q: number[], message: RegExp, smoothing = 0) =>
    assert.throws(() => klDivergence(p, q, smoothing), {name: "RangeError", message});
  bad([], [], /^the sum of p is 0/);
  bad([0, 0], [1, 0], /^the sum of p is 0/);
  bad([1, 0], [0, 0], /^the sum of q is 0/);
  bad([1, Number.NaN], [1, 0], /^the sum of p is NaN/);
  bad([1, 0], [1], /^the length of q is 1/);
  bad([1, 0], [1, 0], /^smoothing is -0.1/, -0.1);
  // With some added to each, nothing counted is as good as all alike.
  assert.ok(klDivergence([0, 0], [1, 1], 0.1) === 0);
});
