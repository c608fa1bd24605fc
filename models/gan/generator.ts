import type {Engine, Tensor} from "../nn/engine.js";
import {dense, modulated, type Noise, normalise} from "../nn/layers.js";
import {add, broadcastTo, depthToSpace, upsample} from "../nn/ops.js";
import {Parameters} from "../nn/training.js";
import {classEmbedding} from "./classes.js";

/** The make of a generator. */
export interface GeneratorShape {
  /** Numbers of a latent, and of a style. */
  latent: number;
  style: number;
  /** Layers that turn a latent into a style. */
  mapping: number;
  /** Channels at 4, 8, 16 … pixels; the pictures have twice the side of the last. */
  channels: readonly number[];
  /** How many values each attribute has that makes up the class in which a picture may be asked for. */
  classes: readonly number[];
}

/** How to make pictures from styles. */
export interface Synthesis {
  /** One source for all layers, or numbers for each layer. */
  noise?: Noise | readonly Tensor[];
  /** How many of the resolutions to go through: all by default. Fewer make smaller pictures, as while training grows. */
  levels?: number;
}

/**
 * A style generator after StyleGAN2 (Karras and others, 2020), small: latents become styles, styles scale the channels
 * of convolutions that grow a picture from a learnt beginning of 4 × 4, and each resolution adds its share of colour.
 */
export interface Generator {
  parameters: Parameters;
  shape: GeneratorShape;
  /** Convolutions that take a style. */
  layers: number;
  /** [pictures, latent] and a class for each to styles [pictures, style]. */
  map(latents: Tensor, classes: ArrayLike<number>): Tensor;
  /** Pictures [pictures, size, size, 3], about from −1 to 1, from one style for all layers or one for each. */
  synthesise(styles: Tensor | readonly Tensor[], options?: Synthesis): Tensor;
}

/** Pixels along the side of what a generator makes when it goes through so many levels. */
export function pictureSize(levels: number): number {
  return 4 * 2 ** levels;
}

/** Pixels along the side where a layer works, the first layer being 0: 4, 8, 8, 16, 16 … */
export function layerSize(layer: number): number {
  return pictureSize((layer + 1) >> 1);
}

/** A generator that has learnt nothing yet. The seed settles its parameters. */
export function createGenerator(engine: Engine, seed: string | number, shape: GeneratorShape): Generator {
  const parameters = new Parameters(engine, seed);
  const {latent, style, channels, classes} = shape;
  const first = channels[0]!;
  const start = parameters.create("start", [1, 4, 4, first], {deviation: 1});
  const classOf = classEmbedding(parameters, "class", classes, latent);
  const mapping = Array.from({length: shape.mapping}, (_, i) =>
    dense(parameters, `map${i}`, i === 0 ? latent : style, style, {activation: "leaky", rate: 0.1})
  );
  const levels = channels.map((width, i) => {
    const convolve = (name: string, inputs: number) =>
      modulated(parameters, `${4 << i}.${name}`, {inputs, outputs: width, style}, {noise: true, activation: "leaky"});
    return {
      grow: convolve("grow", i === 0 ? first : channels[i - 1]!),
      refine: i === 0 ? null : convolve("refine", width),
      // Each pixel gives a square of four; what is added late begins with nothing, so as not to disturb.
      color: modulated(
        parameters,
        `${4 << i}.color`,
        {inputs: width, outputs: 12, style},
        {size: 1, demodulate: false, gain: i >= 2 ? 0 : 0.5}
      )
    };
  });
  return {
    parameters,
    shape,
    layers: 2 * channels.length - 1,
    map(latents, labels) {
      let x = add(normalise(latents), classOf(labels));
      for (const layer of mapping) x = layer(x);
      return x;
    },
    synthesise(styles, {noise = null, levels: count = channels.length} = {}) {
      const of = (layer: number) => ("shape" in styles ? styles : styles[Math.min(layer, styles.length - 1)]!);
      const noiseAt = (layer: number): Noise => (noise && "length" in noise ? noise[layer]! : noise);
      let x = broadcastTo(start, [of(0).shape[0]!, 4, 4, first]);
      let picture: Tensor | null = null;
      let layer = 0;
      for (let i = 0; i < count; ++i) {
        const {grow, refine, color} = levels[i]!;
        if (i > 0) x = upsample(x);
        x = grow(x, of(layer), noiseAt(layer++));
        if (refine) x = refine(x, of(layer), noiseAt(layer++));
        const share = depthToSpace(color(x, of(layer - 1)));
        picture = picture ? add(share, upsample(picture)) : share;
      }
      return picture!;
    }
  };
}
