import {createEngine, type Tensor} from "../../models/nn/engine.js";
import {
  add,
  averagePool,
  biasLeakyRelu,
  convBiasLeakyRelu,
  detach,
  grad,
  matmul,
  meanSquareNorm,
  reshape,
  softplus,
  spaceToDepth,
  sum
} from "../../models/nn/ops.js";
import {sizeOf} from "../../models/nn/shape.js";
import {normal, random} from "../../models/random.js";

/** 3×3 convolutions, each with a leaky ReLU, and two dense layers. */
export interface Architecture {
  /** Height and width of images. */
  size: number;
  /** Whether the first convolution sees squares of four pixels as one, of twelve channels. */
  stem: boolean;
  /** Channels after each convolution. */
  channels: readonly number[];
  /** Which convolutions are followed by halving the image; 4×4 pixels are left at the end. */
  halved: readonly number[];
}

/** An architecture with weights and images to try it on. */
export interface Discriminator extends Architecture {
  batch: number;
  /** Numbers of x [batch, size, size, 3]. */
  images: Float32Array;
  /** Weights and biases in turn, convolutions as [3, 3, inputs, outputs]. */
  weights: {shape: number[]; values: Float32Array}[];
}

export function makeDiscriminator(architecture: Architecture, batch: number): Discriminator {
  const {size, stem, channels} = architecture;
  const draw = normal(random(`discriminator ${size}`));
  const weights: Discriminator["weights"] = [];
  const layer = (shape: number[], fan: number) => {
    weights.push({shape, values: Float32Array.from({length: sizeOf(shape)}, () => draw() / Math.sqrt(fan))});
    weights.push({shape: [shape.at(-1)!], values: Float32Array.from({length: shape.at(-1)!}, () => 0.1 * draw())});
  };
  channels.forEach((count, i) => {
    const inputs = i > 0 ? channels[i - 1]! : stem ? 12 : 3;
    layer([3, 3, inputs, count], 9 * inputs);
  });
  const features = 16 * channels.at(-1)!;
  layer([features, 64], features);
  layer([64, 1], 64);
  return {...architecture, batch, weights, images: Float32Array.from({length: batch * size * size * 3}, draw)};
}

/** What a run gives: the gradients of all weights in one array, which each run fills anew. */
export type Run = () => Float32Array;

/** Forward and backward of the logistic loss, and the gradient of R1, by our engine. */
export function ourDiscriminator(discriminator: Discriminator, kernels?: string): {backward: Run; penalty: Run} {
  const {size, stem, halved, batch, images, weights} = discriminator;
  const engine = createEngine({memoryMegabytes: 512, kernels});
  const parameters = weights.map(({shape, values}) => {
    const tensor = engine.lasting(shape);
    tensor.data.set(values);
    tensor.tracked = true;
    return tensor;
  });
  const at = (i: number) => parameters[i]!;
  const score = (x: Tensor) => {
    let h = stem ? spaceToDepth(x) : x;
    const layers = weights.length / 2 - 2;
    for (let i = 0; i < layers; ++i) {
      h = convBiasLeakyRelu(h, at(2 * i), at(2 * i + 1));
      if (halved.includes(i)) h = averagePool(h);
    }
    const dense = 2 * layers;
    h = biasLeakyRelu(matmul(reshape(h, [batch, h.size / batch]), at(dense)), at(dense + 1));
    return add(matmul(h, at(dense + 2)), at(dense + 3));
  };
  const all = new Float32Array(weights.reduce((total, {values}) => total + values.length, 0));
  const joined = (tensors: Tensor[]) => {
    let start = 0;
    for (const {data} of tensors) {
      all.set(data, start);
      start += data.length;
    }
    return all;
  };
  const x = engine.lasting([batch, size, size, 3]);
  x.data.set(images);
  return {
    backward: () => engine.step(() => joined(grad(sum(softplus(score(x))), parameters))),
    penalty: () =>
      engine.step(() => {
        const input = detach(x, {tracked: true});
        const [gx] = grad(sum(score(input)), [input], {create: true});
        return joined(grad(meanSquareNorm(gx!), parameters));
      })
  };
}
