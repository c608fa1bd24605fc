import {checkNumber, checkWhole} from "../check.js";
import {extent, type PlaneTarget, type Points, pointSource} from "./planeTarget.js";

/** How far two sets of points are apart, as samples of two distributions. */

function meanDistance(a: Points, b: Points): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 2)
    for (let j = 0; j < b.length; j += 2) {
      const dx = a[i]! - b[j]!;
      const dy = a[i + 1]! - b[j + 1]!;
      sum += Math.sqrt(dx * dx + dy * dy);
    }
  return (4 * sum) / (a.length * b.length);
}

/** Over all pairs of different points. */
function meanDistanceWithin(a: Points): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 2)
    for (let j = 0; j < i; j += 2) {
      const dx = a[i]! - a[j]!;
      const dy = a[i + 1]! - a[j + 1]!;
      sum += Math.sqrt(dx * dx + dy * dy);
    }
  const count = a.length / 2;
  return (2 * sum) / (count * (count - 1));
}

/**
 * The energy distance 2 E|X−Y| − E|X−X′| − E|Y−Y′| (Székely and Rizzo, 2004), estimated without bias: for samples of one
 * distribution it scatters around 0, and may be below it.
 *
 * @throws RangeError if a set has fewer than two points.
 */
export function energyDistance(a: Points, b: Points): number {
  checkWhole("the number of points", Math.min(a.length, b.length) / 2, 2);
  return 2 * meanDistance(a, b) - meanDistanceWithin(a) - meanDistanceWithin(b);
}

/** Cells along each side of the plane that points are counted in. */
export const cells = 24;

/** Shares of points in each cell, row by row; the last entry is what lies outside the plane. */
export function histogram(points: Points): Float64Array {
  const shares = new Float64Array(cells * cells + 1);
  const each = 2 / points.length;
  for (let i = 0; i < points.length; i += 2) {
    const column = Math.floor(((points[i]! + extent) / (2 * extent)) * cells);
    const row = Math.floor(((points[i + 1]! + extent) / (2 * extent)) * cells);
    const inside = column >= 0 && column < cells && row >= 0 && row < cells;
    shares[inside ? row * cells + column : cells * cells]! += each;
  }
  return shares;
}

/**
 * The Kullback–Leibler divergence Σ p log₂(p/q) in bits. Where `smoothing` is not 0, that much is added to each
 * probability first and both are brought back to a sum of 1; without it a cell that q leaves empty makes it infinite.
 *
 * @throws RangeError naming p or q if their lengths differ or one does not add up to more than 0, or smoothing if it is
 * below 0.
 */
export function klDivergence(p: ArrayLike<number>, q: ArrayLike<number>, smoothing = 0): number {
  checkNumber("smoothing", smoothing, "a number of at least 0", (v) => v >= 0);
  checkWhole("the length of q", q.length, p.length, p.length);
  const whole = (name: string, d: ArrayLike<number>) =>
    checkNumber(
      `the sum of ${name}`,
      Array.from(d).reduce((sum, v) => sum + v + smoothing, 0),
      "a number above 0",
      (v) => v > 0
    );
  const [wholeP, wholeQ] = [whole("p", p), whole("q", q)];
  let sum = 0;
  for (let i = 0; i < p.length; ++i) {
    const a = (p[i]! + smoothing) / wholeP;
    if (a > 0) sum += a * Math.log2(a / ((q[i]! + smoothing) / wholeQ));
  }
  return sum;
}

/** The Jensen–Shannon divergence in bits: 0 for equal distributions, 1 for those that share nothing. No smoothing. */
export function jsDivergence(p: ArrayLike<number>, q: ArrayLike<number>): number {
  const middle = Float64Array.from(p, (v, i) => (v + q[i]!) / 2);
  return (klDivergence(p, middle) + klDivergence(q, middle)) / 2;
}

/** Both divergences of two sets of points. */
export interface Divergence {
  energy: number;
  /** Bits. */
  js: number;
}

export function divergence(a: Points, b: Points): Divergence {
  return {energy: energyDistance(a, b), js: jsDivergence(histogram(a), histogram(b))};
}

/** The middle nine tenths of what a perfect forger would show. */
export interface NoiseFloor {
  energy: [low: number, high: number];
  js: [low: number, high: number];
}

/** The same divergences between two sets of real points, many times over: their 5th and 95th percentiles. */
export function noiseFloor(target: PlaneTarget, count: number, {pairs = 99, seed = "floor"} = {}): NoiseFloor {
  const draw = pointSource(target, seed);
  const all = Array.from({length: pairs}, () => divergence(draw(count), draw(count)));
  const band = (name: keyof Divergence): [number, number] => {
    const sorted = all.map((d) => d[name]).sort((a, b) => a - b);
    return [sorted[Math.round(0.05 * (pairs - 1))]!, sorted[Math.round(0.95 * (pairs - 1))]!];
  };
  return {energy: band("energy"), js: band("js")};
}
