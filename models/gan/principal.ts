import {checkWhole} from "../check.js";

/** Directions of greatest spread, each of unit length and at right angles to the others, the widest first. */
export interface Principal {
  directions: Float32Array[];
  /** Standard deviation along each. */
  deviations: number[];
  /** Its part of all variance. */
  shares: number[];
}

/**
 * The principal directions of rows of `width` numbers whose mean is 0, from the eigenvectors of their covariance by
 * Jacobi’s rotations. Each points to where its largest number is positive.
 *
 * @throws RangeError if count is not between 1 and width, or the rows are not whole.
 */
export function principal(rows: ArrayLike<number>, width: number, count: number): Principal {
  checkWhole("width", width, 1, 4096);
  checkWhole("count", count, 1, width);
  const n = checkWhole("rows.length / width", rows.length / width, 1);
  const matrix = new Float64Array(width * width);
  for (let r = 0; r < n; ++r)
    for (let i = 0; i < width; ++i) {
      const a = rows[r * width + i]! / n;
      for (let j = 0; j <= i; ++j) matrix[i * width + j]! += a * rows[r * width + j]!;
    }
  for (let i = 0; i < width; ++i) for (let j = 0; j < i; ++j) matrix[j * width + i] = matrix[i * width + j]!;
  const vectors = diagonalise(matrix, width);
  const variance = (i: number) => Math.max(0, matrix[i * width + i]!);
  const order = Array.from({length: width}, (_, i) => i).sort((a, b) => variance(b) - variance(a) || a - b);
  const total = order.reduce((sum, i) => sum + variance(i), 0);
  const best = order.slice(0, count);
  return {
    directions: best.map((i) => {
      const vector = Float32Array.from({length: width}, (_, j) => vectors[j * width + i]!);
      const peak = vector.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
      return peak < 0 ? vector.map((v) => -v) : vector;
    }),
    deviations: best.map((i) => Math.sqrt(variance(i))),
    shares: best.map((i) => (total > 0 ? variance(i) / total : 0))
  };
}

/** Turns a symmetric matrix into a diagonal one in place, and gives the eigenvectors as columns. */
function diagonalise(a: Float64Array, n: number): Float64Array {
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; ++i) v[i * n + i] = 1;
  let scale = 0;
  for (const value of a) scale += value * value;
  for (let sweep = 0; sweep < 50; ++sweep) {
    let off = 0;
    for (let p = 0; p < n; ++p) for (let q = 0; q < p; ++q) off += a[p * n + q]! ** 2;
    if (off <= 1e-24 * scale) break;
    for (let p = 0; p < n; ++p)
      for (let q = p + 1; q < n; ++q) {
        const apq = a[p * n + q]!;
        if (apq === 0) continue;
        const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; ++k) turn(a, k * n + p, k * n + q, c, s);
        for (let k = 0; k < n; ++k) turn(a, p * n + k, q * n + k, c, s);
        for (let k = 0; k < n; ++k) turn(v, k * n + p, k * n + q, c, s);
      }
  }
  return v;
}

function turn(m: Float64Array, i: number, j: number, c: number, s: number): void {
  const [x, y] = [m[i]!, m[j]!];
  m[i] = c * x - s * y;
  m[j] = s * x + c * y;
}
