import {type AttributeName, attributeNames, type FaceLabel} from "./faceLabels.js";
import * as words from "./sketchWords.js";

/** What a sketch says of a face: a value for each attribute that it names, −1 where it names one and makes no sense. */
export type Reading = Partial<Record<AttributeName, number>>;

interface Form {
  pattern: RegExp;
  values: Partial<FaceLabel>;
  /** Whether the form takes a colour of hair. */
  colored: boolean;
}

const colorOf = new Map(words.hairColors.flatMap((names, value) => names.map((name) => [name, value] as const)));
const anyColor = `(${[...colorOf.keys()].join("|")})`;

function form(phrase: string, values: Partial<FaceLabel>): Form {
  return {pattern: new RegExp(`\\b${phrase.replace("{c}", anyColor)}\\b`), values, colored: phrase.includes("{c}")};
}

/** All phrases that name something, the longest first: “half a smile” is no smile. */
const forms: readonly Form[] = [
  ...words.hairStyles.flatMap((list, hair) => list.map((phrase) => ({phrase, values: {hair}}))),
  ...words.hairOfAnyStyle.map((phrase) => ({phrase, values: {}})),
  ...Object.entries(words.phrases).flatMap(([name, values]) =>
    values.flatMap((list, value) => list.map((phrase) => ({phrase, values: {[name]: value}})))
  )
]
  .sort((a, b) => b.phrase.length - a.phrase.length)
  .map(({phrase, values}) => form(phrase, values));

/** Words that betray that an attribute is spoken of, when no phrase for it is found. */
const traces: Readonly<Record<AttributeName, RegExp>> = {
  hair: /\b(ponytail|strands|bun|fringe|curls|waves|spikes|bob|parting|shoulder|one eye)\b/,
  hairColor: new RegExp(`\\b${anyColor}\\b|\\bhair\\b`),
  skin: /\b(skin|complexion)\b/,
  eyes: /\b(eyes|glance)\b/,
  mouth: /\b(smile|grin|mouth|pout|lips|frown)\b/,
  glasses: /\b(glasses|spectacles|nose)\b/,
  background: /\b(wall|curtain)\b/
};

/**
 * Reads a sketch strictly: a phrase counts as the value it stands for, anything else that speaks of an attribute, and
 * two values for one, as −1.
 */
export function readSketch(text: string): Reading {
  return readWithCount(text).reading;
}

/** Whether a sketch says something of the face twice. */
export function repeats(text: string): boolean {
  const {reading, phrases} = readWithCount(text);
  return Object.values(phrases).some((count) => count > 1) || Object.values(reading).includes(-1);
}

/** Whether a sketch, as it is learnt, calls its person by the pronouns of the name throughout. */
export function pronounsFit(text: string): boolean {
  const ending = /~([^\s.,:]+)/.exec(text)?.[1] ?? "";
  const she = words.nameEndings.she.includes(ending);
  return she !== words.nameEndings.he.includes(ending) && !(she ? /\b(he|his|him)\b/ : /\b(she|her)\b/).test(text);
}

function readWithCount(text: string): {reading: Reading; phrases: Partial<Record<AttributeName, number>>} {
  const reading: Reading = {};
  const phrases: Partial<Record<AttributeName, number>> = {};
  const note = (name: AttributeName, value: number) => {
    phrases[name] = (phrases[name] ?? 0) + 1;
    reading[name] = (reading[name] ?? value) === value ? value : -1;
  };
  let rest = text.toLowerCase();
  for (const {pattern, values, colored} of forms)
    for (let found = pattern.exec(rest); found; found = pattern.exec(rest)) {
      for (const [name, value] of Object.entries(values)) note(name as AttributeName, value);
      if (colored) note("hairColor", colorOf.get(found[1]!)!);
      rest = `${rest.slice(0, found.index)} / ${rest.slice(found.index + found[0].length)}`;
    }
  for (const name of attributeNames) if (traces[name].test(rest)) reading[name] = -1;
  return {reading, phrases};
}

/** How far a sketch agrees with a label, by attribute. */
export function agreement(text: string, label: FaceLabel): Partial<Record<AttributeName, boolean>> {
  return Object.fromEntries(
    Object.entries(readSketch(text)).map(([name, value]) => [name, value === label[name as AttributeName]])
  );
}
