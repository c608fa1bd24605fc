import type {AttributeName, FaceLabel} from "../faceLabels.js";

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
