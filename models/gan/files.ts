/** The shapes of the data files of the pages on the forger: a loader `satisfies` its shape, and a page reads it back. */

import type {AttributeName, FaceLabel} from "./faceLabels.js";
import type {TrainingConfig} from "./faceTrainer.js";
import type {PlaneConfig} from "./planeTrainer.js";

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

/** data/gan/lineup.json: line-ups of faces, one of them real, as a picture: a line-up a row. */
export interface LineupFile {
  note: string;
  /** A data address of a PNG. */
  png: string;
  /** Pixels along a face. */
  size: number;
  /** Faces in a line-up. */
  places: number;
  /** Where the real one stands in each. */
  real: number[];
}

/** data/gan/dirac.json: the Dirac-GAN over the weight of its penalty, all else as the page opens. */
export interface DiracFile {
  note: string;
  rows: {
    gamma: number;
    /** Eigenvalues of the flow, each as real and imaginary part. */
    eigenvalues: [re: number, im: number][];
    /** Greatest |μ| of an iteration, by how its steps follow each other. */
    simultaneous: number;
    alternating: number;
  }[];
}

/** How often each value of an attribute was drawn. */
export interface BalanceRow {
  name: AttributeName;
  counts: number[];
  expected: number[];
  chiSquare: number;
  degrees: number;
  /** The chance of a larger χ² if the draws are fair. */
  chance: number;
}

/** A number that was counted beside what chance would give. */
export interface CountedAgainst {
  found: number;
  expected: number;
  /** Its exact standard deviation. */
  sd: number;
}

/** Small pictures in a row, as a data address of a PNG. */
export interface PictureStrip {
  png: string;
  size: number;
  count: number;
}

/** How visible an attribute is: how much a face changes, of 255 on average, when it alone takes another value. */
export interface VisibleRow {
  name: AttributeName;
  at32: number;
  at16: number;
  at8: number;
}

/** Two different faces that lie close together; `apart` is their mean difference of 255. */
export interface NearPair {
  faces: [number, number];
  apart: number;
  differ: AttributeName[];
}

/** A face of the ranking. */
export interface RankedFace {
  face: number;
  sureness: number;
  /** What it is, and what the classifier reads. */
  label: FaceLabel;
  read: FaceLabel;
}

/** How well a ranking finds pictures that are spoiled in one way: the chance that a whole one ranks above. */
export interface SpoiledRow {
  kind: string;
  sureness: {chance: number; error: number};
  distance: {chance: number; error: number};
}

/** What is read in faces of one kind, among those that the classifier never saw. */
export interface ReadCount {
  tested: number;
  right: number;
}

/** data/gan/faces.json: the faces, counted, cleaned and read. */
export interface FacesFile {
  note: string;
  count: number;
  combinations: number;
  balance: BalanceRow[];
  /** Faces whose label had been drawn before. */
  repeats: CountedAgainst;
  /** Faces whose picture had been drawn before, under whatever label. */
  samePictures: number;
  /** Faces that a hash of 64 bits takes for repeats. */
  sameHashes: number;
  /** Combinations of hair, hair colour and skin in `faces` faces. */
  coverage: CountedAgainst & {faces: number};
  visible: VisibleRow[];
  near: {pairs: NearPair[]; strip: PictureStrip};
  reading: {
    tested: number;
    /** Tested faces whose picture was among those it learnt from, and the same for those with a new picture only. */
    seen: number;
    right: Record<AttributeName, number>;
    unseenRight: Record<AttributeName, number>;
    /** Eyes, by glasses: what was read right, and the best that anybody could do, as some eyes look the same behind them. */
    eyes: (ReadCount & {best: number})[];
    /** Of the eyes in rows, how many were read as those in columns. */
    confusion: number[][];
  };
  ranking: {
    lowest: RankedFace[];
    highest: RankedFace[];
    strip: PictureStrip;
    spoiled: SpoiledRow[];
    examples: PictureStrip;
  };
  mirror: {
    tested: number;
    right: Record<AttributeName, number>;
    /** For each style of hair: how much its mirror image differs, and as what it is read most often. */
    hair: {apart: number; readAs: number; share: number}[];
    /** A face of each style of hair, and its mirror image after it. */
    strip: PictureStrip;
  };
}

/** How far a training in the plane came. */
export interface PlaneOutcome {
  seed: number;
  /** Modes of the ring that are hit, of 8. */
  hit: number;
  /** Share of generated points within three deviations of a centre. */
  near: number;
  energy: number;
  /** Bits. */
  js: number;
}

/** data/gan/plane.json: the small GAN trained in several ways, each from several seeds. */
export interface PlaneFile {
  note: string;
  rounds: number;
  /** Points that divergences are estimated from. */
  points: number;
  /** What as many real points would show: 5th and 95th percentiles. */
  floor: {energy: [number, number]; js: [number, number]};
  ways: {label: string; change: Partial<PlaneConfig>; outcomes: PlaneOutcome[]}[];
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

/** What the classifier makes of the flagship’s faces at one ψ. */
export interface TruncationRow {
  psi: number;
  /** Fréchet distance over tr Σ of the real faces. */
  fd: number;
  /** Combinations of hair, hair colour and skin that occur, of 512. */
  coverage: number;
  /** How sure the classifier is, on average, 0 … 1. */
  sureness: number;
  /** The share of the attributes asked for that are read back. */
  asked: number;
}

/** data/gan/truncation.json: quality against variety, by ψ. */
export interface TruncationFile {
  note: string;
  /** Faces judged at each ψ. */
  faces: number;
  attributes: AttributeName[];
  /** As many real faces, held against as many others. */
  real: Omit<TruncationRow, "psi">;
  rows: TruncationRow[];
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

/** data/gan/mixing.json: which layers of the flagship decide what, by faces crossed at one layer. */
export interface MixingFile {
  note: string;
  /** Pairs of faces crossed. */
  pairs: number;
  /** For each layer: pixels along a side where it works, and the share of crossed faces that follow the other face. */
  layers: {size: number; follows: Record<AttributeName, number>}[];
  /** Pairs whose faces differ, by attribute. */
  differ: Record<AttributeName, number>;
}
