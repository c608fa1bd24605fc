import {checkWhole} from "../check.js";
import type {Engine, Tensor} from "../nn/engine.js";
import {restoreCheckpoint} from "../nn/training.js";
import {normal, random} from "../random.js";
import {classCount} from "./classes.js";
import {createGenerator, type Generator, type GeneratorShape, layerSize, pictureSize} from "./generator.js";
import {latentOf, truncate} from "./latents.js";
import {type Principal, principal} from "./principal.js";

/** What a style is made from. */
export interface StyleSource {
  latent: ArrayLike<number>;
  /** The class that is asked for: a number as in classes.ts. */
  class: number;
  /** Truncation ψ: 1 is none, 0 the mean style of the class. 1 by default. */
  psi?: number;
  /** Added to the style at the end, in its own space. */
  shift?: ArrayLike<number>;
}

/** A face to be forged. */
export interface FaceRequest extends StyleSource {
  /** Settles the noise that details are made from; null or nothing for none. */
  noiseSeed?: string | number | null;
  /** Other sources of style … */
  others?: readonly StyleSource[];
  /** … and for each layer where its style is from: 0 is this source, 1 the first of the others, and so on. */
  layers?: readonly number[];
}

/** Makes faces by the weights of a trained generator. Every face depends on its own request alone. */
export interface FaceForge {
  generator: Generator;
  /** Pixels along a face. */
  size: number;
  /** How many classes can be asked for. */
  classes: number;
  /** Faces as numbers from about −1 to 1: red, green and blue of each pixel, face by face. */
  values(requests: readonly FaceRequest[]): Float32Array;
  /** Faces as bytes, opaque: red, green, blue and 255 of each pixel, face by face. */
  faces(requests: readonly FaceRequest[]): Uint8ClampedArray<ArrayBuffer>;
  /** Styles, one after another. */
  styles(sources: readonly StyleSource[]): Float32Array;
  /** The mean style of a class. */
  meanStyle(number: number): Float32Array;
  /** The directions in which styles of a class differ most from its mean, all classes taken together. */
  directions(count: number): Principal;
}

/** Pairs of opposite latents that mean styles are taken over, and their seed. */
const meanOver = {pairs: 256, seed: "mean style"};

/** Styles that the principal directions are found from. */
const directionsOver = {count: 2048, seed: "principal directions"};

/** Faces made together; more would only take more memory. */
const batch = 8;

/** The part of data/gan/flagship.json that a forge needs. */
export interface ForgeMake {
  config: {generator: GeneratorShape};
}

/**
 * A forge with published weights, as data/gan/flagship.json describes them.
 *
 * @throws RangeError if the weights are those of another network, or no weights.
 */
export function createForge(engine: Engine, {config}: ForgeMake, weights: ArrayBuffer): FaceForge {
  const shape = config.generator;
  const generator = createGenerator(engine, "forge", shape);
  restoreCheckpoint(weights, {generator: generator.parameters});
  const classes = classCount(shape.classes);
  const size = pictureSize(shape.channels.length);
  const means = new Map<number, Float32Array>();
  const quiet = <T>(run: () => T): T => engine.untracked(() => engine.step(run));

  /** Styles as the network gives them, [sources × style]. */
  const map = (sources: readonly {latent: ArrayLike<number>; class: number}[]): Float32Array => {
    const values = new Float32Array(sources.length * shape.latent);
    sources.forEach(({latent, class: number}, i) => {
      if (latent.length !== shape.latent)
        throw new RangeError(`latent has ${latent.length} numbers, but must have ${shape.latent}`);
      checkWhole("class", number, 0, classes - 1);
      values.set(latent, i * shape.latent);
    });
    return quiet(() =>
      generator
        .map(
          engine.tensor(values, [sources.length, shape.latent]),
          sources.map((source) => source.class)
        )
        .data.slice()
    );
  };

  let meanLatents: Float32Array[] | undefined;
  const meanStyle = (number: number): Float32Array => {
    const known = means.get(number);
    if (known) return known;
    meanLatents ??= Array.from({length: meanOver.pairs}, (_, i) => {
      const latent = latentOf(`${meanOver.seed} ${i}`, shape.latent);
      return [latent, latent.map((v) => -v)];
    }).flat();
    const styles = map(meanLatents.map((latent) => ({latent, class: number})));
    const sums = new Float64Array(shape.style);
    styles.forEach((value, i) => {
      sums[i % shape.style]! += value;
    });
    const mean = Float32Array.from(sums, (sum) => sum / (2 * meanOver.pairs));
    means.set(number, mean);
    return mean;
  };

  const styles = (sources: readonly StyleSource[]): Float32Array => {
    const all = map(sources);
    sources.forEach(({class: number, psi = 1, shift}, i) => {
      const row = all.subarray(i * shape.style, (i + 1) * shape.style);
      if (psi !== 1) row.set(truncate(row, meanStyle(number), psi));
      if (!shift) return;
      if (shift.length !== shape.style)
        throw new RangeError(`shift has ${shift.length} numbers, but must have ${shape.style}`);
      for (let j = 0; j < shape.style; ++j) row[j]! += shift[j]!;
    });
    return all;
  };

  /** The style of each face at each layer: one tensor, or one for each layer where any face mixes. */
  const layerStyles = (requests: readonly FaceRequest[]): Tensor | Tensor[] => {
    const sources = requests.flatMap((request) => [request, ...(request.others ?? [])]);
    const all = styles(sources);
    let first = 0;
    const starts = requests.map(({others = []}) => {
      const start = first;
      first += 1 + others.length;
      return start;
    });
    const at = (layer: number): Tensor => {
      const values = new Float32Array(requests.length * shape.style);
      requests.forEach(({layers, others = []}, i) => {
        const which = layers ? checkWhole(`layers[${layer}]`, layers[layer], 0, others.length) : 0;
        const from = (starts[i]! + which) * shape.style;
        values.set(all.subarray(from, from + shape.style), i * shape.style);
      });
      return engine.tensor(values, [requests.length, shape.style]);
    };
    return requests.some(({layers}) => layers) ? Array.from({length: generator.layers}, (_, i) => at(i)) : at(0);
  };

  /** Noise for each layer, drawn for each face on its own; nothing where no face wants any. */
  const layerNoise = (requests: readonly FaceRequest[]): Tensor[] | null => {
    const sources = requests.map(({noiseSeed = null}) =>
      noiseSeed === null ? () => 0 : normal(random(`noise ${noiseSeed}`))
    );
    if (requests.every(({noiseSeed = null}) => noiseSeed === null)) return null;
    return Array.from({length: generator.layers}, (_, layer) => {
      const side = layerSize(layer);
      const values = new Float32Array(requests.length * side * side);
      for (let i = 0; i < values.length; ++i) values[i] = sources[Math.floor(i / (side * side))]!();
      return engine.tensor(values, [requests.length, side, side, 1]);
    });
  };

  const values = (requests: readonly FaceRequest[]): Float32Array => {
    const each = size * size * 3;
    const all = new Float32Array(requests.length * each);
    for (let start = 0; start < requests.length; start += batch) {
      const some = requests.slice(start, start + batch);
      quiet(() => {
        const noise = layerNoise(some);
        all.set(generator.synthesise(layerStyles(some), {noise}).data, start * each);
      });
    }
    return all;
  };

  const faces = (requests: readonly FaceRequest[]): Uint8ClampedArray<ArrayBuffer> => {
    const from = values(requests);
    const bytes = new Uint8ClampedArray((from.length / 3) * 4);
    for (let i = 0, j = 0; i < from.length; i += 3, j += 4) {
      for (let c = 0; c < 3; ++c) bytes[j + c] = Math.round((from[i + c]! + 1) * 127.5);
      bytes[j + 3] = 255;
    }
    return bytes;
  };

  const directions = (count: number): Principal => {
    const pick = random(directionsOver.seed);
    const sources = Array.from({length: directionsOver.count}, (_, i) => ({
      latent: latentOf(`${directionsOver.seed} ${i}`, shape.latent),
      class: Math.floor(pick() * classes)
    }));
    // Half of the styles are taken from the other half of the same class: what is left has the mean 0 and no class.
    const all = map(sources.map((source, i) => ({...source, class: sources[i - (i % 2)]!.class})));
    const rows = new Float32Array(all.length / 2);
    for (let i = 0; i < rows.length; ++i) {
      const row = 2 * Math.floor(i / shape.style) * shape.style;
      rows[i] = (all[row + (i % shape.style)]! - all[row + shape.style + (i % shape.style)]!) / Math.SQRT2;
    }
    return principal(rows, shape.style, count);
  };

  return {generator, size, classes, values, faces, styles, meanStyle, directions};
}
