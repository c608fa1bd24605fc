import type {LeakyFactors} from "./opsElementwise.js";
import type {Shape} from "./shape.js";
import type {Tensor} from "./tensor.js";

/** [images, height, width, channels], or a kernel [height, width, inputs, outputs]. */
export type ImageShape = readonly [number, number, number, number];

/**
 * Whether Winograd's tiles fit images and a kernel, and are worth their transforms. However many images there are: one
 * alone must come out as it does among others, to the last bit.
 */
export function tiled([, height, width, inputs]: Shape, [taps, , , outputs]: Shape): boolean {
  const fits = [height!, width!, inputs!, outputs!].every((length) => length % 4 === 0);
  return taps === 3 && fits && inputs! >= 8 && outputs! >= 8;
}

/** A bias to add and a leaky ReLU to put behind a convolution. */
interface Finish {
  bias: Tensor;
  factors: LeakyFactors;
}

const plain: LeakyFactors = {above: 1, below: 1};

/** out = the convolution of x with w, by tiles. */
export function tiledConvolution(x: Tensor, w: Tensor, out: Tensor, finish?: Finish): void {
  const {engine} = x;
  const {kernels} = engine;
  const [images, height, width, inputs] = x.shape as ImageShape;
  const outputs = w.shape[3]!;
  engine.borrow(() => {
    const packed = engine.scratch(kernels.winogradPlanes(inputs, outputs), "conv");
    kernels.winogradKernel(w.pointer, inputs, outputs, packed);
    const scratch = engine.scratch(kernels.winogradScratch(width, inputs, outputs), "conv");
    const bias = finish?.bias.pointer ?? zeros(out, outputs);
    const {above, below} = finish?.factors ?? plain;
    const sizes = [images, height, width, inputs, outputs] as const;
    kernels.winogradConvolve(x.pointer, packed, out.pointer, scratch, bias, above, below, ...sizes);
  });
}

function zeros({engine}: Tensor, n: number): number {
  const pointer = engine.scratch(n, "conv");
  engine.kernels.fill(pointer, 0, n);
  return pointer;
}

/** What came out behind a bias and a leaky ReLU, and where the gradient of the bias is added. */
interface Finished {
  out: Tensor;
  sums: Tensor;
  factors: LeakyFactors;
}

/**
 * dx = the gradient for the images and dw = that for the kernel, each unless null, where g is the gradient of what
 * `tiledConvolution` made.
 */
export function tiledGradients(
  x: Tensor,
  w: Tensor,
  g: Tensor,
  dx: Tensor | null,
  dw: Tensor | null,
  finished?: Finished
): void {
  const {engine} = x;
  const {kernels} = engine;
  const [images, height, width, inputs] = x.shape as ImageShape;
  const outputs = w.shape[3]!;
  engine.borrow(() => {
    const packed = dx ? engine.scratch(kernels.winogradPlanes(outputs, inputs), "conv") : 0;
    if (dx)
      engine.borrow(() => {
        const turned = engine.scratch(w.size, "conv");
        for (let tap = 0; tap < 9; ++tap) {
          const at = 4 * tap * inputs * outputs;
          kernels.transpose(w.pointer + at, inputs, outputs, turned + at);
        }
        kernels.winogradKernel(turned, outputs, inputs, packed);
      });
    const {above, below} = finished?.factors ?? plain;
    const planes = dw ? zeros(x, kernels.winogradPlanes(inputs, outputs)) : 0;
    kernels.winogradGradients(
      x.pointer,
      (finished?.out ?? g).pointer,
      g.pointer,
      packed,
      planes,
      dx?.pointer ?? 0,
      finished?.sums.pointer ?? zeros(x, outputs),
      engine.scratch(kernels.winogradScratch(width, inputs, outputs), "conv"),
      above,
      below,
      images,
      height,
      width,
      inputs,
      outputs
    );
    if (dw) kernels.winogradKernelAdjoint(planes, inputs, outputs, dw.pointer);
  });
}
