import {classOf} from "../../models/gan/classes.js";
import {drawLabels, facesSeed} from "../../models/gan/faceLabels.js";
import {FaceTrainer} from "../../models/gan/faceTrainer.js";
import type {LossCurve} from "../../models/gan/files.js";
import {halved} from "../../models/gan/images.js";
import {meanLosses} from "../../models/gan/meanLosses.js";
import {type Engine, loadEngine} from "../../models/nn/engine.js";
import {hasRelaxedSimd} from "../../models/nn/kernels.js";
import {saveCheckpoint, TrainingLog, TrainingStoppedError} from "../../models/nn/training.js";
import {type FaceChoice, faceRecipe, gridClasses} from "./tabFaceRecipe.js";
import {montage, readSheet} from "./tabFaceSheet.js";

export type FacesQuestion =
  | {ask: "open"; choice: FaceChoice; sheet: ArrayBuffer}
  | {ask: "train"}
  | {ask: "pause"}
  | {ask: "more"}
  | {ask: "save"};

/** What a training says of itself besides its samples. */
export interface FacesNews {
  step: number;
  steps: number;
  /** Steps a second, of late. */
  speed: number;
  /** New points of the curves of losses. */
  losses: LossCurve;
}

export interface FacesGrid {
  pixels: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
}

export type FacesAnswer =
  | {kind: "ready"; faces: number; parameters: {generator: number; discriminator: number}}
  | {kind: "news"; news: FacesNews; grid: FacesGrid | undefined}
  | {kind: "saved"; weights: ArrayBuffer; hash: string; step: number}
  | {kind: "stopped"; message: string}
  | {kind: "error"; message: string};

const scope = self as unknown as {
  onmessage: (event: MessageEvent<FacesQuestion>) => void;
  postMessage(answer: FacesAnswer, transfer?: Transferable[]): void;
};

/** Losses are averaged over so many steps: a multiple of those between two penalties. */
const lossEvery = 16;
/** Milliseconds between two grids of samples, and over which the speed is measured. */
const gridEvery = 700;
const speedOver = 2000;

let trainer: FaceTrainer | undefined;
let grid: ReturnType<typeof gridClasses>;
let training = false;
const log = new TrainingLog();
let fresh: LossCurve = emptyCurve();
let shownAt = 0;
/** Times of the last steps. */
let times: number[] = [];
let drawn = true;
let news = false;

function emptyCurve(): LossCurve {
  return {step: [], discriminator: [], generator: [], r1: []};
}

// A message to oneself comes back sooner than a timer, and lets those of the page in between.
const turn = new MessageChannel();
turn.port1.onmessage = () => guard(work);
const workSoon = () => turn.port2.postMessage(0);

function samples(): FacesGrid {
  const {size} = trainer!.pictures;
  const pixels = montage(trainer!.samples(grid.classes, "grid"), size, grid.columns);
  const width = grid.columns * size;
  return {pixels, width, height: pixels.length / 4 / width};
}

function tell(withGrid = false): void {
  if (!trainer) return;
  news = true;
  if (!drawn) return;
  const now = performance.now();
  const due = withGrid || now - shownAt > gridEvery;
  const made = due ? samples() : undefined;
  if (due) shownAt = performance.now();
  times = times.filter((time) => now - time < speedOver);
  const speed = times.length > 1 ? ((times.length - 1) / (times.at(-1)! - times[0]!)) * 1000 : 0;
  const {step, config} = trainer;
  scope.postMessage(
    {kind: "news", news: {step, steps: config.steps, speed, losses: fresh}, grid: made},
    made ? [made.pixels.buffer] : []
  );
  fresh = emptyCurve();
  drawn = news = false;
}

function work(): void {
  if (!training || !trainer) return;
  const losses = trainer.train();
  const {step, config} = trainer;
  times.push(performance.now());
  log.record(step, {...losses});
  if (step % lossEvery === 0) {
    const mean = meanLosses(log.rows);
    fresh.step.push(step);
    for (const name of ["discriminator", "generator", "r1"] as const) fresh[name].push(mean[name]);
    log.rows.length = 0;
  }
  if (step >= config.steps) training = false;
  tell(!training);
  if (training) workSoon();
}

/** An engine with the fastest kernels that this browser knows. Only here: what others remake must not depend on it. */
async function fastEngine(): Promise<Engine> {
  const memoryMegabytes = 160;
  const relaxed = hasRelaxedSimd()
    ? await import("../../models/nn/kernelsRelaxedWasm.js").catch(() => undefined) // the plain ones are here already
    : undefined;
  return loadEngine({memoryMegabytes, kernels: relaxed?.kernelsRelaxedWasm});
}

async function open({choice, sheet}: Extract<FacesQuestion, {ask: "open"}>): Promise<void> {
  const recipe = faceRecipe(choice);
  const {config, attributes} = recipe;
  const [pictures, engine] = await Promise.all([readSheet(sheet, Number(choice.pixels)), fastEngine()]);
  // The sheets hold the faces of these labels, in their order.
  const classes = drawLabels(pictures.count, facesSeed).map((label) => classOf(label, attributes));
  trainer = new FaceTrainer(engine, config, pictures, classes, config.grow && halved(pictures));
  grid = gridClasses(recipe);
  const {generator, discriminator} = trainer;
  scope.postMessage({
    kind: "ready",
    faces: pictures.count,
    parameters: {generator: generator.parameters.count, discriminator: discriminator.parameters.count}
  });
  tell(true);
}

function save(): void {
  if (!trainer) return;
  const {ema, config, step, generator, discriminator} = trainer;
  const weights = saveCheckpoint({generator: ema}, {config, step}, "fp16");
  const hash = generator.parameters.hash() + discriminator.parameters.hash();
  scope.postMessage({kind: "saved", weights, hash, step}, [weights]);
}

function answer(question: FacesQuestion): void {
  if (question.ask === "open") open(question).catch(failed);
  else if (question.ask === "more") {
    drawn = true;
    // What was held back and is not followed by more; else the next step tells.
    if (news && !training) tell(true);
  } else if (question.ask === "save") save();
  else if (question.ask === "pause") {
    training = false;
    times = [];
    tell(true);
  } else if (trainer && !training && trainer.step < trainer.config.steps) {
    training = true;
    workSoon();
  }
}

function failed(error: unknown): void {
  training = false;
  const message = error instanceof Error ? error.message : String(error);
  scope.postMessage({kind: error instanceof TrainingStoppedError ? "stopped" : "error", message});
}

function guard(act: () => void): void {
  try {
    act();
  } catch (error) {
    failed(error);
  }
}

scope.onmessage = ({data}) => guard(() => answer(data));
