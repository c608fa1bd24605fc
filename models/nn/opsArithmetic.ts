import {record} from "./autodiff.js";
import type {Engine} from "./engine.js";
import {broadcastShape, misfit, type Shape, sameShape, walk} from "./shape.js";
import {checkAlive, type Tensor} from "./tensor.js";

/** The engine of some tensors that are alive. */
export function engineOf(...tensors: readonly Tensor[]): Engine {
  for (const tensor of tensors) checkAlive(tensor);
  return tensors[0]!.engine;
}

const kinds = {add: 0, subtract: 1, multiply: 2, divide: 3};

/** Calls `use` with the offsets of each operand for every index of the axes before the last three. */
function leading(lengths: number[], strides: number[][], use: (offsets: number[]) => void): void {
  const outer = lengths.length - 3;
  const total = lengths.slice(0, outer).reduce((product, length) => product * length, 1);
  for (let i = 0; i < total; ++i) {
    const offsets = strides.map(() => 0);
    let rest = i;
    for (let axis = outer - 1; axis >= 0; --axis) {
      const index = rest % lengths[axis]!;
      rest = Math.floor(rest / lengths[axis]!);
      for (let k = 0; k < strides.length; ++k) offsets[k]! += 4 * index * strides[k]![axis]!;
    }
    use(offsets);
  }
}

/** a ∘ b, broadcast to a common shape. */
function combined(operation: keyof typeof kinds, a: Tensor, b: Tensor): Tensor {
  const engine = engineOf(a, b);
  const shape = broadcastShape(operation, a.shape, b.shape);
  const out = engine.empty(shape, operation);
  const kind = kinds[operation];
  const {kernels} = engine;
  if (sameShape(a.shape, b.shape)) {
    kernels.combine(kind, a.pointer, 0, 0, 1, b.pointer, 0, 0, 1, out.pointer, 1, 1, out.size);
    return out;
  }
  const {lengths, strides} = walk(shape, [a.shape, b.shape]);
  const [outer, middle, inner] = lengths.slice(-3) as [number, number, number];
  const [p, q] = strides.map((stride) => stride.slice(-3)) as [number[], number[]];
  let at = out.pointer;
  leading(lengths, strides, ([i, j]) => {
    kernels.combine(
      kind,
      a.pointer + i!,
      p[0]!,
      p[1]!,
      p[2]!,
      b.pointer + j!,
      q[0]!,
      q[1]!,
      q[2]!,
      at,
      outer,
      middle,
      inner
    );
    at += 4 * outer * middle * inner;
  });
  return out;
}

/**
 * a + b. Shapes broadcast: aligned at the right, axes are equal or one of them is 1.
 *
 * @throws RangeError naming both shapes if they do not.
 */
export function add(a: Tensor, b: Tensor): Tensor {
  return record(combined("add", a, b), "add", [a, b], (g, needs) => [
    needs[0] ? sumTo(g, a.shape) : null,
    needs[1] ? sumTo(g, b.shape) : null
  ]);
}

/** a − b, broadcast as by `add`. */
export function subtract(a: Tensor, b: Tensor): Tensor {
  return record(combined("subtract", a, b), "subtract", [a, b], (g, needs) => [
    needs[0] ? sumTo(g, a.shape) : null,
    needs[1] ? sumTo(scale(g, -1), b.shape) : null
  ]);
}

/** a · b number by number, broadcast as by `add`. */
export function multiply(a: Tensor, b: Tensor): Tensor {
  return record(combined("multiply", a, b), "multiply", [a, b], (g, needs) => [
    needs[0] ? multiplySum(g, b, a.shape) : null,
    needs[1] ? multiplySum(g, a, b.shape) : null
  ]);
}

/** a / b number by number, broadcast as by `add`. */
export function divide(a: Tensor, b: Tensor): Tensor {
  const out = combined("divide", a, b);
  return record(out, "divide", [a, b], (g, needs) => [
    needs[0] ? sumTo(divide(g, b), a.shape) : null,
    needs[1] ? sumTo(scale(divide(multiply(g, divide(a, b)), b), -1), b.shape) : null
  ]);
}

/** factor · x + shift, for two numbers. */
export function scale(x: Tensor, factor: number, shift = 0): Tensor {
  const engine = engineOf(x);
  const out = engine.empty(x.shape, "scale");
  engine.kernels.blend(x.pointer, factor, x.pointer, 0, shift, out.pointer, x.size);
  return record(out, "scale", [x], (g) => [factor === 1 ? g : scale(g, factor)]);
}

/** α·a + β·b for two tensors of one shape. */
export function blend(a: Tensor, alpha: number, b: Tensor, beta: number): Tensor {
  const engine = engineOf(a, b);
  if (!sameShape(a.shape, b.shape)) throw misfit("blend", a.shape, b.shape, "shapes must be equal");
  const out = engine.empty(a.shape, "blend");
  if (beta === 0) engine.kernels.blend(a.pointer, alpha, a.pointer, 0, 0, out.pointer, a.size);
  else engine.kernels.blend(a.pointer, alpha, b.pointer, beta, 0, out.pointer, a.size);
  return record(out, "blend", [a, b], (g, needs) => [
    needs[0] ? scale(g, alpha) : null,
    needs[1] ? scale(g, beta) : null
  ]);
}

/**
 * x summed to a smaller shape: over the axes that are 1 or missing there. The adjoint of `broadcastTo`.
 *
 * @throws RangeError naming both shapes if the smaller one does not broadcast to x's.
 */
export function sumTo(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  const engine = engineOf(x);
  if (!sameShape(broadcastShape("sumTo", x.shape, shape), x.shape))
    throw misfit("sumTo", x.shape, shape, "the second is not a part of the first");
  const out = engine.full(shape, 0);
  const {lengths, strides} = walk(x.shape, [x.shape, shape]);
  const [outer, middle, inner] = lengths.slice(-3) as [number, number, number];
  const [p, q, r] = strides[1]!.slice(-3) as [number, number, number];
  leading(lengths, strides, ([i, j]) => {
    engine.kernels.reduce(x.pointer + i!, out.pointer + j!, p, q, r, outer, middle, inner);
  });
  return record(out, "sumTo", [x], (g) => [broadcastTo(g, x.shape)]);
}

/**
 * x repeated to a larger shape, along the axes that are 1 or missing.
 *
 * @throws RangeError naming both shapes if x does not broadcast to it.
 */
export function broadcastTo(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  const engine = engineOf(x);
  if (!sameShape(broadcastShape("broadcastTo", x.shape, shape), shape))
    throw misfit("broadcastTo", x.shape, shape, "the first does not broadcast to the second");
  const zero = engine.full([1], 0);
  const out = engine.empty(shape, "broadcastTo");
  const {lengths, strides} = walk(shape, [x.shape]);
  const [outer, middle, inner] = lengths.slice(-3) as [number, number, number];
  const [p, q, r] = strides[0]!.slice(-3) as [number, number, number];
  let at = out.pointer;
  leading(lengths, strides, ([i]) => {
    engine.kernels.combine(0, x.pointer + i!, p, q, r, zero.pointer, 0, 0, 0, at, outer, middle, inner);
    at += 4 * outer * middle * inner;
  });
  return record(out, "broadcastTo", [x], (g) => [sumTo(g, x.shape)]);
}

/**
 * `sumTo(multiply(a, b), shape)` without making the product.
 *
 * @throws RangeError naming two shapes that do not fit.
 */
export function multiplySum(a: Tensor, b: Tensor, shape: Shape): Tensor {
  const engine = engineOf(a, b);
  const common = broadcastShape("multiplySum", a.shape, b.shape);
  if (sameShape(common, shape)) return multiply(a, b);
  if (!sameShape(broadcastShape("multiplySum", common, shape), common))
    throw misfit("multiplySum", common, shape, "the second is not a part of the first, the product's");
  const out = engine.full(shape, 0);
  const {lengths, strides} = walk(common, [a.shape, b.shape, shape]);
  const [outer, middle, inner] = lengths.slice(-3) as [number, number, number];
  const [p, q, r] = strides.map((stride) => stride.slice(-3)) as [number[], number[], number[]];
  leading(lengths, strides, ([i, j, k]) => {
    engine.kernels.contract(
      a.pointer + i!,
      p[0]!,
      p[1]!,
      p[2]!,
      b.pointer + j!,
      q[0]!,
      q[1]!,
      q[2]!,
      out.pointer + k!,
      r[0]!,
      r[1]!,
      r[2]!,
      outer,
      middle,
      inner
    );
  });
  return record(out, "multiplySum", [a, b], (g, needs) => [
    needs[0] ? multiplyTo(g, b, a.shape) : null,
    needs[1] ? multiplyTo(g, a, b.shape) : null
  ]);
}

/** a · b summed or repeated along each axis, whichever gives the shape. */
function multiplyTo(a: Tensor, b: Tensor, shape: Shape): Tensor {
  const common = broadcastShape("multiplySum", a.shape, b.shape);
  const part = shape.map((length, i) => Math.min(length, common[i - shape.length + common.length] ?? 1));
  return broadcastTo(multiplySum(a, b, part), shape);
}
