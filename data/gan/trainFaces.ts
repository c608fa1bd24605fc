import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {encode} from "fast-png";
import {classOf} from "../../models/gan/classes.js";
import {type Classifier, createClassifier} from "../../models/gan/classifier.js";
import {type AttributeName, drawLabels, type FaceLabel, facesSeed} from "../../models/gan/faceLabels.js";
import {FaceRun, faceJudge, type RunPlan, type RunRecord} from "../../models/gan/faceRun.js";
import {FaceTrainer, type TrainingConfig} from "../../models/gan/faceTrainer.js";
import type {SampleSheet} from "../../models/gan/files.js";
import {halved, type Images, imagesOf} from "../../models/gan/images.js";
import {createEngine, type Engine} from "../../models/nn/engine.js";
import {kernelsWasm} from "../../models/nn/kernelsWasm.js";
import {restoreCheckpoint, saveCheckpoint} from "../../models/nn/training.js";
import {faceBytes} from "./faceArt.js";

// Not as a URL: the key of a loader covers every file that is named so, and this folder is all of them.
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** A file as a buffer of its own. */
export function readBuffer(url: URL | string): ArrayBuffer {
  const {buffer, byteOffset, byteLength} = readFileSync(url);
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}

/** The committed classifier. */
export function readClassifier(engine: Engine): Classifier {
  const classifier = createClassifier(engine, "classifier");
  restoreCheckpoint(readBuffer(new URL("./classifier.f16.bin", import.meta.url)), {classifier: classifier.parameters});
  return classifier;
}

/** Faces to train on, in both sizes. */
export interface FaceSet {
  labels: FaceLabel[];
  faces: Images;
  small: Images;
}

/** The first `count` of the faces, drawn anew. */
export function drawFaces(count: number, progress: (done: number) => void = () => {}): FaceSet {
  const labels = drawLabels(count, facesSeed);
  const faces = imagesOf(faceBytes(labels, 32, progress), 32);
  return {labels, faces, small: halved(faces)};
}

export interface Training {
  /** What to call it while it runs. */
  name: string;
  config: TrainingConfig;
  attributes: readonly AttributeName[];
  set: FaceSet;
  /** Faces that each look of the judge is taken at. */
  judged: number;
  plan: Omit<RunPlan, "classes">;
  /** Steps between two checkpoints; a multiple of `plan.lossEvery`. */
  saveEvery: number;
  /** Where checkpoints go; in .cache by default. */
  folder?: string;
  watch?: (done: number, run: FaceRun) => void;
}

/** What settles a training: its own description, and the classifier and the kernels that it runs on. */
function trainingKey({name, config, attributes, judged, plan, set}: Training, code: string): string {
  const text = JSON.stringify({name, config, attributes, judged, plan, faces: set.faces.count, code});
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** The record of a run with its frames as text. */
type Kept = Omit<RunRecord, "frames"> & {frames: string[]};

const frameText = (frame: Float32Array) =>
  Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength).toString("base64");

function frameNumbers(text: string): Float32Array {
  const bytes = Buffer.from(text, "base64");
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/**
 * Trains by plan and gives the run when it is done. Checkpoints are kept on the way: a training that was cut off goes on
 * from the last of them to the same bytes.
 */
export function trainFaces(training: Training): FaceRun {
  const {config, attributes, set, judged, plan, saveEvery, watch} = training;
  const size = 4 * 2 ** config.generator.channels.length;
  const pictures = size === 32 ? set.faces : set.small;
  const engine = createEngine({memoryMegabytes: Math.max(160, 12 * config.batch)});
  const classes = set.labels.map((label) => classOf(label, attributes));
  const classifier = readClassifier(engine);
  const trainer = new FaceTrainer(engine, config, pictures, classes, config.grow && set.small);
  const run = new FaceRun(trainer, faceJudge(engine, classifier, pictures, judged), {...plan, classes});
  const folder = training.folder ?? join(root, ".cache", "training");
  const path = join(folder, `${trainingKey(training, classifier.parameters.hash() + kernelsWasm)}.checkpoint`);
  if (existsSync(path)) resume(run, path);
  let saved = trainer.step;
  while (!run.done) {
    run.advance();
    if (run.settled && trainer.step - saved >= saveEvery && !run.done) {
      save(run, path);
      saved = trainer.step;
    }
    watch?.(trainer.step / config.steps, run);
  }
  rmSync(path, {force: true});
  return run;
}

function save({trainer, record}: FaceRun, path: string): void {
  const {losses, looks, frames} = record;
  const kept: Kept = {losses, looks, frames: frames.map(frameText)};
  mkdirSync(dirname(path), {recursive: true});
  // Written beside its place and then moved there, so that what is found there is whole.
  writeFileSync(`${path}.new`, new Uint8Array(trainer.save(kept)));
  renameSync(`${path}.new`, path);
}

function resume({trainer, record}: FaceRun, path: string): void {
  const kept = trainer.restore(readBuffer(path)) as Kept;
  Object.assign(record, kept, {frames: kept.frames.map(frameNumbers)});
}

/** The frames of a run, one under the other, as a PNG. */
export function sampleSheet(
  {record, plan, trainer}: FaceRun,
  columns: number,
  attributes: readonly AttributeName[]
): SampleSheet {
  const {size} = trainer.pictures;
  const rows = plan.grid.length / columns;
  const width = columns * size;
  const height = record.frames.length * rows * size;
  const data = new Uint8Array(width * height * 3);
  record.frames.forEach((frame, f) => {
    for (let face = 0; face < plan.grid.length; ++face) {
      const left = (face % columns) * size;
      const top = (f * rows + Math.floor(face / columns)) * size;
      for (let y = 0; y < size; ++y)
        for (let x = 0; x < 3 * size; ++x) {
          const value = frame[(face * size + y) * size * 3 + x]!;
          // In steps of 4 of 255, which nobody sees and which pack much better.
          data[((top + y) * width + left) * 3 + x] = Math.max(0, Math.min(255, 4 * Math.round((value + 1) * 31.875)));
        }
    }
  });
  const png = Buffer.from(encode({width, height, data, channels: 3})).toString("base64");
  return {
    png: `data:image/png;base64,${png}`,
    size,
    rows,
    columns,
    attributes: [...attributes],
    classes: [...plan.grid],
    steps: [...plan.frames]
  };
}

/** The mean weights of a generator as half precision numbers, to publish. */
export function publishedWeights({trainer}: FaceRun): Uint8Array {
  return new Uint8Array(saveCheckpoint({generator: trainer.ema}, {config: trainer.config}, "fp16"));
}

/** A line for a person who waits: how far it is, what the last look said, and how long the rest may take. */
export function reporter(name: string, part: {from: number; to: number} = {from: 0, to: 1}) {
  const start = Date.now();
  let last = 0;
  let first: number | undefined;
  return (done: number, {record}: FaceRun): void => {
    const now = Date.now();
    first ??= done;
    if (now - last < 1000 && done < 1) return;
    last = now;
    const left = done > first ? ((now - start) / (done - first)) * (1 - done) : 0;
    const look = record.looks.at(-1);
    const share = part.from + (part.to - part.from) * done;
    const seconds = left ? `, ${Math.ceil(left / 1000)} s left` : "";
    process.stderr.write(`progress ${share.toFixed(3)} ${name}${seconds}${look ? `, FD ${look.fd.toFixed(3)}` : ""}\n`);
  };
}
