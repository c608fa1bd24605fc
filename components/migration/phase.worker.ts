import type {SomeParameters} from "../../models/migration/parameters.js";
import {type PhaseCurve, phaseCurves} from "../../models/migration/phaseCurves.js";
import {type PhaseGrid, phaseRow} from "../../models/migration/phaseMap.js";

/** A diagram to compute, or a word to stop the one being computed. */
export type PhaseQuestion = {id: number; given: SomeParameters; grid: PhaseGrid} | {id: number; stop: true};

/** How far a diagram is, 0 … 1; or the diagram; or why there is none. */
export type PhaseAnswer = {id: number} & ({done: number} | {codes: Uint8Array; curves: PhaseCurve[]} | {error: string});

const scope = self as unknown as {
  onmessage: (event: MessageEvent<PhaseQuestion>) => void;
  postMessage(answer: PhaseAnswer, transfer?: Transferable[]): void;
};

/** Milliseconds of work between two looks at what has come in. */
const stretch = 40;

let latest = 0;

scope.onmessage = async ({data}) => {
  latest = data.id;
  if ("stop" in data) return;
  const {id, given, grid} = data;
  try {
    const codes = new Uint8Array(grid.columns * grid.rows);
    let looked = performance.now();
    for (let row = 0; row < grid.rows; ++row) {
      codes.set(phaseRow(given, grid, row), row * grid.columns);
      if (performance.now() - looked < stretch) continue;
      scope.postMessage({id, done: (row + 1) / grid.rows});
      // A newer question, or a word to stop, makes this one pointless: let it in.
      await new Promise((resolve) => setTimeout(resolve));
      if (latest !== id) return;
      looked = performance.now();
    }
    scope.postMessage({id, codes, curves: phaseCurves(given, grid)}, [codes.buffer]);
  } catch (error) {
    scope.postMessage({id, error: error instanceof Error ? error.message : String(error)});
  }
};
