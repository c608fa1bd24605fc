import {record} from "./autodiff.js";
import {engineOf, multiply, multiplySum, scale, subtract} from "./opsArithmetic.js";
import {mean, sum} from "./opsShape.js";
import {showShape} from "./shape.js";
import type {Tensor} from "./tensor.js";

function rowsOf(x: Tensor): {rows: number; columns: number} {
  const columns = x.shape.at(-1) ?? 1;
  return {rows: x.size / columns, columns};
}

/** eˣ / Σ eˣ along the last axis. */
export function softmax(x: Tensor): Tensor {
  const engine = engineOf(x);
  const {rows, columns} = rowsOf(x);
  const out = engine.empty(x.shape, "softmax");
  engine.kernels.softmax(x.pointer, out.pointer, rows, columns);
  return record(out, "softmax", [x], (g) => {
    const along = multiplySum(g, out, x.shape.with(-1, 1));
    return [multiply(out, subtract(g, along))];
  });
}

/** ln Σ eˣ along the last axis, which stays as 1. */
export function logSumExp(x: Tensor): Tensor {
  const engine = engineOf(x);
  const {rows, columns} = rowsOf(x);
  const out = engine.empty(x.shape.with(-1, 1), "logSumExp");
  engine.kernels.logSumExp(x.pointer, out.pointer, rows, columns);
  return record(out, "logSumExp", [x], (g) => [multiply(softmax(x), g)]);
}

/**
 * The mean of −ln(the probability that softmax gives the right class), over the rows of logits [rows, classes].
 *
 * @throws RangeError naming a label that is no class.
 */
export function softmaxCrossEntropy(logits: Tensor, labels: ArrayLike<number>): Tensor {
  const {engine, shape} = logits;
  const [rows, classes] = shape as [number, number];
  if (shape.length !== 2 || labels.length !== rows)
    throw new RangeError(
      `softmaxCrossEntropy: ${labels.length} labels do not fit logits of shape ${showShape(shape)}, which must be [labels, classes]`
    );
  const right = new Float32Array(rows * classes);
  for (let row = 0; row < rows; ++row) {
    const label = labels[row]!;
    if (!Number.isInteger(label) || label < 0 || label >= classes)
      throw new RangeError(`label ${row} is ${label}, but must be a whole number from 0 to ${classes - 1}`);
    right[row * classes + label] = 1;
  }
  const picked = multiplySum(logits, engine.tensor(right, shape), [rows, 1]);
  return mean(subtract(logSumExp(logits), picked));
}

/** Σ x² / the number of rows: of the gradients of scores, the penalty R1 (Mescheder and others, 2018). */
export function meanSquareNorm(x: Tensor): Tensor {
  return scale(sum(multiply(x, x)), 1 / (x.shape[0] ?? 1));
}
