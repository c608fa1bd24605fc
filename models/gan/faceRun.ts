import {checkWhole} from "../check.js";
import type {Engine} from "../nn/engine.js";
import {TrainingLog} from "../nn/training.js";
import type {Classifier} from "./classifier.js";
import {evaluated, type FaceSource, type Reading, readMany, realFaces, relativeDistance} from "./evaluation.js";
import type {FaceTrainer, Losses} from "./faceTrainer.js";
import type {FaceYardstick, Look, LossCurve} from "./files.js";
import {enlarged, type Images} from "./images.js";
import {meanLosses} from "./meanLosses.js";

/** Judges forged faces by what a classifier sees in them, beside what it sees in real ones. */
export interface FaceJudge {
  yardstick: FaceYardstick;
  /** What it makes of a source of forged faces, of the same size as the real ones. */
  look(source: FaceSource): Omit<Look, "step" | "images">;
}

/**
 * A judge by these real faces: half of what it looks at sets the law, the other half tells what a perfect forger would
 * get. Faces of 16 pixels are shown to it with every pixel doubled.
 */
export function faceJudge(engine: Engine, classifier: Classifier, pictures: Images, faces = evaluated): FaceJudge {
  checkWhole("faces", faces, 65, Math.floor(pictures.count / 2));
  const shown =
    (source: FaceSource): FaceSource =>
    (start, count) =>
      enlarged(source(start, count), count, pictures.size, 32 / pictures.size);
  const read = (source: FaceSource): Reading => readMany(engine, classifier, shown(source), faces);
  const real = read(realFaces(engine, pictures));
  const other = read(realFaces(engine, pictures, pictures.count - faces));
  return {
    yardstick: {faces, floor: relativeDistance(real.moments, other.moments), coverage: real.coverage},
    look(source) {
      const {moments, coverage, sureness} = read(source);
      return {fd: relativeDistance(real.moments, moments), coverage, sureness};
    }
  };
}

/** What to note of a training as it goes. */
export interface RunPlan {
  /** Losses are averaged over stretches of so many steps. */
  lossEvery: number;
  /** The classes that the judge asks for: those of real faces, so that both have the same mixture. */
  classes: ArrayLike<number>;
  /** Steps after which the judge looks, rising. */
  looks: readonly number[];
  /** Steps after which a grid of samples is kept, rising; 0 is before the first. */
  frames: readonly number[];
  /** The class of each face of the grid. */
  grid: readonly number[];
}

/** What has been noted. Plain data, so that it can be kept with a checkpoint. */
export interface RunRecord {
  losses: LossCurve;
  looks: Look[];
  /** The grids, as numbers from −1 to 1. */
  frames: Float32Array[];
}

/** Rounds to so many digits that count, as the files have it. */
const digits = (value: number, count = 5) => Number(value.toPrecision(count));

/** A training that notes its losses, is judged, and keeps samples, by plan. */
export class FaceRun {
  readonly record: RunRecord = {losses: {step: [], discriminator: [], generator: [], r1: []}, looks: [], frames: []};
  private readonly log = new TrainingLog();

  constructor(
    readonly trainer: FaceTrainer,
    readonly judge: FaceJudge,
    readonly plan: RunPlan
  ) {
    checkWhole("lossEvery", plan.lossEvery, trainer.config.r1.every, trainer.config.steps);
    if (trainer.step === 0 && plan.frames[0] === 0) this.keepFrame();
  }

  get done(): boolean {
    return this.trainer.step >= this.trainer.config.steps;
  }

  /** Whether the stretch of losses is complete, so that nothing is lost when the training is saved here. */
  get settled(): boolean {
    return this.trainer.step % this.plan.lossEvery === 0;
  }

  /**
   * One step of training, and what the plan says of it.
   *
   * @throws TrainingStoppedError if a loss is not finite.
   */
  advance(): Losses {
    const {trainer, plan, log, record} = this;
    const losses = trainer.train();
    const {step} = trainer;
    log.record(step, {...losses});
    if (this.settled) {
      const {discriminator, generator, r1} = meanLosses(log.rows);
      record.losses.step.push(step);
      record.losses.discriminator.push(digits(discriminator));
      record.losses.generator.push(digits(generator));
      record.losses.r1.push(digits(r1));
      log.rows.length = 0;
    }
    if (plan.looks.includes(step)) record.looks.push(this.look());
    if (plan.frames.includes(step)) this.keepFrame();
    return losses;
  }

  /** What the judge says now. */
  look(): Look {
    const {trainer, judge, plan} = this;
    const {step, config} = trainer;
    const {fd, coverage, sureness} = judge.look((start, count) =>
      trainer.samples(
        Array.from({length: count}, (_, i) => plan.classes[(start + i) % plan.classes.length]!),
        `judged ${start}`
      )
    );
    return {step, images: step * config.batch, fd: digits(fd), coverage, sureness: digits(sureness, 4)};
  }

  private keepFrame(): void {
    this.record.frames.push(this.trainer.samples(this.plan.grid, "grid"));
  }
}
