import {overlay} from "../../models/migration/interventionsPlan.js";
import type {Outlook} from "../../models/migration/outlook.js";
import type {Parameters} from "../../models/migration/parameters.js";
import {lastTick} from "../../models/migration/sandboxWar.js";
import {addChange, difference, flatten, type WarChange} from "../../models/migration/warCode.js";
import {emptyLog, note, type Sample, type WarLog} from "../../models/migration/warLog.js";
import type {WarAnswer, WarQuestion} from "./war.worker.js";
import {warBand} from "./warBand.js";

/** The crowd is a square with sides of so many agents. */
export const side = 100;

/** All that there is to show of the war. The lists grow as it goes on. */
export interface WarState {
  readonly parameters: Readonly<Parameters>;
  /** The parameters of year 0, and what has been changed since. */
  readonly start: Readonly<Parameters>;
  readonly changes: readonly WarChange[];
  readonly seed: string;
  readonly tick: number;
  readonly playing: boolean;
  readonly place: Uint8Array | undefined;
  readonly log: WarLog;
  /** What is to be expected since the last change: of a crowd of 400 and, when there has been time, of one as large. */
  readonly outlook: Outlook | undefined;
  readonly band: Outlook | undefined;
}

export interface WarWatcher {
  /** There is something new to draw: called within a frame, at most once. */
  draw(state: WarState): void;
  failed(message: string): void;
}

export interface OpenOptions {
  seed?: string;
  changes?: readonly WarChange[];
  tick?: number;
}

/** A war under way in a worker. */
export interface WarSession {
  readonly state: WarState;
  /** Begins a war, or tells one again up to a tick; at rest. */
  open(parameters: Readonly<Parameters>, options?: OpenOptions): void;
  /** Changes the running war; a war that has not begun, or other first adopters, begin anew. */
  change(parameters: Readonly<Parameters>): void;
  /** Plays at so many years a second; 0 rests. */
  play(speed: number): void;
  step(ticks: number): void;
}

/** Milliseconds between two changes of the running war: a slider sends one with every frame. */
const between = 60;

const same = (a: Readonly<Parameters>, b: Readonly<Parameters>) => Object.keys(flatten(difference(a, b))).length === 0;

/** Keeps the state of one war up to date, and its worker busy. */
export function warSession({draw, failed}: WarWatcher): WarSession {
  let worker: Worker | undefined;
  let war = 0;
  let state: WarState;
  let before: Sample | undefined;
  let speed = 0;
  let pending: Readonly<Parameters> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting = false;
  /** The memory of the picture before this one: it goes back to the worker when this one has been drawn. */
  let spare: ArrayBuffer | undefined;

  const set = (values: Partial<WarState>) => {
    state = {...state, ...values};
  };
  const band = warBand((outlook) => {
    set({band: outlook});
    drawSoon();
  });

  function drawSoon(): void {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw(state);
      if (!spare) return;
      const buffer = spare;
      spare = undefined;
      post({war, ask: "more", buffer}, [buffer]);
    });
  }

  const post = (question: WarQuestion, transfer: Transferable[] = []) => {
    worker ??= start();
    worker.postMessage(question, transfer);
  };

  const take = (answer: Extract<WarAnswer, {kind: "picture"}>) => {
    for (const sample of answer.samples) {
      note(state.log, sample, before);
      before = sample;
    }
    spare = (state.place?.buffer as ArrayBuffer | undefined) ?? new ArrayBuffer(0);
    set({tick: answer.tick, place: answer.place, playing: answer.playing});
    if (!answer.playing) speed = 0;
    drawSoon();
  };

  const answered = (answer: WarAnswer) => {
    if (answer.war !== war) return;
    if (answer.kind === "picture") return take(answer);
    if (answer.kind === "error") return failed(answer.message);
    if (answer.kind === "changed") {
      const {tick, parameters} = answer;
      const changes = addChange(state.changes, {tick, values: difference(state.parameters, parameters)});
      return set({parameters, changes});
    }
    set({outlook: answer.outlook, band: undefined});
    band.ask(answer.parameters, answer.moment, answer.outlook.because === "" ? side * side : 0);
    drawSoon();
  };

  function start(): Worker {
    const made = new Worker(import.meta.resolve("./war.worker.js"), {type: "module"});
    made.onmessage = ({data}: MessageEvent<WarAnswer>) => answered(data);
    made.onerror = () => failed("the worker could not be started");
    return made;
  }

  const send = () => {
    clearTimeout(timer);
    timer = undefined;
    const parameters = pending;
    pending = undefined;
    if (parameters) post({war, ask: "change", parameters});
  };

  const open = (start: Readonly<Parameters>, {seed = state?.seed ?? "1", changes = [], tick = 0}: OpenOptions = {}) => {
    ++war;
    before = undefined;
    pending = undefined;
    speed = 0;
    band.ask(start, undefined, 0);
    // The tick of the new war comes with its first picture; until then the old one stays on the screen.
    state = {
      parameters: changes.reduce<Readonly<Parameters>>((p, {values}) => overlay(p, values), start),
      start,
      changes,
      seed,
      tick,
      playing: false,
      place: state?.place,
      log: emptyLog(),
      outlook: undefined,
      band: undefined
    };
    post({war, ask: "open", parameters: start, seed, side, changes: [...changes], tick});
  };

  const play = (next: number) => {
    if (pending) send();
    speed = state.tick >= lastTick ? 0 : next;
    set({playing: speed > 0});
    post({war, ask: "play", speed});
  };

  return {
    get state() {
      return state;
    },
    open,
    change(parameters) {
      if (same(pending ?? state.parameters, parameters)) return;
      if (state.tick === 0 || parameters.initialShare !== state.parameters.initialShare) {
        const wasAt = speed;
        open(parameters);
        if (wasAt > 0) play(wasAt);
        return;
      }
      pending = parameters;
      timer ??= setTimeout(send, between);
    },
    play,
    step(ticks) {
      if (pending) send();
      speed = 0;
      set({playing: false});
      post({war, ask: "step", ticks});
    }
  };
}
