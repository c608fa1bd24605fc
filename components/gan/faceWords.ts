import {attributes, type FaceLabel} from "../../models/gan/faceLabels.js";

/** What each attribute of a label reads like, in its order. */
export function labelWords(label: FaceLabel): {name: keyof FaceLabel; label: string; value: string}[] {
  return attributes.map(({name, label: title, values}) => ({name, label: title, value: values[label[name]]!}));
}

/** A label as one line, as a picture is described: “red hair, a round bob, pale skin, …”. */
export function describeFace(label: FaceLabel): string {
  const word = Object.fromEntries(labelWords(label).map(({name, value}) => [name, value])) as Record<
    keyof FaceLabel,
    string
  >;
  return `${word.hair}, ${word.hairColor}; ${word.skin} skin, ${word.eyes}, ${word.mouth}, ${word.glasses}, on ${word.background}`;
}

/** An attribute as it stands in a sentence. */
export function attributeWord(name: keyof FaceLabel): string {
  return attributes.find((d) => d.name === name)!.label.toLowerCase();
}

/** A list as prose: “a”, “a and b”, “a, b and c”. */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** A share counted among so many, with its binomial standard error, as `87.9 ± 1.0 %`. */
export function shareWithError(right: number, tested: number): string {
  const share = right / tested;
  return `${(100 * share).toFixed(1)} ± ${(100 * shareError(right, tested)).toFixed(1)} %`;
}

/** The binomial standard error of a share. */
export function shareError(right: number, tested: number): number {
  const share = right / tested;
  return Math.sqrt((share * (1 - share)) / tested);
}
