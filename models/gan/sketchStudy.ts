import {type AttributeName, attributeNames, type FaceLabel} from "./faceLabels.js";
import {agreement} from "./sketchReader.js";

/** Something that happened so often of so many times. */
export interface Tally {
  right: number;
  of: number;
}

/** The share of a tally and its binomial standard error, √(p(1 − p)/n). */
export function shareOf({right, of}: Tally): {share: number; error: number} {
  const share = of ? right / of : 0;
  return {share, error: of ? Math.sqrt((share * (1 - share)) / of) : 0};
}

/** How far sketches agree with labels. */
export interface Agreement {
  /** Of all that is named. */
  all: Tally;
  /** Of the sketches: those in which all is right. */
  whole: Tally;
  byAttribute: Partial<Record<AttributeName, Tally>>;
}

/** Reads sketches back and compares what they name with labels; only some of the attributes where these are given. */
export function agreementOf(
  texts: readonly string[],
  labels: readonly FaceLabel[],
  attributes: readonly AttributeName[] = attributeNames
): Agreement {
  const all: Tally = {right: 0, of: 0};
  const whole: Tally = {right: 0, of: texts.length};
  const byAttribute: Partial<Record<AttributeName, Tally>> = {};
  texts.forEach((text, i) => {
    let wrong = 0;
    const found = agreement(text, labels[i]!);
    for (const name of attributes) {
      if (!(name in found)) continue;
      byAttribute[name] ??= {right: 0, of: 0};
      for (const tally of [all, byAttribute[name]]) {
        ++tally.of;
        if (found[name]) ++tally.right;
      }
      if (!found[name]) ++wrong;
    }
    if (wrong === 0) ++whole.right;
  });
  return {all, whole, byAttribute};
}

/** How much of some texts is new. */
export interface Novelty {
  /** Sketches that are not, word for word, among those learnt from. */
  sketches: Tally;
  /** Sentences that are in none of them. */
  sentences: Tally;
  /** Sentences that are in none of them whatever the name of the person. */
  nameless: Tally;
}

const sentencesOf = (text: string) => text.split(/(?<=\.) /);
const nameless = (sentence: string) => sentence.replace(/[^\s~]+~\S+?(?=[,.:]?(?:\s|$))/g, "N");

/** Texts held against those that they were learnt from; `right` counts what is new. */
export function noveltyOf(texts: readonly string[], learnt: readonly string[]): Novelty {
  const sketches = new Set(learnt);
  const sentences = new Set(learnt.flatMap(sentencesOf));
  const bare = new Set([...sentences].map(nameless));
  const said = texts.flatMap(sentencesOf);
  const tally = (list: readonly string[], old: Set<string>): Tally => ({
    right: list.filter((text) => !old.has(text)).length,
    of: list.length
  });
  return {
    sketches: tally(texts, sketches),
    sentences: tally(said, sentences),
    nameless: tally(said.map(nameless), bare)
  };
}
