import {record} from "./autodiff.js";
import {unaryKinds} from "./kernels.js";
import {add, engineOf, multiply, scale, sumTo} from "./opsArithmetic.js";
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
  /** Of the negative side; above 0. */
  slope?: number;
  /** A factor on both sides: √2 keeps the mean square of what comes in, about. */
  gain?: number;
}

/** x · gain where x > 0, x · gain · slope elsewhere. */
export function leakyRelu(x: Tensor, {slope = 0.2, gain = Math.SQRT2}: LeakyOptions = {}): Tensor {
  const engine = engineOf(x);
  const out = engine.empty(x.shape, "leakyRelu");
  engine.kernels.leakyGradient(x.pointer, x.pointer, out.pointer, x.size, slope, gain);
  return record(out, "leakyRelu", [x], (g) => [leakyGradient(x, g, slope, gain)]);
}

/** g times the slope of the leaky ReLU at x: constant in x but at 0, so that gradients flow through g alone. */
function leakyGradient(x: Tensor, g: Tensor, slope: number, gain: number): Tensor {
  const engine = engineOf(x, g);
  const out = engine.empty(g.shape, "leakyGradient");
  engine.kernels.leakyGradient(x.pointer, g.pointer, out.pointer, g.size, slope, gain);
  return record(out, "leakyGradient", [g], (h) => [leakyGradient(x, h, slope, gain)]);
}

/** `leakyRelu(add(x, bias))` in one: the bias has one number for each of x's last axis. */
export function biasLeakyRelu(x: Tensor, bias: Tensor, {slope = 0.2, gain = Math.SQRT2}: LeakyOptions = {}): Tensor {
  const engine = engineOf(x, bias);
  // The sum is made in place of the result; the result has its sign, which is all that the way back needs.
  const out = engine.untracked(() => add(x, bias));
  engine.kernels.leakyGradient(out.pointer, out.pointer, out.pointer, out.size, slope, gain);
  return record(out, "biasLeakyRelu", [x, bias], (g, needs) => {
    const inner = leakyGradient(out, g, slope, gain);
    return [needs[0] ? sumTo(inner, x.shape) : null, needs[1] ? sumTo(inner, bias.shape) : null];
  });
}
