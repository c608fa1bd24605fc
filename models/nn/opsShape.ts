import {record} from "./autodiff.js";
import {engineOf, scale, sumTo} from "./opsArithmetic.js";
import {checkShape, misfit, type Shape, showShape, sizeOf} from "./shape.js";
import type {Tensor} from "./tensor.js";

/**
 * The same numbers in another shape; nothing is copied.
 *
 * @throws RangeError naming both shapes if they hold different counts of numbers.
 */
export function reshape(x: Tensor, shape: Shape): Tensor {
  const engine = engineOf(x);
  if (sizeOf(checkShape(shape)) !== x.size) throw misfit("reshape", x.shape, shape, "another count of numbers");
  return record(engine.view(x, shape), "reshape", [x], (g) => [reshape(g, x.shape)]);
}

/** The number of an axis; −1 is the last. */
function axisOf(operation: string, shape: Shape, axis: number): number {
  const index = axis < 0 ? axis + shape.length : axis;
  if (!Number.isInteger(axis) || index < 0 || index >= shape.length)
    throw new RangeError(`${operation}: axis is ${axis}, but the shape is ${showShape(shape)}`);
  return index;
}

/** How many blocks an axis lies in, and how many numbers one step along it is. */
function aroundAxis(shape: Shape, axis: number): {before: number; after: number} {
  return {before: sizeOf(shape.slice(0, axis)), after: sizeOf(shape.slice(axis + 1))};
}

/**
 * `length` entries along an axis, from `start`; axis −1 is the last.
 *
 * @throws RangeError naming the shape and what was asked if it lies outside.
 */
export function slice(x: Tensor, axis: number, start: number, length: number): Tensor {
  const engine = engineOf(x);
  const at = axisOf("slice", x.shape, axis);
  const whole = x.shape[at]!;
  if (!Number.isInteger(start) || !Number.isInteger(length) || start < 0 || length < 1 || start + length > whole)
    throw new RangeError(
      `slice: ${length} entries from ${start} on do not lie within axis ${axis} of shape ${showShape(x.shape)}`
    );
  const {before, after} = aroundAxis(x.shape, at);
  const out = engine.empty(x.shape.with(at, length), "slice");
  engine.kernels.copyBlocks(
    x.pointer + 4 * start * after,
    whole * after,
    out.pointer,
    length * after,
    length * after,
    before
  );
  return record(out, "slice", [x], (g) => [embed(g, at, start, whole)]);
}

/** The adjoint of `slice`: x among zeros, its axis `whole` long and x from `start` on. */
function embed(x: Tensor, axis: number, start: number, whole: number): Tensor {
  const engine = engineOf(x);
  const length = x.shape[axis]!;
  const {before, after} = aroundAxis(x.shape, axis);
  const out = engine.full(x.shape.with(axis, whole), 0);
  engine.kernels.copyBlocks(
    x.pointer,
    length * after,
    out.pointer + 4 * start * after,
    whole * after,
    length * after,
    before
  );
  return record(out, "embed", [x], (g) => [slice(g, axis, start, length)]);
}

/**
 * Tensors one after the other along an axis; −1 is the last.
 *
 * @throws RangeError naming two shapes that differ along another axis.
 */
export function concat(tensors: readonly Tensor[], axis = -1): Tensor {
  const first = tensors[0];
  if (!first) throw new RangeError("concat: tensors is an empty list, but must have at least one");
  const engine = engineOf(...tensors);
  const at = axisOf("concat", first.shape, axis);
  let whole = 0;
  const starts: number[] = [];
  for (const {shape} of tensors) {
    if (shape.length !== first.shape.length || shape.some((length, i) => i !== at && length !== first.shape[i]))
      throw misfit("concat", first.shape, shape, `all axes but ${at} must be equal`);
    starts.push(whole);
    whole += shape[at]!;
  }
  const out = engine.empty(first.shape.with(at, whole), "concat");
  const {before, after} = aroundAxis(first.shape, at);
  tensors.forEach(({pointer, shape}, i) => {
    const size = shape[at]! * after;
    engine.kernels.copyBlocks(pointer, size, out.pointer + 4 * starts[i]! * after, whole * after, size, before);
  });
  return record(out, "concat", tensors, (g, needs) =>
    tensors.map(({shape}, i) => (needs[i] ? slice(g, at, starts[i]!, shape[at]!) : null))
  );
}

/**
 * A matrix turned over.
 *
 * @throws RangeError if x has not two axes.
 */
export function transpose(x: Tensor): Tensor {
  const engine = engineOf(x);
  if (x.shape.length !== 2)
    throw new RangeError(`transpose: the shape is ${showShape(x.shape)}, but must have two axes`);
  const [rows, columns] = x.shape as [number, number];
  const out = engine.empty([columns, rows], "transpose");
  engine.kernels.transpose(x.pointer, rows, columns, out.pointer);
  return record(out, "transpose", [x], (g) => [transpose(g)]);
}

/**
 * The rows of a table that `rows` names: [rows.length, width].
 *
 * @throws RangeError naming a row that the table has not.
 */
export function gather(table: Tensor, rows: ArrayLike<number>): Tensor {
  const engine = engineOf(table);
  if (table.shape.length !== 2)
    throw new RangeError(`gather: the shape is ${showShape(table.shape)}, but must have two axes`);
  const [count, width] = table.shape as [number, number];
  const copy = Int32Array.from(rows);
  for (let i = 0; i < copy.length; ++i)
    if (rows[i] !== copy[i] || copy[i]! < 0 || copy[i]! >= count)
      throw new RangeError(
        `gather: row ${i} asked for is ${rows[i]}, but must be a whole number from 0 to ${count - 1}`
      );
  const out = engine.empty(checkShape([copy.length, width]), "gather");
  engine.borrow(() => engine.kernels.gatherRows(table.pointer, putRows(table, copy), out.pointer, copy.length, width));
  return record(out, "gather", [table], (g) => [scatter(g, copy, count)]);
}

/** The adjoint of `gather`: a table of zeros with each row of x added where `rows` says. */
function scatter(x: Tensor, rows: Int32Array, count: number): Tensor {
  const engine = engineOf(x);
  const width = x.shape[1]!;
  const out = engine.full([count, width], 0);
  engine.borrow(() => engine.kernels.scatterRows(x.pointer, putRows(x, rows), out.pointer, rows.length, width));
  return record(out, "scatter", [x], (g) => [gather(g, rows)]);
}

function putRows({engine}: Tensor, rows: Int32Array): number {
  const pointer = engine.scratch(rows.length, "gather");
  new Int32Array(engine.floats.buffer, pointer, rows.length).set(rows);
  return pointer;
}

/** The shape with some axes set to 1. */
function reducedShape(operation: string, shape: Shape, axes: readonly number[]): Shape {
  const gone = new Set(axes.map((axis) => axisOf(operation, shape, axis)));
  return shape.map((length, i) => (gone.has(i) ? 1 : length));
}

/**
 * The sum over some axes, which stay as 1; over all of them, the sum as a tensor of shape [1].
 *
 *     sum(x); // [1]
 *     sum(x, [1, 2]); // [images, 1, 1, channels]
 */
export function sum(x: Tensor, axes?: readonly number[]): Tensor {
  return sumTo(x, axes ? reducedShape("sum", x.shape, axes) : [1]);
}

/** The mean over some axes, by default all; shaped as `sum`. */
export function mean(x: Tensor, axes?: readonly number[]): Tensor {
  const total = sum(x, axes);
  return scale(total, total.size / x.size);
}
