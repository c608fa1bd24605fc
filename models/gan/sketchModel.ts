import {checkBetween, checkWhole} from "../check.js";
import type {Engine, Tensor} from "../nn/engine.js";
import {gatedUnit} from "../nn/layers.js";
import {add, concat, gather, grad, matmul, scale, softmax, softmaxCrossEntropy, tanh} from "../nn/ops.js";
import {
  Adam,
  checkpointMeta,
  linearDecay,
  Parameters,
  restoreCheckpoint,
  Stream,
  saveCheckpoint
} from "../nn/training.js";
import type {Random} from "../random.js";
import {attributeNames, attributeSizes, type FaceLabel} from "./faceLabels.js";
import {Vocabulary} from "./sketchTokens.js";

/** A sketch stops here if it has not come to an end. */
export const longest = 90;

/** The make of a language model. */
export interface SketchShape {
  /** Numbers that stand for a word, and numbers of memory. */
  embedding: number;
  memory: number;
  /** Numbers of the notes: sums over all words so far, from which nothing is ever lost. */
  notes: number;
}

/** What a model knows of a text in the middle of it, one row a text. */
export interface SketchState {
  memory: Tensor;
  notes: Tensor;
}

/** What is published of a model beside its weights. */
interface SketchMeta {
  shape: SketchShape;
  tokens: readonly string[];
}

/**
 * A small language model: it reads the words so far and the labels of a face, and says what word may come next. Words
 * and labels are rows of numbers, the memory is a gated recurrent unit, and a word is as likely as its row agrees with
 * what the memory asks for.
 */
export interface SketchModel {
  parameters: Parameters;
  shape: SketchShape;
  vocabulary: Vocabulary;
  /** What the labels say to the gates at each step: [labels, 3 × memory]. */
  hear(labels: readonly FaceLabel[]): Tensor;
  /** What is known after one more word each. */
  read(state: SketchState, words: ArrayLike<number>, heard: Tensor): SketchState;
  /** Logits of the next word, [rows, words]. */
  next(memory: Tensor): Tensor;
}

/** A model that has learnt nothing yet. */
export function createSketchModel(
  engine: Engine,
  seed: string | number,
  vocabulary: Vocabulary,
  shape: SketchShape
): SketchModel {
  const {embedding: width, memory, notes} = shape;
  const parameters = new Parameters(engine, seed);
  const words = parameters.create("words", [vocabulary.size, width], {deviation: 0.3});
  const bias = parameters.create("words.b", [vocabulary.size]);
  const tables = attributeNames.map((name, i) =>
    parameters.create(`label.${name}`, [attributeSizes[i]!, 3 * memory], {deviation: 0.3})
  );
  const unit = gatedUnit(parameters, "memory", width, memory);
  const jot = parameters.create("notes", [vocabulary.size, notes], {deviation: 0.1});
  const recall = parameters.create("notes.w", [notes, 3 * memory], {deviation: 1 / Math.sqrt(notes)});
  const ask = parameters.create("ask", [memory, width], {deviation: 1 / Math.sqrt(memory)});
  return {
    parameters,
    shape,
    vocabulary,
    hear: (labels) =>
      tables
        .map((table, i) =>
          gather(
            table,
            labels.map((label) => label[attributeNames[i]!])
          )
        )
        .reduce((a, b) => add(a, b)),
    read(state, numbers, heard) {
      const noted = add(state.notes, gather(jot, numbers));
      const drive = add(add(unit.drive(gather(words, numbers)), heard), matmul(tanh(noted), recall));
      return {memory: unit.step(state.memory, drive), notes: noted};
    },
    next: (state) => add(matmul(matmul(state, ask), words, {transposeB: true}), bias)
  };
}

/** A sketch to learn from: its words by number, without the edges, and the face it is of. */
export interface Lesson {
  words: readonly number[];
  label: FaceLabel;
}

/** The mean surprise of a word, −ln of its probability, over all words of some lessons and the ends of them. */
export function sketchLoss(model: SketchModel, lessons: readonly Lesson[]): Tensor {
  const {engine} = model.parameters;
  const rows = lessons.length;
  const steps = 1 + Math.max(...lessons.map(({words}) => words.length));
  const heard = model.hear(lessons.map(({label}) => label));
  let state: SketchState = {
    memory: engine.full([rows, model.shape.memory], 0),
    notes: engine.full([rows, model.shape.notes], 0)
  };
  const memories: Tensor[] = [];
  const places: number[] = [];
  const wanted: number[] = [];
  for (let t = 0; t < steps; ++t) {
    state = model.read(
      state,
      lessons.map(({words}) => (t === 0 ? 0 : (words[t - 1] ?? 0))),
      heard
    );
    memories.push(state.memory);
    lessons.forEach(({words}, row) => {
      if (t > words.length) return;
      places.push(t * rows + row);
      wanted.push(words[t] ?? 0);
    });
  }
  // What comes after the end of the shorter ones counts for nothing.
  return softmaxCrossEntropy(model.next(gather(concat(memories, 0), places)), wanted);
}

export interface SketchTraining {
  seed: string | number;
  shape: SketchShape;
  steps: number;
  batch: number;
  rate: number;
  watch?: (step: number, loss: number) => void;
}

/** Learns from lessons. Those of one batch are about equally long, which saves reading what is not there. */
export function trainSketchModel(
  engine: Engine,
  vocabulary: Vocabulary,
  lessons: readonly Lesson[],
  {seed, shape, steps, batch, rate, watch}: SketchTraining
): SketchModel {
  const model = createSketchModel(engine, seed, vocabulary, shape);
  const {parameters} = model;
  const adam = new Adam(parameters, {rate, beta1: 0.9, beta2: 0.99});
  const draws = new Stream(engine, `${seed} draws`);
  const byLength = lessons.toSorted((a, b) => a.words.length - b.words.length);
  for (let step = 0; step < steps; ++step)
    engine.step(() => {
      // A stretch of four batches, in which the batch is drawn.
      const start = draws.below(Math.max(1, byLength.length - 4 * batch));
      const stretch = Math.min(4 * batch, byLength.length);
      const picks = Array.from({length: batch}, () => byLength[start + draws.below(stretch)]!);
      const loss = sketchLoss(model, picks);
      adam.step(grad(loss, parameters.list), rate * linearDecay(step, steps, 0.02));
      watch?.(step, loss.value);
    });
  return model;
}

/**
 * The mean surprise of a word over many lessons, in nats. So many are read at once.
 *
 * @throws RangeError naming batch, or if there are no lessons.
 */
export function surpriseOf(model: SketchModel, lessons: readonly Lesson[], batch = 50): number {
  checkWhole("the number of lessons", lessons.length, 1);
  checkWhole("batch", batch, 1);
  const {engine} = model.parameters;
  let sum = 0;
  let words = 0;
  for (let start = 0; start < lessons.length; start += batch) {
    const some = lessons.slice(start, start + batch);
    const here = some.reduce((total, lesson) => total + lesson.words.length + 1, 0);
    engine.untracked(() => engine.step(() => (sum += here * sketchLoss(model, some).value)));
    words += here;
  }
  return sum / words;
}

/**
 * Writes a sketch for each label, word by word. Each has a source of its own, so that its text is the same whatever else
 * is written beside it.
 *
 * @param temperature 1 draws words as likely as the model holds them; below, the likely ones more often.
 */
export function sampleSketches(
  model: SketchModel,
  labels: readonly FaceLabel[],
  sources: readonly Random[],
  temperature = 1
): string[] {
  checkBetween("temperature", temperature, 0.05, 2);
  const {engine} = model.parameters;
  const written: number[][] = labels.map(() => []);
  const done = labels.map(() => false);
  // What is known is handed from step to step as numbers: what is made inside a step goes with it.
  const {memory: width, notes: noted} = model.shape;
  const rows = labels.length;
  let kept = {memory: new Float32Array(rows * width), notes: new Float32Array(rows * noted)};
  let last = labels.map(() => 0);
  for (let t = 0; t < longest && done.includes(false); ++t)
    engine.untracked(() =>
      engine.step(() => {
        const before = {
          memory: engine.tensor(kept.memory, [rows, width]),
          notes: engine.tensor(kept.notes, [rows, noted])
        };
        const state = model.read(before, last, model.hear(labels));
        const {data} = softmax(scale(model.next(state.memory), 1 / temperature));
        const size = model.vocabulary.size;
        last = sources.map((source, row) => {
          if (done[row]) return 0;
          const word = drawn(data.subarray(row * size, (row + 1) * size), source());
          if (word === 0) done[row] = true;
          else written[row]!.push(word);
          return word;
        });
        kept = {memory: state.memory.data.slice(), notes: state.notes.data.slice()};
      })
    );
  return written.map((words) => model.vocabulary.decode(words));
}

/** The place at which the sum of the chances first passes a share of the whole. */
function drawn(chances: Float32Array, share: number): number {
  let total = 0;
  for (const chance of chances) total += chance;
  let rest = share * total;
  for (let i = 0; i < chances.length; ++i) {
    rest -= chances[i]!;
    if (rest < 0) return i;
  }
  return chances.length - 1;
}

/** A model as bytes to publish: weights in half precision, its words beside them. */
export function saveSketchModel({parameters, shape, vocabulary}: SketchModel): ArrayBuffer {
  const meta: SketchMeta = {shape, tokens: vocabulary.tokens};
  return saveCheckpoint({sketcher: parameters}, meta, "fp16");
}

/** @throws RangeError if the bytes are no model of this kind. */
export function restoreSketchModel(engine: Engine, bytes: ArrayBuffer): SketchModel {
  const {shape, tokens} = checkpointMeta<SketchMeta>(bytes);
  const model = createSketchModel(engine, "published", new Vocabulary(tokens), shape);
  restoreCheckpoint(bytes, {sketcher: model.parameters});
  return model;
}
