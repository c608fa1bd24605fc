/** The shapes of the data files of the pages on the forger: a loader `satisfies` its shape, and a page reads it back. */

import type {AttributeName} from "./faceLabels.js";
import type {TrainingConfig} from "./faceTrainer.js";

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
  /** The recipe of five minutes, under the same classifier. */
  baseline: {fd: number; coverage: number; images: number; config: TrainingConfig};
  losses: LossCurve;
  log: Look[];
}

/** data/gan/classifier.json: how well the committed classifier reads the labels back. */
export interface ClassifierFile {
  note: string;
  /** Numbers that it learnt. */
  parameters: number;
  /** Faces that it was trained on, and steps of training. */
  trained: number;
  steps: number;
  /** Faces that it was tested on and never saw before. */
  tested: number;
  /** Shares, 0 … 1. */
  accuracy: Record<AttributeName, number>;
}

/** How often something was so, of how often it might have been. */
export interface TallyRow {
  right: number;
  of: number;
}

/** How far texts agree with labels: of all that they name, of whole texts, and by attribute. */
export interface AgreementRow {
  all: TallyRow;
  whole: TallyRow;
  byAttribute: Partial<Record<AttributeName, TallyRow>>;
}

/** Texts that are not among those learnt from, their sentences, and their sentences whatever the name in them. */
export interface NoveltyRow {
  sketches: TallyRow;
  sentences: TallyRow;
  nameless: TallyRow;
}

/** data/gan/sketches.json: the language model of character sketches, its weights, and how good it is. */
export interface SketchesFile {
  note: string;
  /** The weights as models/gan/sketchModel.ts saves them, in base 64. */
  model: string;
  /** Numbers that it learnt, words that it knows, and sketches and words that it learnt from. */
  parameters: number;
  vocabulary: number;
  learnt: {sketches: number; words: number; steps: number; batch: number};
  /**
   * e to the mean surprise of a word in sketches that none of them saw: of the model, of the model told the labels of
   * another face, of counts of single words, of pairs and of triples, and of the grammar itself, which no guess can beat.
   */
  perplexity: {
    sketches: number;
    model: number;
    misled: number;
    unigram: number;
    bigram: number;
    trigram: number;
    grammar: number;
  };
  /** Of texts by the model, and of as many fresh ones by the grammar. */
  novelty: {temperature: number; model: NoveltyRow; grammar: NoveltyRow};
  /** Sketches for labels drawn at random, by temperature. */
  agreement: ({temperature: number} & AgreementRow)[];
  /** Sketches for the labels that the classifier reads off forged faces. */
  forged: {
    faces: number;
    psi: number;
    temperature: number;
    /** How far the texts agree with what is read, and with what was asked of the forger. */
    read: AgreementRow;
    asked: AgreementRow;
  };
}
