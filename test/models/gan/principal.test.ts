import assert from "node:assert/strict";
import {test} from "node:test";
import {EigenvalueDecomposition, Matrix} from "ml-matrix";
import {principal} from "../../../models/gan/principal.js";
import {normal, random} from "../../../models/random.js";

test("two known directions", () => {
  // Three times as wide along (3, 4)/5 as across it.
  const rows = [3, 4, -3, -4, 4 / 3, -1, -4 / 3, 1];
  const {directions, deviations, shares} = principal(rows, 2, 2);
  for (const [i, wanted] of [0.6, 0.8].entries()) assert.ok(Math.abs(directions[0]![i]! - wanted) < 1e-6);
  for (const [i, wanted] of [0.8, -0.6].entries()) assert.ok(Math.abs(directions[1]![i]! - wanted) < 1e-6);
  assert.ok(Math.abs(deviations[0]! / deviations[1]! - 3) < 1e-9);
  assert.ok(Math.abs(shares[0]! - 0.9) < 1e-9);
});

test("as a second library has it, up to sign", () => {
  const width = 24;
  const draw = normal(random("rows"));
  const mix = Array.from({length: width * width}, draw);
  const rows = Array.from({length: 100}, () => {
    const z = Array.from({length: width}, draw);
    return Array.from({length: width}, (_, i) => z.reduce((sum, v, j) => sum + v * mix[i * width + j]!, 0));
  }).flat();
  const {directions, deviations} = principal(rows, width, 6);
  const matrix = Matrix.from1DArray(100, width, rows);
  const known = new EigenvalueDecomposition(matrix.transpose().mmul(matrix).div(100), {assumeSymmetric: true});
  const order = known.realEigenvalues
    .map((_, i) => i)
    .sort((a, b) => known.realEigenvalues[b]! - known.realEigenvalues[a]!);
  directions.forEach((direction, k) => {
    const other = known.eigenvectorMatrix.getColumn(order[k]!);
    assert.ok(Math.abs(deviations[k]! ** 2 / known.realEigenvalues[order[k]!]! - 1) < 1e-9);
    assert.ok(Math.abs(Math.abs(other.reduce((sum, v, j) => sum + v * direction[j]!, 0)) - 1) < 1e-6);
  });
});

test("bad input is named", () => {
  assert.throws(() => principal([1, 2, 3], 2, 1), {name: "RangeError", message: /^rows.length \/ width is 1\.5/});
  assert.throws(() => principal([1, 2], 2, 3), {name: "RangeError", message: /^count is 3/});
});
