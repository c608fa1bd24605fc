import {EigenvalueDecomposition, Matrix} from "ml-matrix";

/** Mean and covariance of points in some dimensions. */
export interface Moments {
  /** How many points they come from. */
  count: number;
  mean: Float64Array;
  /** Row by row; divided by count − 1. */
  covariance: Float64Array;
}

/**
 * The moments of points given row by row, `dimensions` numbers each.
 *
 * @throws RangeError if they are no whole number of points, fewer than two, or not finite.
 */
export function momentsOf(points: ArrayLike<number>, dimensions: number): Moments {
  const count = points.length / dimensions;
  if (!Number.isInteger(count) || count < 2)
    throw new RangeError(
      `points has ${points.length} numbers, but must have at least two rows of ${dimensions}: dimensions`
    );
  const mean = new Float64Array(dimensions);
  for (let i = 0; i < points.length; ++i) mean[i % dimensions]! += points[i]! / count;
  const covariance = new Float64Array(dimensions * dimensions);
  const centred = new Float64Array(dimensions);
  for (let row = 0; row < count; ++row) {
    for (let j = 0; j < dimensions; ++j) centred[j] = points[row * dimensions + j]! - mean[j]!;
    for (let j = 0; j < dimensions; ++j)
      for (let k = j; k < dimensions; ++k) covariance[j * dimensions + k]! += (centred[j]! * centred[k]!) / (count - 1);
  }
  for (let j = 0; j < dimensions; ++j)
    for (let k = 0; k < j; ++k) covariance[j * dimensions + k] = covariance[k * dimensions + j]!;
  if (!mean.every(Number.isFinite)) throw new RangeError("points has a number that is not finite");
  return {count, mean, covariance};
}

/** tr Σ: the total variance, which tells the scale of a space of features. */
export function totalVariance({mean, covariance}: Moments): number {
  const n = mean.length;
  let sum = 0;
  for (let i = 0; i < n; ++i) sum += covariance[i * n + i]!;
  return sum;
}

function matrixOf({mean, covariance}: Moments): Matrix {
  return Matrix.from1DArray(mean.length, mean.length, covariance);
}

/** The root of a symmetric matrix none of whose eigenvalues is below 0 but by rounding. */
function rootOf(matrix: Matrix): Matrix {
  const {eigenvectorMatrix: vectors, realEigenvalues: values} = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true
  });
  return vectors.mmul(Matrix.diag(values.map((v) => Math.sqrt(Math.max(0, v))))).mmul(vectors.transpose());
}

/**
 * The Fréchet distance between two normal laws, |μ − ν|² + tr(Σ + Τ − 2(Σ^½ Τ Σ^½)^½) (Dowson and Landau 1982): of features of
 * pictures it is what Heusel and others (2017) call FID when the features are those of a network called Inception. Ours
 * come from another network, so that its numbers compare with no others.
 *
 * @throws RangeError if the two have different numbers of dimensions.
 */
export function frechetDistance(a: Moments, b: Moments): number {
  if (a.mean.length !== b.mean.length)
    throw new RangeError(`b has ${b.mean.length} dimensions, but must have ${a.mean.length}: those of a`);
  const root = rootOf(matrixOf(a));
  const product = root.mmul(matrixOf(b)).mmul(root);
  // Rounding leaves it a little askew.
  const even = product.add(product.transpose()).div(2);
  const {realEigenvalues: values} = new EigenvalueDecomposition(even, {assumeSymmetric: true});
  const shared = values.reduce((sum, v) => sum + Math.sqrt(Math.max(0, v)), 0);
  const apart = a.mean.reduce((sum, v, i) => sum + (v - b.mean[i]!) ** 2, 0);
  return Math.max(0, apart + totalVariance(a) + totalVariance(b) - 2 * shared);
}
