import type {Engine, Tensor} from "../nn/engine.js";
import {convolution, dense} from "../nn/layers.js";
import {add, averagePool, grad, reshape, scale, slice, softmaxCrossEntropy, spaceToDepth} from "../nn/ops.js";
import {Adam, linearDecay, Parameters, Stream} from "../nn/training.js";
import {attributeNames, attributeSizes, type FaceLabel} from "./faceLabels.js";
import {type Images, imageTensor} from "./images.js";

/** Numbers that the classifier sees in a face before it decides: the features of our Fréchet distance. */
export const featureCount = 64;

/** The size of the faces it reads. */
export const classifierSize = 32;

/** A network that reads the labels back from a face of 32 × 32 pixels. */
export interface Classifier {
  parameters: Parameters;
  /** [faces, 64]. */
  features(faces: Tensor): Tensor;
  /** [faces, all values of all attributes]: one attribute after the other. */
  logits(faces: Tensor): Tensor;
}

/** A classifier that has learnt nothing yet. */
export function createClassifier(engine: Engine, seed: string | number): Classifier {
  const parameters = new Parameters(engine, seed);
  const leaky = {activation: "leaky"} as const;
  const first = convolution(parameters, "first", 12, 24, leaky);
  const second = convolution(parameters, "second", 24, 32, leaky);
  const third = convolution(parameters, "third", 32, 48, leaky);
  const wide = dense(parameters, "wide", 4 * 4 * 48, featureCount, leaky);
  const last = dense(
    parameters,
    "last",
    featureCount,
    attributeSizes.reduce((a, b) => a + b)
  );
  const features = (faces: Tensor) => {
    const half = averagePool(first(spaceToDepth(faces)));
    const quarter = averagePool(second(half));
    const top = third(quarter);
    // Position matters to a label as much as what is there: the last layer sees a grid of 4 × 4.
    return wide(reshape(top, [faces.shape[0]!, 4 * 4 * 48]));
  };
  return {parameters, features, logits: (faces) => last(features(faces))};
}

/** Where the values of each attribute begin among the logits. */
const starts = attributeSizes.map((_, i) => attributeSizes.slice(0, i).reduce((a, b) => a + b, 0));

/** The mean over attributes of the cross-entropy of the labels. */
export function classifierLoss({logits}: Classifier, faces: Tensor, labels: readonly FaceLabel[]): Tensor {
  const all = logits(faces);
  return attributeNames
    .map((name, i) =>
      softmaxCrossEntropy(
        slice(all, 1, starts[i]!, attributeSizes[i]!),
        labels.map((label) => label[name])
      )
    )
    .map((loss) => scale(loss, 1 / attributeNames.length))
    .reduce((a, b) => add(a, b));
}

/** What the classifier makes of faces: the likeliest value of each attribute, and how sure it is of it, 0 … 1. */
export function readFaces({logits}: Classifier, faces: Tensor): {labels: FaceLabel[]; sureness: number[]} {
  const {data, shape} = logits(faces);
  const width = shape[1]!;
  const labels: FaceLabel[] = [];
  const sureness: number[] = [];
  for (let row = 0; row < shape[0]!; ++row) {
    const label = {} as FaceLabel;
    let sure = 0;
    attributeNames.forEach((name, i) => {
      const values = data.subarray(row * width + starts[i]!, row * width + starts[i]! + attributeSizes[i]!);
      let best = 0;
      for (let v = 1; v < values.length; ++v) if (values[v]! > values[best]!) best = v;
      let total = 0;
      for (const v of values) total += Math.exp(v - values[best]!);
      label[name] = best;
      sure += 1 / total / attributeNames.length;
    });
    labels.push(label);
    sureness.push(sure);
  }
  return {labels, sureness};
}

export interface ClassifierTraining {
  seed: string | number;
  steps: number;
  batch?: number;
  rate?: number;
  /** Called after every step. */
  watch?: (step: number, loss: number) => void;
}

/** How the committed classifier was trained: on the faces at places below `until` of the first `count`. */
export const classifierTraining = {seed: "classifier", count: 10_000, until: 9000, steps: 5000, batch: 32, rate: 2e-3};

/** Trains a classifier on the faces at places below `until`, so that the rest is there to test it on. */
export function trainClassifier(
  engine: Engine,
  faces: Images,
  labels: readonly FaceLabel[],
  until: number,
  {seed, steps, batch = 32, rate = 2e-3, watch}: ClassifierTraining
): Classifier {
  const classifier = createClassifier(engine, seed);
  const {parameters} = classifier;
  const adam = new Adam(parameters, {rate});
  const draws = new Stream(engine, `${seed} draws`);
  for (let step = 0; step < steps; ++step)
    engine.step(() => {
      const picks = Array.from({length: batch}, () => draws.below(until));
      const loss = classifierLoss(
        classifier,
        imageTensor(engine, faces, picks),
        picks.map((pick) => labels[pick]!)
      );
      adam.step(grad(loss, parameters.list), rate * linearDecay(step, steps, 0.02));
      watch?.(step, loss.value);
    });
  return classifier;
}

/** The share of faces from `from` on whose value of each attribute is read right. */
export function accuracy(
  engine: Engine,
  classifier: Classifier,
  faces: Images,
  labels: readonly FaceLabel[],
  from: number,
  batch = 50
): Record<keyof FaceLabel, number> {
  const right = Object.fromEntries(attributeNames.map((name) => [name, 0])) as Record<keyof FaceLabel, number>;
  for (let start = from; start < faces.count; start += batch) {
    const picks = Array.from({length: Math.min(batch, faces.count - start)}, (_, i) => start + i);
    engine.untracked(() =>
      engine.step(() => {
        readFaces(classifier, imageTensor(engine, faces, picks)).labels.forEach((read, i) => {
          for (const name of attributeNames) if (read[name] === labels[picks[i]!]![name]) ++right[name];
        });
      })
    );
  }
  for (const name of attributeNames) right[name] /= faces.count - from;
  return right;
}
