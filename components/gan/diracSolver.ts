import type {SolvedFlow} from "../../models/gan/diracFlow.js";
import type {FlowAnswer, FlowQuestion} from "./dirac.worker.js";
import {type DiracState, horizon} from "./diracState.js";

/** Milliseconds without a move after which a slider rests: a worker busy during a drag would cost it frames. */
const resting = 500;

/** Has mathjs solve the flow away from the page: the latest setting takes the place of any before. */
export function diracSolver(solved: (flow: SolvedFlow) => void, failed: (message: string) => void) {
  let worker: Worker | undefined;
  let busy = false;
  let id = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const take = ({data}: MessageEvent<FlowAnswer>) => {
    if (data.id !== id) return;
    busy = false;
    if ("error" in data) failed(data.error);
    else solved(data.solved);
  };
  const start = () => {
    const made = new Worker(import.meta.resolve("./dirac.worker.js"), {type: "module"});
    made.onmessage = take;
    made.onerror = () => {
      busy = false;
      worker = undefined;
      failed("the worker could not be started");
    };
    return made;
  };
  return ({game, start: from}: DiracState) => {
    ++id;
    clearTimeout(timer);
    timer = setTimeout(() => {
      // Nothing in a running solver listens: only ending it stops it.
      if (busy) worker?.terminate();
      if (busy) worker = undefined;
      worker ??= start();
      busy = true;
      worker.postMessage({id, game, start: from, end: horizon} satisfies FlowQuestion);
    }, resting);
  };
}
