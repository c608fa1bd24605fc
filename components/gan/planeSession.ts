import type {NoiseFloor} from "../../models/gan/planeDivergence.js";
import type {PlaneNetwork, PlaneSettings} from "../../models/gan/planeTrainer.js";
import type {PlaneAnswer, PlanePicture, PlaneQuestion, PlaneStart} from "./plane.worker.js";
import {emptyLog, note, type PlaneLog} from "./planeLog.js";

/** All that there is to show of a training. The log grows as it goes on. */
export interface PlaneState {
  readonly start: PlaneStart;
  /** Whether anything was done that the address does not tell: then another run of it ends elsewhere. */
  readonly touched: boolean;
  readonly playing: boolean;
  readonly picture: PlanePicture | undefined;
  readonly real: Float32Array | undefined;
  readonly floor: NoiseFloor | undefined;
  readonly log: PlaneLog;
  /** Why it can go no further; empty when it can. */
  readonly stopped: string;
}

export interface PlaneWatcher {
  /** There is something new to draw: called within a frame, at most once. */
  draw(state: PlaneState): void;
  failed(message: string): void;
}

/** A training under way in a worker. */
export interface PlaneSession {
  readonly state: PlaneState;
  /** Begins a training; at rest. */
  open(start: PlaneStart): void;
  /** Goes on under other settings. */
  change(settings: PlaneSettings): void;
  /** Plays at so many rounds a second; 0 rests. */
  play(speed: number): void;
  round(): void;
  step(who: PlaneNetwork): void;
}

/** Keeps the state of one training up to date, and its worker busy. */
export function planeSession({draw, failed}: PlaneWatcher): PlaneSession {
  let worker: Worker | undefined;
  let run = 0;
  let state: PlaneState;
  let waiting = false;
  let unseen = false;

  const set = (values: Partial<PlaneState>) => {
    state = {...state, ...values};
    drawSoon();
  };

  function drawSoon(): void {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw(state);
      if (unseen) post({run, ask: "more"});
      unseen = false;
    });
  }

  const post = (question: PlaneQuestion) => {
    worker ??= begin();
    worker.postMessage(question);
  };

  const answered = (answer: PlaneAnswer) => {
    if (answer.run !== run) return;
    if (answer.kind === "error") return failed(answer.message);
    if (answer.kind === "stopped") return set({playing: false, stopped: answer.message});
    if (answer.kind === "opened") return set({real: answer.real, floor: answer.floor});
    const {picture} = answer;
    for (const sample of picture.samples) note(state.log, sample);
    unseen = true;
    set({picture, playing: picture.playing});
  };

  function begin(): Worker {
    const made = new Worker(import.meta.resolve("./plane.worker.js"), {type: "module"});
    made.onmessage = ({data}: MessageEvent<PlaneAnswer>) => answered(data);
    made.onerror = () => failed("the worker could not be started");
    return made;
  }

  return {
    get state() {
      return state;
    },
    open(start) {
      ++run;
      unseen = false;
      state = {
        start,
        touched: false,
        playing: false,
        // The old picture stays on the screen until the new one comes.
        picture: state?.picture,
        real: state?.start.target === start.target ? state.real : undefined,
        floor: undefined,
        log: emptyLog(),
        stopped: ""
      };
      post({run, ask: "open", ...start});
    },
    change(settings) {
      const {start, picture} = state;
      const begun = picture !== undefined && picture.steps.discriminator + picture.steps.generator > 0;
      set({start: {...start, config: {...start.config, ...settings}}, touched: state.touched || begun});
      post({run, ask: "change", settings});
    },
    play(speed) {
      set({playing: speed > 0});
      post({run, ask: "play", speed});
    },
    round() {
      set({playing: false});
      post({run, ask: "round"});
    },
    step(who) {
      set({playing: false, touched: true});
      post({run, ask: "step", who});
    }
  };
}
