import type {Engine} from "../nn/engine.js";
import {type Classifier, classifierSize, featureCount, readFaces} from "./classifier.js";
import type {FaceLabel} from "./faceLabels.js";
import {frechetDistance, type Moments, momentsOf, totalVariance} from "./frechet.js";
import {type Images, imageTensor} from "./images.js";

/** Faces looked at for one evaluation, and how many at a time. */
export const evaluated = 2000;
const batch = 50;

/** What a classifier sees in many faces. */
export interface Reading {
  moments: Moments;
  /** Combinations of hair, hair colour and skin that occur, of 512. */
  coverage: number;
  /** How sure the classifier is of what it reads, on average, 0 … 1. */
  sureness: number;
  labels: FaceLabel[];
}

/** A source of faces of 32 × 32 pixels, from −1 to 1: those at places `start` … `start + count − 1`, one after another. */
export type FaceSource = (start: number, count: number) => ArrayLike<number>;

/** Reads `count` faces from a source. */
export function readMany(engine: Engine, classifier: Classifier, source: FaceSource, count = evaluated): Reading {
  const features = new Float32Array(count * featureCount);
  const labels: FaceLabel[] = [];
  let sure = 0;
  for (let start = 0; start < count; start += batch) {
    const here = Math.min(batch, count - start);
    const values = source(start, here);
    engine.untracked(() =>
      engine.step(() => {
        const faces = engine.tensor(values, [here, classifierSize, classifierSize, 3]);
        features.set(classifier.features(faces).data, start * featureCount);
        const read = readFaces(classifier, faces);
        labels.push(...read.labels);
        sure += read.sureness.reduce((a, b) => a + b, 0);
      })
    );
  }
  const combinations = new Set(labels.map(({hair, hairColor, skin}) => `${hair} ${hairColor} ${skin}`));
  return {moments: momentsOf(features, featureCount), coverage: combinations.size, sureness: sure / count, labels};
}

/** Real faces as a source, from a place on. */
export function realFaces(engine: Engine, images: Images, from = 0): FaceSource {
  return (start, count) =>
    engine.step(() =>
      imageTensor(
        engine,
        images,
        Array.from({length: count}, (_, i) => (from + start + i) % images.count)
      ).data.slice()
    );
}

/** Fréchet distance over tr Σ of the real faces: 0 for the same law, and free of the scale of the features. */
export function relativeDistance(real: Moments, forged: Moments): number {
  return frechetDistance(real, forged) / totalVariance(real);
}
