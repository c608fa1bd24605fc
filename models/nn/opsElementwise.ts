import {checkNumber} from "../check.js";
import {record} from "./autodiff.js";
import {unaryKinds} from "./kernels.js";
import {add, engineOf, multiply, scale, sumTo} from "./opsArithmetic.js";
import {misfit} from "./shape.js";
import type {Tensor} from "./tensor.js";

/** y = f(x) number by number; `derivative` gives f′ from x and y by operations that can be differentiated again. */
function apply(kind: (typeof unaryKinds)[number], x: Tensor, derivative: (x: Tensor, y: Tensor) => Tensor): Tensor {
  const engine = engineOf(x);
  const out = engine.empty(x.shape, kind);
  engine.kernels.unary(unaryKinds.indexOf(kind), x.pointer, out.pointer, x.size);
  return record(out, kind, [x], (g) => [multiply(g, derivative(x, out))]);
}

/** eˣ. */
export const exp = (x: Tensor) => apply("exp", x, (_, y) => y);

/** The natural logarithm: NaN below 0. */
export const log = (x: Tensor) => apply("log", x, reciprocal);

/** √x; its gradient is infinite at 0. */
export const sqrt = (x: Tensor) => apply("sqrt", x, (_, y) => scale(reciprocal(y), 0.5));

/** 1 / √x. */
export const rsqrt = (x: Tensor) => apply("rsqrt", x, (_, y) => scale(multiply(multiply(y, y), y), -0.5));

/** 1 / x. */
export function reciprocal(x: Tensor): Tensor {
  return apply("reciprocal", x, (_, y) => scale(multiply(y, y), -1));
}

/** x². */
export const square = (x: Tensor) => apply("square", x, (x) => scale(x, 2));

export const tanh = (x: Tensor) => apply("tanh", x, (_, y) => scale(square(y), -1, 1));

/** 1 / (1 + e⁻ˣ). */
export const sigmoid = (x: Tensor) => apply("sigmoid", x, (_, y) => add(y, scale(square(y), -1)));

/** ln(1 + eˣ): the logistic loss of a score −x. */
export const softplus = (x: Tensor) => apply("softplus", x, sigmoid);

export function sin(x: Tensor): Tensor {
  return apply("sin", x, cos);
}

export function cos(x: Tensor): Tensor {
  return apply("cos", x, (x) => scale(sin(x), -1));
}

/** |x|; its derivative at 0 is 0. */
export const abs = (x: Tensor) => apply("abs", x, sign);

/** −1, 0 or 1: constant but at 0, so that no gradient flows through it. */
function sign(x: Tensor): Tensor {
  const engine = engineOf(x);
  const out = engine.empty(x.shape, "sign");
  engine.kernels.unary(unaryKinds.indexOf("sign"), x.pointer, out.pointer, x.size);
  return out;
}

export interface LeakyOptions {
  /** Of the negative side: above 0, at most 1. */
  slope?: number;
  /** A factor on both sides, above 0: √2 keeps the mean square of what comes in, about. */
  gain?: number;
}

/** What a leaky ReLU multiplies by on either side of 0. Both are above 0, so that a result has the sign of what came in. */
export interface LeakyFactors {
  above: number;
  below: number;
}

/** @throws RangeError naming slope or gain. */
export function leakyFactors({slope = 0.2, gain = Math.SQRT2}: LeakyOptions): LeakyFactors {
  checkNumber("slope", slope, "above 0 and at most 1", (v) => v > 0 && v <= 1);
  checkNumber("gain", gain, "above 0", (v) => v > 0 && v < Infinity);
  return {above: gain, below: gain * slope};
}

/**
 * x · gain where x > 0, x · gain · slope elsewhere.
 *
 * @throws RangeError naming slope or gain.
 */
export function leakyRelu(x: Tensor, options: LeakyOptions = {}): Tensor {
  const factors = leakyFactors(options);
  const engine = engineOf(x);
  const out = engine.empty(x.shape, "leakyRelu");
  engine.kernels.leakyGradient(x.pointer, x.pointer, out.pointer, x.size, factors.above, factors.below);
  return record(out, "leakyRelu", [x], (g) => [leakyGradient(x, g, factors)]);
}

/** g times the slope of the leaky ReLU at x, or at what it made of x: constant in x but at 0, so that gradients flow through g alone. */
export function leakyGradient(x: Tensor, g: Tensor, factors: LeakyFactors): Tensor {
  const engine = engineOf(x, g);
  const out = engine.empty(g.shape, "leakyGradient");
  engine.kernels.leakyGradient(x.pointer, g.pointer, out.pointer, g.size, factors.above, factors.below);
  return record(out, "leakyGradient", [g], (h) => [leakyGradient(x, h, factors)]);
}

/**
 * `leakyRelu(add(x, bias))` in one: the bias has one number for each of x's last axis.
 *
 * @throws RangeError naming both shapes if it has not, or slope or gain.
 */
export function biasLeakyRelu(x: Tensor, bias: Tensor, options: LeakyOptions = {}): Tensor {
  const factors = leakyFactors(options);
  const {above, below} = factors;
  const engine = engineOf(x, bias);
  const columns = x.shape.at(-1)!;
  if (bias.shape.length !== 1 || bias.size !== columns)
    throw misfit("biasLeakyRelu", x.shape, bias.shape, "the bias has a number for each of the last axis");
  const rows = x.size / columns;
  const out = engine.empty(x.shape, "biasLeakyRelu");
  engine.kernels.biasLeaky(x.pointer, bias.pointer, out.pointer, rows, columns, above, below);
  return record(out, "biasLeakyRelu", [x, bias], (g, needs) => {
    // The result has the sign of the sum, which is all that the way back needs.
    if (!needs[1] || engine.recording) {
      const inner = leakyGradient(out, g, factors);
      return [needs[0] ? inner : null, needs[1] ? sumTo(inner, bias.shape) : null];
    }
    const inner = engine.empty(x.shape, "leakyGradient");
    const sums = engine.full(bias.shape, 0);
    engine.kernels.leakyGradientSums(out.pointer, g.pointer, inner.pointer, sums.pointer, rows, columns, above, below);
    return [inner, sums];
  });
}
