import type {AttributeName} from "../faceLabels.js";

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
