import {record} from "./autodiff.js";
import {engineOf} from "./opsArithmetic.js";
import {matmul} from "./opsMatrix.js";
import {reshape} from "./opsShape.js";
import {misfit, type Shape} from "./shape.js";
import type {Tensor} from "./tensor.js";

type ImageShape = readonly [number, number, number, number];

/** Throws unless x is images and w a kernel of 1×1 or 3×3. */
function check(x: Shape, w: Shape, inputs: 2 | 3): void {
  if (x.length !== 4) throw misfit("conv", x, w, "images are [images, height, width, channels]");
  if (w.length !== 4 || w[0] !== w[1] || (w[0] !== 1 && w[0] !== 3))
    throw misfit("conv", x, w, "a kernel is [1, 1, inputs, outputs] or [3, 3, inputs, outputs]");
  if (x[3] !== w[inputs]) throw misfit("conv", x, w, `${x[3]} channels meet a kernel for ${w[inputs]}`);
}

/**
 * The convolution (as networks call it: a correlation) of images [images, height, width, inputs] with a kernel
 * [1 or 3, 1 or 3, inputs, outputs], the border filled with zeros so that height and width stay.
 *
 * @throws RangeError naming both shapes if they do not fit.
 */
export function conv(x: Tensor, w: Tensor): Tensor {
  const engine = engineOf(x, w);
  check(x.shape, w.shape, 2);
  const [images, height, width, inputs] = x.shape as ImageShape;
  const outputs = w.shape[3]!;
  if (w.shape[0] === 1) {
    const flat = matmul(reshape(x, [x.size / inputs, inputs]), reshape(w, [inputs, outputs]));
    return reshape(flat, [images, height, width, outputs]);
  }
  const out = engine.empty([images, height, width, outputs], "conv");
  engine.borrow(() => convolve(x, w.pointer, out, inputs, outputs));
  return record(out, "conv", [x, w], (g, needs) => [
    needs[0] ? convInput(g, w) : null,
    needs[1] ? convWeights(x, g) : null
  ]);
}

/** The adjoint of `conv` in x: what the gradient g of the output is for the input. */
function convInput(g: Tensor, w: Tensor): Tensor {
  const engine = engineOf(g, w);
  check(g.shape, w.shape, 3);
  const [images, height, width, outputs] = g.shape as ImageShape;
  const inputs = w.shape[2]!;
  const out = engine.empty([images, height, width, inputs], "convInput");
  engine.borrow(() => {
    const flipped = engine.scratch(w.size, "conv");
    engine.kernels.flipKernel(w.pointer, 9, inputs, outputs, flipped);
    convolve(g, flipped, out, outputs, inputs);
  });
  return record(out, "convInput", [g, w], (h, needs) => [
    needs[0] ? conv(h, w) : null,
    needs[1] ? convWeights(h, g) : null
  ]);
}

/** The adjoint of `conv` in its kernel: what the gradient g of the output is for the weights. */
function convWeights(x: Tensor, g: Tensor): Tensor {
  const engine = engineOf(x, g);
  const [images, height, width, inputs] = x.shape as ImageShape;
  const outputs = g.shape[3]!;
  const out = engine.full([3, 3, inputs, outputs], 0);
  const {kernels} = engine;
  engine.borrow(() => {
    const image = padded(x);
    if (!tiled(x.shape, outputs)) {
      kernels.conv3Weights(image, g.pointer, out.pointer, images, height, width, inputs, outputs);
      return;
    }
    const planes = engine.scratch(16 * inputs * outputs, "conv");
    kernels.fill(planes, 0, 16 * inputs * outputs);
    const scratch = engine.scratch(kernels.winogradScratch(inputs, outputs), "conv");
    kernels.winogradWeights(image, g.pointer, planes, scratch, images, height, width, inputs, outputs);
    kernels.winogradKernelAdjoint(planes, inputs, outputs, out.pointer);
  });
  return record(out, "convWeights", [x, g], (h, needs) => [
    needs[0] ? convInput(g, h) : null,
    needs[1] ? conv(x, h) : null
  ]);
}

/** x with a border of zeros, in scratch. */
function padded(x: Tensor): number {
  const [images, height, width, channels] = x.shape as ImageShape;
  const pointer = x.engine.scratch(images * (height + 2) * (width + 2) * channels, "the border of images");
  x.engine.kernels.padImage(x.pointer, pointer, images, height, width, channels);
  return pointer;
}

/** Whether Winograd's tiles fit and are worth their transforms. */
function tiled([images, height, width, inputs]: Shape, outputs: number): boolean {
  const fits = height! % 2 === 0 && width! % 2 === 0 && inputs! % 4 === 0 && outputs % 4 === 0;
  return fits && inputs! >= 8 && outputs >= 8 && images! * height! * width! >= 64;
}

function convolve(x: Tensor, weights: number, out: Tensor, inputs: number, outputs: number): void {
  const {engine} = x;
  const {kernels} = engine;
  const [images, height, width] = x.shape as ImageShape;
  const wide = (outputs + 7) & ~7;
  const image = padded(x);
  if (!tiled(x.shape, outputs)) {
    const packed = engine.scratch(9 * inputs * wide, "conv");
    kernels.packColumns(weights, 9 * inputs, outputs, packed);
    kernels.conv3(image, packed, out.pointer, images, height, width, inputs, outputs);
    return;
  }
  const planes = engine.scratch(16 * inputs * outputs, "conv");
  kernels.winogradKernel(weights, inputs, outputs, planes);
  const packed = engine.scratch(16 * inputs * wide, "conv");
  kernels.winogradPack(planes, inputs, outputs, packed);
  const scratch = engine.scratch(kernels.winogradScratch(inputs, outputs), "conv");
  kernels.winogradConvolve(image, packed, out.pointer, scratch, images, height, width, inputs, outputs);
}
