import {classSizes} from "./classes.js";
import type {AttributeName} from "./faceLabels.js";
import type {TrainingConfig} from "./faceTrainer.js";

/** Configurations that the site trains with. */
export interface Recipe {
  /** What a face may be asked for by. */
  attributes: AttributeName[];
  config: TrainingConfig;
}

/** What all recipes have in common. */
const common = {
  r1: {weight: 1, every: 8},
  mixing: 0.5
} as const;

const hairColor: AttributeName[] = ["hairColor"];

/** Faces of 32 pixels in about five minutes of one core: what every clean build trains, and what long runs are held against. */
export function fiveMinutes(seed: string | number, steps = 9000): Recipe {
  const classes = classSizes(hairColor);
  return {
    attributes: hairColor,
    config: {
      ...common,
      seed,
      generator: {latent: 64, style: 64, mapping: 3, channels: [48, 48, 24], classes},
      discriminator: {channels: [20, 40, 48], features: 64, classes},
      batch: 16,
      steps,
      rate: 2e-3,
      leastRate: 0.1,
      emaHalfLife: 2000,
      grow: {at: Math.round(steps / 3), fade: Math.max(1, Math.round(steps / 12))}
    }
  };
}

/** Faces of 16 pixels in about a minute. */
export function oneMinute(seed: string | number, steps = 3000): Recipe {
  const {attributes, config} = fiveMinutes(seed, steps);
  return {
    attributes,
    config: {...config, generator: {...config.generator, channels: [48, 48]}, grow: null}
  };
}

const asked: AttributeName[] = ["hair", "hairColor", "eyes", "mouth"];

/**
 * The long run. Networks half as wide again, twice the batch, a rate that falls almost to nothing and a long mean, as
 * there is time; and faces are asked for by the small things as well, eyes and mouth, which a forger without labels is
 * the slowest to learn. Skin, glasses and background are left to the latent.
 */
export const flagship: Recipe = {
  attributes: asked,
  config: {
    ...common,
    seed: 1,
    generator: {latent: 64, style: 64, mapping: 3, channels: [64, 64, 32], classes: classSizes(asked)},
    discriminator: {channels: [32, 64, 64], features: 64, classes: classSizes(asked)},
    batch: 32,
    steps: 28_000,
    rate: 1.5e-3,
    leastRate: 0.02,
    emaHalfLife: 10_000,
    grow: {at: 6000, fade: 1500}
  }
};
