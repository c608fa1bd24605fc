import {random} from "../random.js";
import type {FaceRequest} from "./faceForge.js";
import type {FaceLabel} from "./faceLabels.js";
import {type Heritage, type Lineage, lineageText, originOf} from "./lineage.js";
import {type SketchModel, sampleSketches} from "./sketchModel.js";
import {printed} from "./sketchTokens.js";

/** How freely faces and words are drawn: 1 as they were learnt, less for the likely ones. */
export const nobodyDefaults = {psi: 0.8, temperature: 0.5};

/** How many sketches the language model learns from, and how. Its weights are sent to every reader: they stay below 150 kB. */
export const sketchLessons = {
  seed: "sketches",
  sketches: 12_000,
  shape: {embedding: 28, memory: 80, notes: 32},
  batch: 16,
  rate: 0.014
};

/** What a forge is asked for to show a face that nobody has: its latent, its class and its noise all follow from the lineage. */
export function nobodyRequest(lineage: Lineage, heritage: Heritage, psi: number): FaceRequest {
  const {latent, class: number} = originOf(lineage, heritage);
  return {latent, class: number, psi, noiseSeed: lineageText(lineage)};
}

/** The sketches that go with faces of some lineages, from the labels that are read off them; as they are printed. */
export function nobodySketches(
  model: SketchModel,
  lineages: readonly string[],
  labels: readonly FaceLabel[],
  temperature: number
): string[] {
  const sources = lineages.map((text) => random(`sketch ${text}`));
  return sampleSketches(model, labels, sources, temperature).map(printed);
}
