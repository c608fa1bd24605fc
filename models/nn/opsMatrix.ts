import {record} from "./autodiff.js";
import {engineOf} from "./opsArithmetic.js";
import {misfit, showShape} from "./shape.js";
import type {Tensor} from "./tensor.js";

export interface MatmulOptions {
  /** Whether a is given as its transpose, [k, m]. */
  transposeA?: boolean;
  /** Whether b is given as its transpose, [n, k]. */
  transposeB?: boolean;
}

/**
 * The matrix product [m, k] · [k, n] = [m, n].
 *
 * @throws RangeError naming both shapes if they do not fit.
 */
export function matmul(a: Tensor, b: Tensor, {transposeA = false, transposeB = false}: MatmulOptions = {}): Tensor {
  const engine = engineOf(a, b);
  for (const {shape} of [a, b])
    if (shape.length !== 2) throw new RangeError(`matmul: the shape ${showShape(shape)} has not two axes`);
  const [m, k] = (transposeA ? a.shape.toReversed() : a.shape) as [number, number];
  const [k2, n] = (transposeB ? b.shape.toReversed() : b.shape) as [number, number];
  if (k !== k2)
    throw misfit(
      "matmul",
      a.shape,
      b.shape,
      `${k} columns${transposeA ? " (turned)" : ""} meet ${k2} rows${transposeB ? " (turned)" : ""}`
    );
  const {kernels} = engine;
  const out = transposeA ? engine.full([m, n], 0) : engine.empty([m, n]);
  engine.borrow(() => {
    let right = b.pointer;
    if (transposeB) {
      right = engine.scratch(k * n, "matmul");
      kernels.transpose(b.pointer, n, k, right);
    }
    if (transposeA) kernels.gemmTransposed(a.pointer, right, out.pointer, m, n, k);
    else {
      const packed = engine.scratch(k * ((n + 7) & ~7), "matmul");
      kernels.packColumns(right, k, n, packed);
      kernels.gemm(a.pointer, packed, out.pointer, m, n, k);
    }
  });
  return record(out, "matmul", [a, b], (g, needs) => [
    needs[0]
      ? transposeA
        ? matmul(b, g, {transposeA: transposeB, transposeB: true})
        : matmul(g, b, {transposeB: !transposeB})
      : null,
    needs[1]
      ? transposeB
        ? matmul(g, a, {transposeA: true, transposeB: transposeA})
        : matmul(a, g, {transposeA: !transposeA})
      : null
  ]);
}
