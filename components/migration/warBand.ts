import type {Moment, Outlook} from "../../models/migration/outlook.js";
import type {Parameters} from "../../models/migration/parameters.js";
import type {BandAnswer, BandQuestion} from "./warBand.worker.js";

/** Milliseconds without a change after which the law of a large crowd, which takes up to a second, is worked out. */
const resting = 250;

/** Works out the exact law of a large crowd in a worker of its own, for the latest question only. */
export function warBand(found: (outlook: Outlook) => void): {
  /** Asks for so many agents from a moment on; of no agents, for nothing. */
  ask(parameters: Readonly<Parameters>, moment: Moment | undefined, agents: number): void;
} {
  let worker: Worker | undefined;
  let busy = false;
  let id = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function start(): Worker {
    const made = new Worker(import.meta.resolve("./warBand.worker.js"), {type: "module"});
    made.onmessage = ({data}: MessageEvent<BandAnswer>) => {
      if (data.id !== id) return;
      busy = false;
      // Without it the band of a small crowd is still there.
      if ("error" in data) console.warn(`band of a large crowd: ${data.error}`);
      else found(data.outlook);
    };
    return made;
  }

  return {
    ask(parameters, moment, agents) {
      clearTimeout(timer);
      ++id;
      if (busy) {
        // The answer to an old question is not worth waiting for.
        worker?.terminate();
        worker = undefined;
        busy = false;
      }
      if (!moment || agents === 0) return;
      timer = setTimeout(() => {
        worker ??= start();
        busy = true;
        worker.postMessage({id, parameters, moment, agents} satisfies BandQuestion);
      }, resting);
    }
  };
}
