import type {Engine} from "../nn/engine.js";
import {restoreCheckpoint} from "../nn/training.js";
import {classifierSize, createClassifier, readFaces} from "./classifier.js";
import type {FaceLabel} from "./faceLabels.js";

/** What a classifier reads off a face. */
export interface FaceReading {
  label: FaceLabel;
  /** How sure it is, on average over the attributes, 0 … 1. */
  sureness: number;
}

/** Faces read together. */
const batch = 16;

/**
 * Reads labels off faces of 32 × 32 pixels, given as numbers from −1 to 1, face by face; `weights` are those of
 * data/gan/classifier.f16.bin.
 *
 * @throws RangeError if the weights are those of another network, or no weights.
 */
export function createReader(engine: Engine, weights: ArrayBuffer): (values: Float32Array) => FaceReading[] {
  const classifier = createClassifier(engine, "reader");
  restoreCheckpoint(weights, {classifier: classifier.parameters});
  const each = classifierSize * classifierSize * 3;
  return (values) => {
    if (values.length % each !== 0)
      throw new RangeError(`values has ${values.length} numbers, but must have a multiple of ${each}`);
    const readings: FaceReading[] = [];
    for (let start = 0; start < values.length; start += batch * each)
      engine.untracked(() =>
        engine.step(() => {
          const some = values.subarray(start, start + batch * each);
          const faces = engine.tensor(some, [some.length / each, classifierSize, classifierSize, 3]);
          const {labels, sureness} = readFaces(classifier, faces);
          labels.forEach((label, i) => {
            readings.push({label, sureness: sureness[i]!});
          });
        })
      );
    return readings;
  };
}
