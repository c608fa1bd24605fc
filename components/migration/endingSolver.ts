import type {CurvesPiece, EndingAnswer, EndingQuestion, PlansPiece} from "./ending.worker.js";
import type {EndingSettings} from "./endingSettings.js";

export interface EndingWatcher {
  /** Every plan has been carried out under these settings. */
  plans(settings: EndingSettings, piece: PlansPiece): void;
  /** The sliders rest, and what takes longer is there. */
  curves(settings: EndingSettings, piece: CurvesPiece): void;
  failed(message: string): void;
}

/** Carries out the plans in a worker: one question at a time, the latest settings taking the place of any before. */
export function endingSolver(watcher: EndingWatcher): {update(settings: EndingSettings): void} {
  let worker: Worker | undefined;
  let asked: EndingQuestion | undefined;
  let waiting: EndingSettings | undefined;
  let busy = false;
  let id = 0;

  const ask = (settings: EndingSettings) => {
    busy = true;
    waiting = undefined;
    asked = {id: ++id, settings};
    worker ??= start();
    worker.postMessage(asked);
  };

  function start(): Worker {
    const made = new Worker(import.meta.resolve("./ending.worker.js"), {type: "module"});
    made.onmessage = ({data}: MessageEvent<EndingAnswer>) => {
      if (!asked || data.id !== asked.id) return;
      const {settings} = asked;
      busy = false;
      if (waiting) ask(waiting);
      if ("error" in data) watcher.failed(data.error);
      else if (data.piece === "plans") watcher.plans(settings, data.value);
      else watcher.curves(settings, data.value);
    };
    made.onerror = () => {
      busy = false;
      watcher.failed("the worker could not be started");
    };
    return made;
  }

  return {
    update(settings) {
      if (busy) waiting = settings;
      else ask(settings);
    }
  };
}
