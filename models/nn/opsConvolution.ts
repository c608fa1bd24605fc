import {record} from "./autodiff.js";
import {engineOf, sumTo} from "./opsArithmetic.js";
import {biasLeakyRelu, type LeakyOptions, leakyFactors, leakyGradient} from "./opsElementwise.js";
import {matmul} from "./opsMatrix.js";
import {reshape} from "./opsShape.js";
import {misfit, type Shape} from "./shape.js";
import type {Tensor} from "./tensor.js";
import {type ImageShape, tiled, tiledConvolution, tiledGradients} from "./winograd.js";

/** Throws unless x is images and w a kernel of 1×1 or 3×3. */
function check(x: Shape, w: Shape): void {
  if (x.length !== 4) throw misfit("conv", x, w, "images are [images, height, width, channels]");
  if (w.length !== 4 || w[0] !== w[1] || (w[0] !== 1 && w[0] !== 3))
    throw misfit("conv", x, w, "a kernel is [1, 1, inputs, outputs] or [3, 3, inputs, outputs]");
  if (x[3] !== w[2]) throw misfit("conv", x, w, `${x[3]} channels meet a kernel for ${w[2]}`);
}

/**
 * The convolution (as networks call it: a correlation) of images [images, height, width, inputs] with a kernel
 * [1 or 3, 1 or 3, inputs, outputs], the border filled with zeros so that height and width stay.
 *
 * @throws RangeError naming both shapes if they do not fit.
 */
export function conv(x: Tensor, w: Tensor): Tensor {
  const engine = engineOf(x, w);
  check(x.shape, w.shape);
  const [images, height, width, inputs] = x.shape as ImageShape;
  const outputs = w.shape[3]!;
  if (w.shape[0] === 1) {
    const flat = matmul(reshape(x, [x.size / inputs, inputs]), reshape(w, [inputs, outputs]));
    return reshape(flat, [images, height, width, outputs]);
  }
  const out = engine.empty([images, height, width, outputs], "conv");
  if (tiled(x.shape, w.shape)) tiledConvolution(x, w, out);
  else engine.borrow(() => convolve(x, w.pointer, out, inputs, outputs));
  return record(out, "conv", [x, w], (g, needs) => gradients(x, w, g, needs));
}

/**
 * `biasLeakyRelu(conv(x, w), bias)` in one, the usual layer of a network, without going through its numbers three times.
 *
 * @throws RangeError naming two shapes that do not fit, or slope or gain.
 */
export function convBiasLeakyRelu(x: Tensor, w: Tensor, bias: Tensor, options: LeakyOptions = {}): Tensor {
  const engine = engineOf(x, w, bias);
  check(x.shape, w.shape);
  const outputs = w.shape[3]!;
  if (bias.shape.length !== 1 || bias.size !== outputs)
    throw misfit("convBiasLeakyRelu", w.shape, bias.shape, "the bias has a number for each output");
  if (!tiled(x.shape, w.shape)) return biasLeakyRelu(conv(x, w), bias, options);
  const factors = leakyFactors(options);
  const out = engine.empty([...x.shape.slice(0, 3), outputs], "convBiasLeakyRelu");
  tiledConvolution(x, w, out, {bias, factors});
  return record(out, "convBiasLeakyRelu", [x, w, bias], (g, needs) => {
    // The result has the sign of the sum, which is all that the way back needs.
    if (engine.recording) {
      const inner = leakyGradient(out, g, factors);
      return [...gradients(x, w, inner, needs), needs[2] ? sumTo(inner, bias.shape) : null];
    }
    const dx = needs[0] ? engine.empty(x.shape, "convInput") : null;
    const dw = needs[1] ? engine.empty(w.shape, "convWeights") : null;
    const sums = engine.full(bias.shape, 0);
    tiledGradients(x, w, g, dx, dw, {out, sums, factors});
    return [dx, dw, sums];
  });
}

/**
 * The adjoints of `conv`: what the gradient g of its output is for its input and for its kernel, those that are needed.
 * Made at once they share the transform of g.
 */
function gradients(
  x: Tensor,
  w: Tensor,
  g: Tensor,
  [input, weights]: readonly boolean[]
): [Tensor | null, Tensor | null] {
  if (!input && !weights) return [null, null];
  const engine = engineOf(x, w, g);
  const dx = input ? engine.empty(x.shape, "convInput") : null;
  const dw = weights ? engine.empty(w.shape, "convWeights") : null;
  if (tiled(x.shape, w.shape)) tiledGradients(x, w, g, dx, dw);
  else engine.borrow(() => directGradients(x, w, g, dx, dw));
  return [
    dx &&
      record(dx, "convInput", [g, w], (h, needs) => [
        needs[0] ? conv(h, w) : null,
        needs[1] ? gradients(h, w, g, [false, true])[1] : null
      ]),
    dw &&
      record(dw, "convWeights", [x, g], (h, needs) => [
        needs[0] ? gradients(x, h, g, [true, false])[0] : null,
        needs[1] ? conv(x, h) : null
      ])
  ];
}

/** x with a border of zeros, in scratch. */
function padded(x: Tensor): number {
  const [images, height, width, channels] = x.shape as ImageShape;
  const pointer = x.engine.scratch(images * (height + 2) * (width + 2) * channels, "the border of images");
  x.engine.kernels.padImage(x.pointer, pointer, images, height, width, channels);
  return pointer;
}

/** The convolution without tiles, with a kernel [3, 3, inputs, outputs] in memory. */
function convolve(x: Tensor, kernel: number, out: Tensor, inputs: number, outputs: number): void {
  const {engine} = x;
  const [images, height, width] = x.shape as ImageShape;
  const image = padded(x);
  const packed = engine.scratch(9 * inputs * ((outputs + 7) & ~7), "conv");
  engine.kernels.packColumns(kernel, 9 * inputs, outputs, packed);
  engine.kernels.conv3(image, packed, out.pointer, images, height, width, inputs, outputs);
}

function directGradients(x: Tensor, w: Tensor, g: Tensor, dx: Tensor | null, dw: Tensor | null): void {
  const {engine} = x;
  const [images, height, width, inputs] = x.shape as ImageShape;
  const outputs = w.shape[3]!;
  if (dw) {
    engine.kernels.fill(dw.pointer, 0, dw.size);
    engine.kernels.conv3Weights(padded(x), g.pointer, dw.pointer, images, height, width, inputs, outputs);
  }
  if (!dx) return;
  const flipped = engine.scratch(w.size, "conv");
  engine.kernels.flipKernel(w.pointer, 9, inputs, outputs, flipped);
  convolve(g, flipped, dx, outputs, inputs);
}
