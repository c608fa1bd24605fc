import type {FlagshipFile, LossCurve, SampleSheet, TrainingFile} from "../../models/gan/files.js";
import {type BandPoint, bandOf} from "../../models/gan/runBands.js";

/** A training, or several that differ in their seed, as the page shows it. */
export interface RunSet {
  /** Runs in it. */
  runs: number;
  batch: number;
  steps: number;
  /** Faces that each look was taken at. */
  judged: number;
  floor: number;
  realCoverage: number;
  /** When the last resolution came in, in faces shown; null where it was there from the start. */
  grown: number | null;
  losses: {discriminator: BandPoint[]; generator: BandPoint[]; r1: BandPoint[]};
  looks: {fd: BandPoint[]; coverage: BandPoint[]; sureness: BandPoint[]};
  /** The short run that a long one is held against. */
  baseline: {fd: number; coverage: number; images: number} | null;
  sheet: SampleSheet | null;
  note: string;
}

function lossBands(curves: readonly LossCurve[], batch: number): RunSet["losses"] {
  const band = (name: "discriminator" | "generator" | "r1") =>
    bandOf(curves.map((curve) => ({images: curve.step.map((step) => step * batch), values: curve[name]})));
  return {discriminator: band("discriminator"), generator: band("generator"), r1: band("r1")};
}

function lookBands(logs: readonly FlagshipFile["log"][]): RunSet["looks"] {
  const band = (name: "fd" | "coverage" | "sureness") =>
    bandOf(logs.map((log) => ({images: log.map(({images}) => images), values: log.map((look) => look[name])})));
  return {fd: band("fd"), coverage: band("coverage"), sureness: band("sureness")};
}

/** A file of the trainings that every build does. @throws Error if it is not whole. */
export function trainingRuns(file: TrainingFile): RunSet {
  const {config, runs, yardstick, sheet, note} = file ?? {};
  if (!config || !yardstick || !sheet || !runs?.length) throw new Error("the training is not all there");
  const {batch, steps, grow} = config;
  if (runs.some(({looks}) => looks.length === 0)) throw new Error("the training was never looked at");
  return {
    runs: runs.length,
    batch,
    steps,
    judged: yardstick.faces,
    floor: yardstick.floor,
    realCoverage: yardstick.coverage,
    grown: grow && grow.at * batch,
    losses: lossBands(
      runs.map((d) => d.losses),
      batch
    ),
    looks: lookBands(runs.map((d) => d.looks)),
    baseline: null,
    sheet,
    note
  };
}

/** The long run. @throws Error if it is not whole. */
export function flagshipRun(file: FlagshipFile): RunSet {
  const {config, log, losses, floor, realCoverage, baseline, note} = file ?? {};
  if (!config || !log?.length || !losses || !baseline) throw new Error("the long run is not all there");
  const {batch, steps, grow} = config;
  return {
    runs: 1,
    batch,
    steps,
    judged: 2000,
    floor,
    realCoverage,
    grown: grow && grow.at * batch,
    losses: lossBands([losses], batch),
    looks: lookBands([log]),
    baseline,
    sheet: null,
    note
  };
}

/** The steps that the scrubber rests at when it plays: those of the sample grids, or of the looks where there are none. */
export function moments({sheet, looks, batch}: RunSet): number[] {
  return sheet ? [...sheet.steps] : looks.fd.map(({images}) => images / batch);
}

/** The part of the training, in percent on the slider’s half-percent notches, at which a moment has been reached. */
export function partOf(step: number, steps: number): number {
  return Math.min(100, Math.ceil((200 * step) / steps - 1e-9) / 2);
}

/** The place of the last of these steps that has been reached. */
export function reached(steps: readonly number[], step: number): number {
  return Math.max(
    0,
    steps.findLastIndex((at) => at <= step + 1e-9)
  );
}
