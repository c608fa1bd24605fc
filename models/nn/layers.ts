import {add, multiply, multiplySum, scale, sumTo} from "./opsArithmetic.js";
import {conv, convBiasLeakyRelu} from "./opsConvolution.js";
import {biasLeakyRelu, leakyRelu, rsqrt, sqrt, square} from "./opsElementwise.js";
import {matmul} from "./opsMatrix.js";
import {gather, mean, reshape} from "./opsShape.js";
import type {Parameters} from "./parameters.js";
import {misfit, sameShape} from "./shape.js";
import type {Stream} from "./stream.js";
import type {Tensor} from "./tensor.js";

export {gatedUnit, type Recurrent} from "./recurrent.js";

/**
 * Layers: each takes a set of parameters, a name and sizes, makes its parameters there, and gives a function on tensors.
 *
 *     const parameters = new Parameters(engine, "seed 1");
 *     const first = dense(parameters, "first", 2, 64, {activation: "leaky"});
 *     const last = dense(parameters, "last", 64, 1);
 *     const score = last(first(engine.tensor([0, 1], [1, 2]))); // [1, 1]
 */
export interface LayerOptions {
  /** Weights begin with the deviation gain / √fan-in: 1 by default. */
  gain?: number;
  /** What the bias begins with; null for none. 0 by default. */
  bias?: number | null;
  /** "leaky" is the leaky ReLU of slope 0.2 and gain √2. */
  activation?: "none" | "leaky";
  /** A factor on the learning rate. */
  rate?: number;
}

function finish(x: Tensor, bias: Tensor | null, activation: "none" | "leaky"): Tensor {
  if (activation === "leaky") return bias ? biasLeakyRelu(x, bias) : leakyRelu(x);
  return bias ? add(x, bias) : x;
}

/** A layer of weights [inputs, outputs] on [rows, inputs]. */
export function dense(
  parameters: Parameters,
  name: string,
  inputs: number,
  outputs: number,
  {gain = 1, bias = 0, activation = "none", rate = 1}: LayerOptions = {}
): (x: Tensor) => Tensor {
  const w = parameters.create(`${name}.w`, [inputs, outputs], {deviation: gain / Math.sqrt(inputs), rate});
  const b = bias === null ? null : parameters.create(`${name}.b`, [outputs], {value: bias, rate});
  return (x) => finish(matmul(x, w), b, activation);
}

/** A convolution of images [images, height, width, inputs]; the kernel has 3×3 taps, or `size` = 1. */
export function convolution(
  parameters: Parameters,
  name: string,
  inputs: number,
  outputs: number,
  {gain = 1, bias = 0, activation = "none", rate = 1, size = 3}: LayerOptions & {size?: 1 | 3} = {}
): (x: Tensor) => Tensor {
  const deviation = gain / Math.sqrt(size * size * inputs);
  const w = parameters.create(`${name}.w`, [size, size, inputs, outputs], {deviation, rate});
  const b = bias === null ? null : parameters.create(`${name}.b`, [outputs], {value: bias, rate});
  return (x) => (b && activation === "leaky" ? convBiasLeakyRelu(x, w, b) : finish(conv(x, w), b, activation));
}

/** A row of `width` numbers for each class, looked up by label: [labels.length, width]. */
export function embedding(
  parameters: Parameters,
  name: string,
  classes: number,
  width: number,
  {deviation = 1, rate = 1}: {deviation?: number; rate?: number} = {}
): (labels: ArrayLike<number>) => Tensor {
  const table = parameters.create(name, [classes, width], {deviation, rate});
  return (labels) => gather(table, labels);
}

export interface ModulatedOptions extends LayerOptions {
  size?: 1 | 3;
  /** Whether outputs are brought back to unit deviation: for all but the layers that make colours. True by default. */
  demodulate?: boolean;
  /** Whether it takes noise, with a strength for each channel that begins at 0. */
  noise?: boolean;
  /** The deviation of the weights that make scales from styles, times √style; 0.3 by default. */
  styleGain?: number;
}

/** Where noise comes from: a stream, or given numbers [images, height, width, 1]; null for none. */
export type Noise = Stream | Tensor | null;

/**
 * The modulated convolution of StyleGAN2 (Karras and others, 2020): each image's channels are scaled by an affine
 * function of its style [images, style], convolved, and divided by the deviation that unit inputs would then have.
 */
export function modulated(
  parameters: Parameters,
  name: string,
  {inputs, outputs, style}: {inputs: number; outputs: number; style: number},
  options: ModulatedOptions = {}
): (x: Tensor, style: Tensor, noise?: Noise) => Tensor {
  const {gain = 1, bias = 0, activation = "none", rate = 1, size = 3} = options;
  const {demodulate = true, noise: noisy = false, styleGain = 0.3} = options;
  const scaleOf = dense(parameters, `${name}.style`, style, inputs, {gain: styleGain, bias: 1, rate});
  const deviation = gain / Math.sqrt(size * size * inputs);
  const w = parameters.create(`${name}.w`, [size, size, inputs, outputs], {deviation, rate});
  const b = bias === null ? null : parameters.create(`${name}.b`, [outputs], {value: bias, rate});
  const strength = noisy ? parameters.create(`${name}.noise`, [outputs], {rate}) : null;
  return (x, style, noise = null) => {
    const s = scaleOf(style);
    const images = s.shape[0]!;
    let y = conv(multiply(x, reshape(s, [images, 1, 1, inputs])), w);
    if (demodulate) {
      const energy = reshape(sumTo(square(w), [1, 1, inputs, outputs]), [inputs, outputs]);
      const inverse = rsqrt(scale(matmul(square(s), energy), 1, 1e-8));
      y = multiply(y, reshape(inverse, [images, 1, 1, outputs]));
    }
    if (strength && noise) y = add(y, multiply(noiseFor(y, noise), strength));
    return finish(y, b, activation);
  };
}

function noiseFor({shape}: Tensor, noise: NonNullable<Noise>): Tensor {
  const wanted = shape.with(-1, 1);
  if ("reseed" in noise) return noise.normal(wanted);
  if (!sameShape(noise.shape, wanted))
    throw misfit("noise", noise.shape, wanted, "one number for each pixel is wanted");
  return noise;
}

/** Each row of [rows, width] divided by the root of its mean square. */
export function normalise(x: Tensor): Tensor {
  return multiply(x, rsqrt(scale(mean(square(x), [-1]), 1, 1e-8)));
}

/**
 * How much the rows of a batch [rows, features] differ: the standard deviation of each feature over the batch, averaged
 * over features; shape [1, 1]. A discriminator that sees it notices a generator that always makes the same face.
 */
export function minibatchDeviation(x: Tensor): Tensor {
  const centred = add(x, scale(mean(x, [0]), -1));
  return mean(sqrt(scale(mean(square(centred), [0]), 1, 1e-4)), [0, 1]);
}

/** Projection (Miyato and Koyama, 2018): the inner product of features and the embedding of the class, [rows, 1]. */
export function projection(features: Tensor, embedded: Tensor): Tensor {
  if (!sameShape(features.shape, embedded.shape))
    throw misfit("projection", features.shape, embedded.shape, "shapes must be equal");
  return multiplySum(features, embedded, features.shape.with(-1, 1));
}
