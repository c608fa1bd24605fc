import type {Engine, Tensor} from "../nn/engine.js";
import {convolution, dense, minibatchDeviation, projection} from "../nn/layers.js";
import {add, averagePool, blend, leakyRelu, multiply, reshape, spaceToDepth} from "../nn/ops.js";
import {Parameters} from "../nn/training.js";
import {classEmbedding} from "./classes.js";

/** The make of a discriminator. */
export interface DiscriminatorShape {
  /** Channels at half of 32 pixels, half of 16, and below. */
  channels: readonly [number, number, number];
  /** Features before the score. */
  features: number;
  classes: readonly number[];
}

/** A network that scores pictures: high for real, low for forged. */
export interface Discriminator {
  parameters: Parameters;
  /**
   * Scores [pictures, 1] of pictures of 16 or 32 pixels that are said to be of these classes. While training grows,
   * `blendIn` (0 … 1) says how much of the larger resolution counts already.
   */
  score(pictures: Tensor, classes: ArrayLike<number>, blendIn?: number): Tensor;
}

/** A discriminator that has learnt nothing yet. The seed settles its parameters. */
export function createDiscriminator(engine: Engine, seed: string | number, shape: DiscriminatorShape): Discriminator {
  const parameters = new Parameters(engine, seed);
  const [large, middle, small] = shape.channels;
  const leaky = {activation: "leaky"} as const;
  // The first layers look at squares of four pixels at once, so that they work at half the resolution.
  const of32 = convolution(parameters, "32", 12, large, leaky);
  const down = convolution(parameters, "32.down", large, middle, leaky);
  const of16 = convolution(parameters, "16", 12, middle, leaky);
  const at8 = convolution(parameters, "8", middle, small, leaky);
  const at4 = convolution(parameters, "4", small, small, leaky);
  const wide = dense(parameters, "wide", 16 * small, shape.features);
  const spread = parameters.create("spread", [1, shape.features], {deviation: 0.1});
  const last = dense(parameters, "last", shape.features, 1);
  const classOf = classEmbedding(parameters, "class", shape.classes, shape.features, {
    deviation: 1 / Math.sqrt(shape.features)
  });
  const score = (pictures: Tensor, classes: ArrayLike<number>, blendIn = 1) => {
    const [count, size] = pictures.shape as [number, number];
    if (size !== 16 && size !== 32) throw new RangeError(`size is ${size}, but must be 16 or 32`);
    let x: Tensor;
    if (size === 16) x = of16(spaceToDepth(pictures));
    else {
      x = averagePool(down(of32(spaceToDepth(pictures))));
      if (blendIn < 1) x = blend(x, blendIn, of16(spaceToDepth(averagePool(pictures))), 1 - blendIn);
    }
    const flat = reshape(at4(averagePool(at8(x))), [count, 16 * small]);
    // A batch whose pictures are all alike gives itself away.
    const features = leakyRelu(add(wide(flat), multiply(minibatchDeviation(flat), spread)), {
      slope: 0.2,
      gain: Math.SQRT2
    });
    return add(last(features), projection(features, classOf(classes)));
  };
  return {parameters, score};
}
