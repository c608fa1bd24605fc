import type {FitBand, FittedCurve} from "../../models/migration/files.js";
import {startBootstrap} from "../../models/migration/fitBootstrap.js";
import {bandSummary, bandTimes, fitUntil, rivals} from "../../models/migration/fitReport.js";
import {before, type Series} from "../../models/migration/fitSeries.js";

/** A series to fit, the year up to which it is known, k, and how many refits the band is to have. */
export interface FitQuestion {
  id: number;
  series: Series;
  until: number;
  switchingCost: number;
  rounds: number;
  seed: string;
}

export type FitAnswer = {id: number} & (
  | {fits: FittedCurve[]}
  | {done: number}
  | {band: FitBand | null}
  | {error: string}
);

const scope = self as unknown as {
  onmessage: (event: MessageEvent<FitQuestion>) => void;
  postMessage(answer: FitAnswer): void;
};

let latest = 0;

/** Lets a newer question in; says whether this one still matters. */
async function wanted(id: number): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve));
  return latest === id;
}

scope.onmessage = async ({data}) => {
  const {id, series, until, switchingCost, rounds, seed} = data;
  latest = id;
  try {
    // Questions that a drag has overtaken are still in the queue: let them pass.
    if (!(await wanted(id))) return;
    const found = rivals(switchingCost).map((curve) => fitUntil(series, curve, until));
    scope.postMessage({id, fits: found.map(({summary}) => summary)});
    const {fit} = found[0]!;
    if (!fit) return scope.postMessage({id, band: null});
    const times = bandTimes(series);
    const run = startBootstrap(before(series, until), fit, {times, seed, rounds});
    for (let done = 0; done < rounds; ) {
      if (!(await wanted(id))) return;
      done = run.advance(5);
      scope.postMessage({id, done: done / rounds});
    }
    scope.postMessage({id, band: bandSummary(run.result(), times, rounds)});
  } catch (error) {
    scope.postMessage({id, error: error instanceof Error ? error.message : String(error)});
  }
};
