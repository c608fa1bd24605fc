import {grad, scale} from "../nn/ops.js";
import {Stream} from "../nn/training.js";
import {extent} from "./planeTarget.js";
import type {PlaneTrainer} from "./planeTrainer.js";

/** Points along each side of the field that is drawn. */
export const fieldSide = 48;

/** Generated points that are looked at, always from the same latents, and how many of them get an arrow. */
export const lookPoints = 500;
export const arrows = 100;

/** Both networks at one moment. */
export interface PlaneLook {
  /** What the discriminator thinks of each place, 0 (forged) to 255 (real), row by row from the top. */
  field: Uint8ClampedArray<ArrayBuffer>;
  /** The generated points, x and y in turn. */
  points: Float32Array<ArrayBuffer>;
  /** The way in which the discriminator's slope pushes each of the first points: minus the gradient of its own loss. */
  push: Float32Array<ArrayBuffer>;
}

/** Looks at a training without disturbing it. */
export function planeViewer(trainer: PlaneTrainer) {
  const {engine, generator, discriminator, config} = trainer;
  const stream = new Stream(engine, 0);
  const places = new Float32Array(2 * fieldSide * fieldSide);
  for (let i = 0; i < fieldSide * fieldSide; ++i) {
    places[2 * i] = extent * ((2 * ((i % fieldSide) + 0.5)) / fieldSide - 1);
    places[2 * i + 1] = extent * (1 - (2 * (Math.floor(i / fieldSide) + 0.5)) / fieldSide);
  }

  /** Generated points from latents that are always the same. */
  const points = (): Float32Array<ArrayBuffer> => {
    stream.reseed("look");
    return engine.untracked(() =>
      engine.step(() => generator.run(stream.normal([lookPoints, config.latent])).data.slice())
    ) as Float32Array<ArrayBuffer>;
  };

  const scores = (): Float32Array =>
    engine.untracked(() =>
      engine.step(() => discriminator.run(engine.tensor(places, [fieldSide * fieldSide, 2])).data.slice())
    );

  return {
    points,
    look(): PlaneLook {
      const made = points();
      const push = engine.step(() => {
        const some = engine.tensor(made.subarray(0, 2 * arrows), [arrows, 2], {tracked: true});
        const [slope] = grad(trainer.generatorLoss(some), [some]);
        return scale(slope!, -arrows).data.slice() as Float32Array<ArrayBuffer>;
      });
      return {field: fieldLevels(scores(), trainer.settings.loss), points: made, push};
    }
  };
}

/** Scores as levels: the chance of being real, or for a critic that knows no chances its score against its own spread. */
export function fieldLevels(
  scores: Float32Array,
  loss: PlaneTrainer["settings"]["loss"]
): Uint8ClampedArray<ArrayBuffer> {
  const logistic = (v: number) => 255 / (1 + Math.exp(-v));
  if (loss === "nonSaturating") return Uint8ClampedArray.from(scores, logistic);
  if (loss === "leastSquares") return Uint8ClampedArray.from(scores, (v) => 255 * v);
  const mean = scores.reduce((sum, v) => sum + v, 0) / scores.length;
  const spread = Math.sqrt(scores.reduce((sum, v) => sum + (v - mean) ** 2, 0) / scores.length) + 1e-9;
  return Uint8ClampedArray.from(scores, (v) => logistic((2 * (v - mean)) / spread));
}
