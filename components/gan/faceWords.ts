import {attributes, type FaceLabel} from "../../models/gan/faceLabels.js";

/** What each attribute of a label reads like, in its order. */
export function labelWords(label: FaceLabel): {name: keyof FaceLabel; label: string; value: string}[] {
  return attributes.map(({name, label: title, values}) => ({name, label: title, value: values[label[name]]!}));
}

/** A label as one line, as a picture is described: “red hair, a round bob, pale skin, …, on a blue background”. */
export function describeFace(label: FaceLabel): string {
  const word = Object.fromEntries(labelWords(label).map(({name, value}) => [name, value])) as Record<
    keyof FaceLabel,
    string
  >;
  return `${word.hairColor} hair, ${word.hair}, ${word.skin} skin, ${word.eyes}, ${word.mouth}, ${word.glasses}, on a ${word.background} background`;
}

/** An attribute as it stands in a sentence. */
export function attributeWord(name: keyof FaceLabel): string {
  return attributes.find((d) => d.name === name)!.label.toLowerCase();
}

/**
 * A share counted among so many, with its binomial standard error, as `87.9 ± 1.0 %`. Where all or none were counted that
 * error would be 0, and the bound that holds with 95 % confidence stands in its place.
 */
export function shareWithError(right: number, tested: number): string {
  const bound = 0.05 ** (1 / tested);
  if (right === tested) return `100 % (at least ${(100 * bound).toFixed(1)})`;
  if (right === 0) return `0 % (at most ${(100 * (1 - bound)).toFixed(1)})`;
  return `${((100 * right) / tested).toFixed(1)} ± ${(100 * shareError(right, tested)).toFixed(1)} %`;
}

/** The binomial standard error of a share. */
export function shareError(right: number, tested: number): number {
  const share = right / tested;
  return Math.sqrt((share * (1 - share)) / tested);
}
