import assert from "node:assert/strict";
import fc from "fast-check";
import {EigenvalueDecomposition, Matrix} from "ml-matrix";
import type {Complex, DiracGame, DiracPoint} from "../../../models/gan/diracGan.js";

/** Two numbers no further apart than that. */
export const near = (actual: number, expected: number, within = 1e-12, what = "") =>
  assert.ok(Math.abs(actual - expected) <= within, `${what} ${actual} is not ${expected}`);

/** Eigenvalues of a matrix of two rows, by ml-matrix, in the order of `rootsOf`. */
export function byMatrix(rows: number[][]): Complex[] {
  const {realEigenvalues, imaginaryEigenvalues} = new EigenvalueDecomposition(new Matrix(rows));
  return realEigenvalues
    .map((re, i) => ({re, im: imaginaryEigenvalues[i]!}))
    .sort((a, b) => b.im - a.im || b.re - a.re);
}

/** Games and starting points of every kind. */
export const losses = ["minimax", "nonSaturating", "wasserstein"] as const;
export const games: fc.Arbitrary<DiracGame> = fc.record({
  loss: fc.constantFrom(...losses),
  gamma: fc.double({min: 0, max: 3, noNaN: true}),
  rateG: fc.double({min: 0.01, max: 1, noNaN: true}),
  rateD: fc.double({min: 0.01, max: 1, noNaN: true}),
  stepsG: fc.integer({min: 1, max: 5}),
  stepsD: fc.integer({min: 1, max: 5}),
  order: fc.constantFrom("simultaneous" as const, "alternating" as const)
});
export const points: fc.Arbitrary<DiracPoint> = fc.tuple(
  fc.double({min: -3, max: 3, noNaN: true}),
  fc.double({min: -3, max: 3, noNaN: true})
);
