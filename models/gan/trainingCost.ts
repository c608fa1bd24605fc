import type {DiscriminatorShape} from "./discriminator.js";
import type {TrainingConfig} from "./faceTrainer.js";
import {type GeneratorShape, pictureSize} from "./generator.js";

/**
 * Arithmetic of a training, counted layer by layer: multiplications and additions of convolutions and dense layers, two
 * for each weight at each place. What happens once for each pixel, such as activations, is left out, as usual.
 */

/** Of one picture by a generator that goes through `levels` of its resolutions: all by default. */
export function generatorFlops(shape: GeneratorShape, levels = shape.channels.length): number {
  const {latent, style, mapping, channels} = shape;
  let total = 2 * (latent * style + (mapping - 1) * style * style);
  for (let i = 0; i < levels; ++i) {
    const places = (4 << i) ** 2;
    const width = channels[i]!;
    const inputs = i === 0 ? width : channels[i - 1]!;
    total += 2 * places * 9 * inputs * width; // grow
    if (i > 0) total += 2 * places * 9 * width * width; // refine
    total += 2 * places * width * 12; // colour
    total += 2 * style * (inputs + (i > 0 ? width : 0) + width); // scales from the style
  }
  return total;
}

/** Of the score of one picture of 16 or 32 pixels. */
export function discriminatorFlops({channels, features}: DiscriminatorShape, size: number): number {
  const [large, middle, small] = channels;
  const convolution = (side: number, inputs: number, outputs: number) => 2 * side ** 2 * 9 * inputs * outputs;
  const first = size === 32 ? convolution(16, 12, large) + convolution(16, large, middle) : convolution(8, 12, middle);
  return first + convolution(8, middle, small) + convolution(4, small, small) + 2 * (16 * small * features + features);
}

/** A forward pass counts once, a backward pass twice: once for the weights and once for what comes in. */
const [forward, backward] = [1, 2];

/** Of one real picture that is shown, with all that both networks do for it: see models/gan/faceTrainer.ts. */
export function flopsAnImage(config: TrainingConfig, levels = config.generator.channels.length): number {
  const g = generatorFlops(config.generator, levels);
  const d = discriminatorFlops(config.discriminator, pictureSize(levels));
  // The discriminator learns from a real and a forged picture, and is asked once more about the forged one, whose
  // gradient needs no weights of its own.
  const discriminator = 2 * (forward + backward) * d + (forward + 1) * d;
  const generator = (forward + backward) * g;
  // The slope is a forward pass and half a backward one, and its gradient twice as much again.
  const penalty = config.r1.weight > 0 ? (3 * (forward + 1) * d) / config.r1.every : 0;
  return discriminator + generator + penalty;
}

/** Of a whole training, and the real pictures that it shows, repeats counted. */
export function trainingCost(config: TrainingConfig): {images: number; flops: number} {
  const {batch, steps, grow, generator} = config;
  const levels = generator.channels.length;
  const early = grow ? Math.min(steps, grow.at) : 0;
  const flops =
    batch * (early * (early ? flopsAnImage(config, levels - 1) : 0) + (steps - early) * flopsAnImage(config));
  return {images: batch * steps, flops};
}
