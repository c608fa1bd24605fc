import type {Parameters} from "../../models/migration/parameters.js";
import type {PhaseAxisName} from "../../models/migration/phaseAxes.js";
import type {PhaseCurve} from "../../models/migration/phaseCurves.js";
import type {PhaseGrid} from "../../models/migration/phaseMap.js";
import type {PhaseAnswer, PhaseQuestion} from "./phase.worker.js";

/** A diagram, and what it is one of. */
export interface PhasePicture {
  grid: PhaseGrid;
  key: string;
  codes: Uint8Array;
  curves: PhaseCurve[];
}

/**
 * What a diagram depends on besides its axes, as text. Choices depend on J and the tilt of the shims alone, so that sets
 * that differ in the mix of J share a diagram; rounding keeps one whose mix a slider has rounded.
 */
export function phaseKey(p: Readonly<Parameters>, x: PhaseAxisName, y: PhaseAxisName): string {
  const axes: readonly string[] = [x, y];
  const names = [
    "advantage",
    "switchingCost",
    "noise",
    "initialShare",
    "shimOld",
    "shimNew",
    "subsidy",
    "enforcement"
  ] as const;
  const rest = names.filter((name) => !axes.includes(name)).map((name) => `${name}=${p[name].toFixed(4)}`);
  const {networkBenefit, bitrot, bitcreep} = p;
  const sum = networkBenefit + bitrot + bitcreep;
  const shims = axes.includes("shimOld") || axes.includes("shimNew") || p.shimOld > 0 || p.shimNew > 0;
  if (!axes.includes("coupling")) rest.push(`J=${sum.toFixed(4)}`);
  if (shims) rest.push(`creep=${(sum > 0 ? bitcreep / sum : 0.4).toFixed(2)}`);
  return rest.join(" ");
}

/** Milliseconds without a move after which a slider rests: a worker busy during a drag would cost it frames. */
const resting = 180;

export interface PhaseWatcher {
  solved(picture: PhasePicture): void;
  progress(done: number): void;
  failed(message: string): void;
}

/** Computes diagrams in a worker, the latest asked for in place of any before. */
export function phaseSolver({solved, progress, failed}: PhaseWatcher): {
  ask(given: Readonly<Parameters>, grid: PhaseGrid): void;
  stop(): void;
} {
  let worker: Worker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let id = 0;
  let asked: {grid: PhaseGrid; key: string} | undefined;

  const start = () => {
    const made = new Worker(import.meta.resolve("./phase.worker.js"), {type: "module"});
    made.onmessage = ({data}: MessageEvent<PhaseAnswer>) => {
      if (!asked || data.id !== id) return;
      if ("done" in data) return progress(data.done);
      if ("error" in data) return failed(data.error);
      solved({...asked, codes: data.codes, curves: data.curves});
    };
    made.onerror = () => {
      worker = undefined;
      failed("the worker could not be started");
    };
    return made;
  };
  const post = (question: PhaseQuestion) => {
    worker ??= start();
    worker.postMessage(question);
  };
  const stop = () => {
    clearTimeout(timer);
    asked = undefined;
    ++id;
    if (worker) post({id, stop: true});
  };
  return {
    ask(given, grid) {
      stop();
      timer = setTimeout(() => {
        asked = {grid, key: phaseKey(given, grid.x, grid.y)};
        post({id, given, grid});
      }, resting);
    },
    stop
  };
}
