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

/** Faces of 32 pixels in a few minutes of one core: what every clean build trains, and what long runs are held against. */
export function shortRun(seed: string | number, steps = 9000): Recipe {
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
export function smallRun(seed: string | number, steps = 4000): Recipe {
  const {attributes, config} = shortRun(seed, steps);
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

/** A recipe that was tried before the long run was settled. */
export interface Trial extends Recipe {
  /** What is different from the short run. */
  change: string;
}

/** Steps of a trial: about a quarter of what the short run takes. */
const trialSteps = 2400;

/**
 * What was tried, one change at a time, all for as many pictures. Their rate falls
 * further than that recipe’s, as the long run’s does.
 */
export const trials: readonly Trial[] = [
  trial("none: faces are asked for by hair colour"),
  trial("another seed", {seed: 2}),
  trial("penalty γ = 0.3", {r1: {weight: 0.3, every: 8}}),
  trial("penalty γ = 3", {r1: {weight: 3, every: 8}}),
  trial("asked for by hair and hair colour", {}, ["hair", "hairColor"]),
  trial("asked for by hair colour, eyes and mouth", {}, ["hairColor", "eyes", "mouth"]),
  trial("asked for by hair, hair colour, eyes and mouth", {}, asked),
  trial(
    "the same with networks half as wide again, twice the batch, half the steps",
    {batch: 32, steps: trialSteps / 2, rate: 1.5e-3, grow: {at: trialSteps / 6, fade: trialSteps / 24}},
    asked,
    [
      [64, 64, 32],
      [32, 64, 64]
    ]
  )
];

function trial(
  change: string,
  settings: Partial<TrainingConfig> = {},
  attributes: AttributeName[] = hairColor,
  channels?: [number[], [number, number, number]]
): Trial {
  const {config} = shortRun(1, trialSteps);
  const classes = classSizes(attributes);
  return {
    change,
    attributes,
    config: {
      ...config,
      leastRate: 0.02,
      emaHalfLife: 4000,
      ...settings,
      generator: {...config.generator, classes, ...(channels && {channels: channels[0]})},
      discriminator: {...config.discriminator, classes, ...(channels && {channels: channels[1]})}
    }
  };
}
