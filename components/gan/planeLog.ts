import type {Coverage} from "../../models/gan/planeTarget.js";

/** What is noted of a training after a round. */
export interface PlaneSample extends Coverage {
  round: number;
  /** Losses of the last step of each network; NaN where there has been none. */
  discriminator: number;
  generator: number;
  energy: number;
  js: number;
}

/** Columns of numbers that grow with the training. */
export type PlaneLog = {[Name in keyof PlaneSample]: number[]};

/** The most rows that are kept: beyond them every other one is dropped, so that the charts stay quick. */
const most = 600;

export function emptyLog(): PlaneLog {
  return {round: [], discriminator: [], generator: [], energy: [], js: [], hit: [], modes: [], near: []};
}

/** Adds a sample; what has no value yet is what it is later. */
export function note(log: PlaneLog, sample: PlaneSample): void {
  const names = Object.keys(log) as (keyof PlaneLog)[];
  for (const name of names) log[name].push(sample[name]);
  if (log.round.length <= most) return;
  for (const name of names) log[name] = log[name].filter((_, i) => i % 2 === 0 || i > most - 20);
}

/** Whether something is noted after a round: often at first, then more and more seldom. */
export function isNoted(round: number): boolean {
  if (round <= 40) return true;
  if (round <= 400) return round % 5 === 0;
  if (round <= 4000) return round % 20 === 0;
  return round % 50 === 0;
}
