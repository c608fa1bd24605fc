import type {FaceRequest} from "../../models/gan/faceForge.js";
import {attributeNames, attributes} from "../../models/gan/faceLabels.js";
import {faceOf, type SeededFace} from "../../models/gan/faceSeed.js";
import type {FlagshipFile} from "../../models/gan/files.js";
import type {SamplingSettings} from "./samplingInputs.js";

/** All that the figures of the page follow. */
export interface SamplingState {
  file: FlagshipFile;
  settings: SamplingSettings;
  /** The seed of the grid, and of the face that was picked. */
  grid: string;
  seed: string;
  /** The values that the reader has asked for; null leaves an attribute to the seed. */
  fixed: (number | null)[];
}

/** The seeds of the faces of a grid. */
export function gridSeeds(grid: string, count: number): string[] {
  return Array.from({length: count}, (_, i) => `${grid}-${i + 1}`);
}

/** Faces that have been asked for: a slider that moves asks for the same again and again. */
const known = new Map<string, SeededFace>();

/** The face of a seed as the state asks for it. */
export function seededFace({file, fixed}: SamplingState, seed: string): SeededFace {
  const {latent, classes} = file.config.generator;
  const key = JSON.stringify([seed, fixed, latent, classes]);
  let face = known.get(key);
  if (!face) {
    if (known.size >= 500) known.clear();
    face = faceOf(seed, file.config.generator, fixed);
    known.set(key, face);
  }
  return face;
}

/** What to ask the forge for so as to get the face of a seed. */
export function faceRequest(state: SamplingState, seed: string): FaceRequest {
  const {settings} = state;
  const {latent, class: number} = seededFace(state, seed);
  return {latent, class: number, psi: settings.psi, noiseSeed: settings.noise === "on" ? seed : null};
}

/** Values in words: “hair: short spikes, hair colour: pink”. */
export function valueWords({attributes: asked}: FlagshipFile, values: readonly number[]): string {
  return asked
    .map((name, i) => {
      const {label, values: words} = attributes[attributeNames.indexOf(name)]!;
      return `${label.toLowerCase()}: ${words[values[i]!]}`;
    })
    .join(", ");
}

/** ψ as it is shown, with a true minus. */
export function psiText(psi: number): string {
  return psi.toFixed(2).replace("-", "−");
}
