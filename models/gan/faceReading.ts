import {inverse, Matrix} from "ml-matrix";
import type {Engine} from "../nn/engine.js";
import {type Classifier, featureCount, readFaces} from "./classifier.js";
import {attributeNames, type FaceLabel} from "./faceLabels.js";
import {type Moments, momentsOf, totalVariance} from "./frechet.js";
import {type Images, imageTensor} from "./images.js";

/** What a classifier makes of each of some faces. */
export interface FaceReadings {
  labels: FaceLabel[];
  /** How sure it is of what it reads, the mean over attributes, 0 … 1. */
  sureness: number[];
  /** Row by row, `featureCount` numbers each. */
  features: Float32Array;
}

/** Reads every one of the faces. */
export function readEach(engine: Engine, classifier: Classifier, faces: Images, batch = 50): FaceReadings {
  const labels: FaceLabel[] = [];
  const sureness: number[] = [];
  const features = new Float32Array(faces.count * featureCount);
  for (let start = 0; start < faces.count; start += batch) {
    const picks = Array.from({length: Math.min(batch, faces.count - start)}, (_, i) => start + i);
    engine.untracked(() =>
      engine.step(() => {
        const tensor = imageTensor(engine, faces, picks);
        features.set(classifier.features(tensor).data, start * featureCount);
        const read = readFaces(classifier, tensor);
        labels.push(...read.labels);
        sureness.push(...read.sureness);
      })
    );
  }
  return {labels, sureness, features};
}

/** How many of these were read right, attribute by attribute; `counts` chooses which of them count. */
export function rightReadings(
  read: readonly FaceLabel[],
  labels: readonly FaceLabel[],
  counts: (face: number) => boolean = () => true
): Record<keyof FaceLabel, number> {
  const right = Object.fromEntries(attributeNames.map((name) => [name, 0])) as Record<keyof FaceLabel, number>;
  labels.forEach((label, i) => {
    if (counts(i)) for (const name of attributeNames) if (read[i]![name] === label[name]) ++right[name];
  });
  return right;
}

/** For an attribute of so many values: row by row what is there, column by column what is read. */
export function confusion(
  name: keyof FaceLabel,
  values: number,
  read: readonly FaceLabel[],
  labels: readonly FaceLabel[]
): number[][] {
  const counts = Array.from({length: values}, () => new Array<number>(values).fill(0));
  labels.forEach((label, i) => {
    ++counts[label[name]]![read[i]![name]]!;
  });
  return counts;
}

/**
 * How far the features of each face are from those of most, as a function: the square of the distance of Mahalanobis from
 * the mean, a thousandth of the mean variance added to each for those that hardly vary.
 */
export function strangeness(usual: FaceReadings | Moments): (features: ArrayLike<number>) => number[] {
  const moments = "covariance" in usual ? usual : momentsOf(usual.features, featureCount);
  const {mean, covariance} = moments;
  const n = mean.length;
  const matrix = Matrix.from1DArray(n, n, covariance);
  const ridge = (1e-3 * totalVariance(moments)) / n;
  for (let i = 0; i < n; ++i) matrix.set(i, i, matrix.get(i, i) + ridge);
  const weights = inverse(matrix);
  return (features) =>
    Array.from({length: features.length / n}, (_, row) => {
      let sum = 0;
      for (let i = 0; i < n; ++i)
        for (let j = 0; j < n; ++j)
          sum += (features[row * n + i]! - mean[i]!) * weights.get(i, j) * (features[row * n + j]! - mean[j]!);
      return sum;
    });
}
