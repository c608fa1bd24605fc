import type {Graph, RecordedWar} from "../../models/migration/ecosystem.js";
import type {SomeParameters} from "../../models/migration/parameters.js";
import type {WallAnswer, WallQuestion} from "./wall.worker.js";

/** A war to be fought on the wall. */
export interface WallWar {
  parameters: SomeParameters;
  hubs: boolean;
  seed: string;
  years: number;
}

export interface WallWatcher {
  solved(asked: WallWar, war: RecordedWar): void;
  failed(message: string): void;
}

/**
 * Fights wars in a worker. Only the one asked for last matters: while one is being fought at most one more waits, and a
 * newer one takes its place.
 */
export function wallSolver(graph: Graph, {solved, failed}: WallWatcher): (war: WallWar) => void {
  let worker: Worker | undefined;
  let id = 0;
  let running: WallWar | undefined;
  let waiting: WallWar | undefined;

  const ask = (war: WallWar) => {
    running = war;
    worker ??= start();
    worker.postMessage({id: ++id, ...war} satisfies WallQuestion);
  };
  const next = () => {
    running = undefined;
    if (!waiting) return;
    const war = waiting;
    waiting = undefined;
    ask(war);
  };
  const start = () => {
    const made = new Worker(import.meta.resolve("./wall.worker.js"), {type: "module"});
    made.postMessage({graph} satisfies WallQuestion);
    made.onmessage = ({data}: MessageEvent<WallAnswer>) => {
      if (!running || data.id !== id) return;
      const asked = running;
      next();
      // A war that has been overtaken is still nearer to what the sliders say than the one before it.
      if ("war" in data) solved(asked, data.war);
      else if (!running) failed(data.error);
    };
    made.onerror = () => {
      made.terminate();
      worker = undefined;
      running = waiting = undefined;
      failed("the worker could not be started");
    };
    return made;
  };

  return (war) => {
    if (running) waiting = war;
    else ask(war);
  };
}
