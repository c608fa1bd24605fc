import type {AttributeName} from "../faceLabels.js";

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
