import {type Divergence, divergence, type NoiseFloor, noiseFloor} from "../../models/gan/planeDivergence.js";
import {lookPoints, type PlaneLook, planeViewer} from "../../models/gan/planeLook.js";
import {coverage, type PlaneTarget, planeTarget, pointSource, type TargetName} from "../../models/gan/planeTarget.js";
import {type PlaneConfig, type PlaneNetwork, type PlaneSettings, PlaneTrainer} from "../../models/gan/planeTrainer.js";
import {createEngine} from "../../models/nn/engine.js";
import {TrainingStoppedError} from "../../models/nn/training.js";
import {isNoted, type PlaneSample} from "./planeLog.js";

/** What settles a training: the networks, and the distribution that they are to learn. */
export interface PlaneStart {
  config: PlaneConfig;
  target: TargetName;
  drawn: [number, number][];
}

/** What the page asks of the training. Every question carries the number of the training that it means. */
export type PlaneQuestion = {run: number} & (
  | ({ask: "open"} & PlaneStart)
  | {ask: "change"; settings: PlaneSettings}
  /** Play at so many rounds a second, or rest at 0. */
  | {ask: "play"; speed: number}
  | {ask: "round"}
  | {ask: "step"; who: PlaneNetwork}
  /** A picture has been drawn, and another may come. */
  | {ask: "more"}
);

/** The training as it stands. */
export interface PlanePicture extends PlaneLook {
  rounds: number;
  steps: Record<PlaneNetwork, number>;
  playing: boolean;
  hash: string;
  samples: PlaneSample[];
  /** The last sample and the losses now, for words. */
  now: PlaneSample;
}

export type PlaneAnswer = {run: number} & (
  | {kind: "picture"; picture: PlanePicture}
  | {kind: "opened"; real: Float32Array<ArrayBuffer>; floor: NoiseFloor}
  /** A loss was not finite. */
  | {kind: "stopped"; message: string; step: number; tensor: string}
  | {kind: "error"; message: string}
);

const scope = self as unknown as {
  onmessage: (event: MessageEvent<PlaneQuestion>) => void;
  postMessage(answer: PlaneAnswer, transfer?: Transferable[]): void;
};

/** Milliseconds between looks at the clock, how long one may take, and the most that it may make up for. */
const beat = 8;
const patience = 14;
const longest = 250;

interface Running {
  trainer: PlaneTrainer;
  viewer: ReturnType<typeof planeViewer>;
  target: PlaneTarget;
  real: (count: number) => Float32Array;
}

let number = 0;
let running: Running | undefined;
let samples: PlaneSample[] = [];
let now: PlaneSample;
let speed = 0;
/** Rounds that the clock says are due. */
let due = 0;
let clock = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Whether the page has drawn the last picture, and whether there is anything newer to draw. */
let drawn = true;
let news = false;

/** Floors take a while; the same target comes again with every restart. */
const floors = new Map<string, NoiseFloor>();

function measure({trainer, viewer, target, real}: Running): PlaneSample {
  const points = viewer.points();
  const apart: Divergence = divergence(points, real(lookPoints));
  return {round: trainer.rounds, ...trainer.losses, ...apart, ...coverage(target, points)};
}

function show(): void {
  news = true;
  if (!drawn || !running) return;
  const {trainer, viewer} = running;
  const look = viewer.look();
  const picture = {
    ...look,
    rounds: trainer.rounds,
    steps: {...trainer.steps},
    playing: speed > 0,
    hash: trainer.hash(),
    samples,
    now: {...now, ...trainer.losses, ...coverage(running.target, look.points)}
  };
  scope.postMessage({run: number, kind: "picture", picture}, [look.field.buffer, look.points.buffer, look.push.buffer]);
  samples = [];
  drawn = news = false;
}

function noteRound(training: Running): void {
  now = measure(training);
  samples.push(now);
}

/** The next step of the round. */
function move(training: Running): void {
  const before = training.trainer.rounds;
  training.trainer.move();
  if (training.trainer.rounds > before && isNoted(training.trainer.rounds)) noteRound(training);
}

function play(): void {
  clearTimeout(timer);
  if (speed === 0 || !running) return;
  try {
    const start = performance.now();
    due += (Math.min(longest, start - clock) / 1000) * speed;
    clock = start;
    const {stepsD, stepsG} = running.trainer.settings;
    const each = 1 / (stepsD + stepsG);
    let moved = false;
    while (due >= each && performance.now() - start < patience) {
      move(running);
      due -= each;
      moved = true;
    }
    // What could not be made up for is let go.
    due = Math.min(due, Math.max(each, 1));
    if (moved) show();
  } catch (error) {
    failed(error);
    return;
  }
  timer = setTimeout(play, due >= 1 ? 0 : beat);
}

function open({config, target: name, drawn: points, run}: PlaneStart & {run: number}): void {
  number = run;
  speed = 0;
  samples = [];
  running = undefined;
  const target = planeTarget(name, points);
  const trainer = new PlaneTrainer(createEngine({memoryMegabytes: 24}), config, target);
  const training = {trainer, viewer: planeViewer(trainer), target, real: pointSource(target, "measured")};
  running = training;
  const key = JSON.stringify([name, name === "drawn" && points]);
  let floor = floors.get(key);
  if (!floor) floors.set(key, (floor = noiseFloor(target, lookPoints)));
  scope.postMessage({
    run,
    kind: "opened",
    real: pointSource(target, "shown")(lookPoints) as Float32Array<ArrayBuffer>,
    floor
  });
  now = measure(training);
  drawn = true;
  show();
}

function answer(question: PlaneQuestion): void {
  if (question.ask === "open") open(question);
  else if (question.ask === "more") {
    drawn = true;
    if (news) show();
  } else if (running && question.run === number) meddle(running, question);
}

function meddle(training: Running, question: Exclude<PlaneQuestion, {ask: "open" | "more"}>): void {
  const {trainer} = training;
  if (question.ask === "change") {
    trainer.change(question.settings);
    show();
  } else if (question.ask === "play") {
    speed = question.speed;
    due = speed > 0 ? 1 / (trainer.settings.stepsD + trainer.settings.stepsG) : 0;
    clock = performance.now();
    if (speed > 0) play();
    else show();
  } else {
    speed = 0;
    if (question.ask === "step") trainer.step(question.who);
    else {
      const before = trainer.rounds;
      while (trainer.rounds === before) move(training);
    }
    now = measure(training);
    show();
  }
}

function failed(error: unknown): void {
  speed = 0;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof TrainingStoppedError) {
    const {step, tensor} = error;
    scope.postMessage({run: number, kind: "stopped", message, step, tensor});
  } else scope.postMessage({run: number, kind: "error", message});
}

scope.onmessage = ({data}) => {
  try {
    answer(data);
  } catch (error) {
    if (data.ask === "open") number = data.run;
    failed(error);
  }
};
