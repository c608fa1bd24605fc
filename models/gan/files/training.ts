import type {AttributeName} from "../faceLabels.js";
import type {TrainingConfig} from "../faceTrainer.js";

/** What the classifier says of the faces that a generator makes at one moment of its training. */
export interface Look {
  step: number;
  /** Real faces shown to the discriminator so far, repeats counted. */
  images: number;
  /** Fréchet distance over tr Σ of the real faces. */
  fd: number;
  /** Combinations of hair, hair colour and skin that occur among the faces, of 512. */
  coverage: number;
  /** How sure the classifier is of what it reads, on average, 0 … 1. */
  sureness: number;
}

/** Losses over time: one entry each for a stretch of steps that ends before `step`, their mean over it. */
export interface LossCurve {
  step: number[];
  discriminator: number[];
  generator: number[];
  /** E ‖∇D‖² at real faces. */
  r1: number[];
}

/** One training from its first step to its last. */
export interface TrainingRun {
  seed: string | number;
  losses: LossCurve;
  looks: Look[];
}

/** What real faces look like to the classifier that the runs are judged by. */
export interface FaceYardstick {
  /** Faces that each look is taken at. */
  faces: number;
  /** Fréchet distance between two samples of real faces, over tr Σ: what a perfect forger would still show. */
  floor: number;
  /** Combinations of 512 that occur in as many real faces. */
  coverage: number;
}

/** Sample grids through time in one picture: a frame under the other, each of `rows` × `columns` faces. */
export interface SampleSheet {
  /** A data address of a PNG. */
  png: string;
  /** Pixels along a face. */
  size: number;
  rows: number;
  columns: number;
  /** Which attributes were asked for, and the class of each face, row by row. */
  attributes: AttributeName[];
  classes: number[];
  /** The steps at which the frames were taken. */
  steps: number[];
}

/** data/gan/training32.json and data/gan/training16.json: trainings from scratch. */
export interface TrainingFile {
  note: string;
  config: TrainingConfig;
  attributes: AttributeName[];
  yardstick: FaceYardstick;
  /** The same configuration from several seeds. */
  runs: TrainingRun[];
  /** Of the first run. */
  sheet: SampleSheet;
}

/** data/gan/flagship.json: the long run, whose weights lie beside it in flagship.f16.bin. */
export interface FlagshipFile {
  note: string;
  /** The command that makes this file and the weights again. */
  command: string;
  config: TrainingConfig;
  attributes: AttributeName[];
  seed: string | number;
  /** Fréchet distance between two samples of real faces, over tr Σ. */
  floor: number;
  /** Combinations that occur in as many real faces. */
  realCoverage: number;
  /** The short run, under the same classifier. */
  baseline: {fd: number; coverage: number; images: number; config: TrainingConfig};
  losses: LossCurve;
  log: Look[];
}

/** data/gan/trials.json: recipes that were tried before the long run was settled, each for as many pictures. */
export interface TrialsFile {
  note: string;
  command: string;
  yardstick: FaceYardstick;
  trials: {
    change: string;
    attributes: AttributeName[];
    images: number;
    fd: number;
    coverage: number;
    parameters: number;
  }[];
}
