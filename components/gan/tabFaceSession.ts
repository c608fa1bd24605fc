import type {LossCurve} from "../../models/gan/files.js";
import type {FaceChoice} from "./tabFaceRecipe.js";
import type {FacesAnswer, FacesGrid, FacesQuestion} from "./tabFaces.worker.js";

/** Where the faces come from: what Framework’s FileAttachment gives. */
export interface FaceSheetFile {
  size?: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export type FacesPhase = "idle" | "loading" | "training" | "paused" | "done" | "stopped" | "failed";

export interface FacesState {
  readonly phase: FacesPhase;
  readonly choice: FaceChoice | undefined;
  readonly step: number;
  readonly steps: number;
  /** Steps a second, of late. */
  readonly speed: number;
  readonly faces: number;
  readonly parameters: {generator: number; discriminator: number} | undefined;
  readonly losses: LossCurve;
  readonly grid: FacesGrid | undefined;
  /** Why it can go no further. */
  readonly message: string;
}

/** The weights of the generator’s mean, and what they stand for. */
export interface SavedFaces {
  weights: ArrayBuffer;
  hash: string;
  step: number;
}

export interface FacesSession {
  readonly state: FacesState;
  /** Loads the faces and begins. */
  begin(choice: FaceChoice, sheet: FaceSheetFile): void;
  pause(): void;
  resume(): void;
  /** Gives everything up, and the memory back. */
  stop(): void;
  /** The weights as they are now; nothing if there are none yet, or it ends before they come. */
  save(): Promise<SavedFaces | undefined>;
}

const idle: FacesState = {
  phase: "idle",
  choice: undefined,
  step: 0,
  steps: 0,
  speed: 0,
  faces: 0,
  parameters: undefined,
  losses: {step: [], discriminator: [], generator: [], r1: []},
  grid: undefined,
  message: ""
};

/** Keeps the state of one training of faces up to date, and its worker busy. `draw` is called at most once a frame. */
export function facesSession(draw: (state: FacesState) => void): FacesSession {
  let worker: Worker | undefined;
  let state = idle;
  let waiting = false;
  let unseen = false;
  let saving: Promise<SavedFaces | undefined> | undefined;
  let settle: (saved?: SavedFaces) => void = () => {};

  const post = (question: FacesQuestion, transfer: Transferable[] = []) => worker?.postMessage(question, transfer);
  const set = (values: Partial<FacesState>) => {
    state = {...state, ...values};
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw(state);
      if (unseen) post({ask: "more"});
      unseen = false;
    });
  };
  const saved = (answer?: SavedFaces) => {
    settle(answer);
    saving = undefined;
  };
  const end = () => {
    worker?.terminate();
    worker = undefined;
    saved();
  };
  const failed = (message: string) => {
    end();
    set({phase: "failed", message});
  };

  function answered(answer: FacesAnswer): void {
    if (answer.kind === "error") failed(answer.message);
    else if (answer.kind === "stopped") set({phase: "stopped", message: answer.message});
    else if (answer.kind === "saved") saved(answer);
    else if (answer.kind === "ready") {
      set({faces: answer.faces, parameters: answer.parameters, phase: "training"});
      post({ask: "train"});
    } else {
      const {news, grid} = answer;
      const {step, steps, speed} = news;
      for (const name of Object.keys(state.losses) as (keyof LossCurve)[])
        state.losses[name].push(...news.losses[name]);
      unseen = true;
      const phase = step >= steps ? "done" : state.phase;
      set({step, steps, phase, ...(speed > 0 && {speed}), ...(grid && {grid})});
    }
  }

  return {
    get state() {
      return state;
    },
    begin(choice, sheet) {
      end();
      unseen = false;
      set({...idle, losses: {step: [], discriminator: [], generator: [], r1: []}, choice, phase: "loading"});
      const made = new Worker(import.meta.resolve("./tabFaces.worker.js"), {type: "module"});
      worker = made;
      made.onmessage = ({data}: MessageEvent<FacesAnswer>) => made === worker && answered(data);
      made.onerror = () => made === worker && failed("the worker could not be started");
      sheet.arrayBuffer().then(
        (buffer) => made === worker && post({ask: "open", choice, sheet: buffer}, [buffer]),
        (error: unknown) => made === worker && failed(error instanceof Error ? error.message : String(error))
      );
    },
    pause() {
      set({phase: "paused"});
      post({ask: "pause"});
    },
    resume() {
      set({phase: "training"});
      post({ask: "train"});
    },
    stop() {
      end();
      set({...idle});
    },
    save() {
      // Before the networks are there, nothing would answer.
      if (!worker || !state.parameters) return Promise.resolve(undefined);
      // Who asks again before the answer waits for the same one.
      saving ??= new Promise((resolve) => {
        settle = resolve;
        post({ask: "save"});
      });
      return saving;
    }
  };
}
