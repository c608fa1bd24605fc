import type {FitBand, FitsFile, FittedCurve, SeriesFits} from "../../models/migration/files.js";
import type {Series} from "../../models/migration/fitSeries.js";
import {subjects} from "../../models/migration/fitSubjects.js";
import type {FitAnswer, FitQuestion} from "./fit.worker.js";
import type {RealSettings} from "./realInputs.js";

/** What is known of the settings that the reader has chosen. */
export interface RealState {
  settings: RealSettings;
  report: SeriesFits;
  series: Series;
  /** The game and its rivals, as fitted; `fresh` is false while they are of the settings before, of the same series. */
  fits: FittedCurve[] | undefined;
  /** The switching cost and the cut-off that `fits` belong to. */
  fitted: {until: number; switchingCost: number};
  fresh: boolean;
  /** Missing while it is being computed; null where there is nothing to compute or the reader has stopped it. */
  band: FitBand | null | undefined;
  /** How much of the band is done, 0 … 1. */
  done: number;
}

interface Known {
  fits: FittedCurve[];
  band?: FitBand | null;
}

export interface FitWatcher {
  changed(state: RealState): void;
  failed(message: string): void;
}

/** Refits behind a live band: half of what the built band has, for the reader is waiting. */
const liveRounds = 100;

/** Milliseconds without a move after which a slider rests: a worker busy during a drag would cost it frames. */
const resting = 120;

/**
 * Keeps the fits of the page up to date. Fits to all figures at the file's k come from the built file; any other cut-off or
 * k is fitted in a worker, the fits first and then the band round by round, the latest settings taking the place of any
 * before. What has been computed once is kept.
 */
export function fitSolver(
  file: FitsFile,
  {changed, failed}: FitWatcher
): {update(settings: RealSettings): void; stop(): void} {
  let state: RealState | undefined;
  let worker: Worker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let id = 0;
  let asked = {id: 0, key: ""};
  const known = new Map<string, Known>();

  /** All cut-offs after the last figure are one; so are those between the same two figures. */
  const keyOf = ({series, until, switchingCost}: RealSettings, {time}: Series) =>
    [series, time.filter((t) => t < until).length, switchingCost].join();

  function start(): Worker {
    const made = new Worker(import.meta.resolve("./fit.worker.js"), {type: "module"});
    made.onmessage = ({data}: MessageEvent<FitAnswer>) => {
      if (data.id !== asked.id || data.id !== id) return;
      if ("error" in data) return failed(data.error);
      if ("fits" in data) known.set(asked.key, {fits: data.fits});
      else if ("band" in data) known.get(asked.key)!.band = data.band;
      else state = {...state!, done: data.done};
      refresh();
    };
    made.onerror = () => {
      made.terminate();
      worker = undefined;
      failed("the worker could not be started");
    };
    return made;
  }

  function refresh(): void {
    const {settings, series} = state!;
    const found = known.get(keyOf(settings, series));
    if (found) {
      const {until, switchingCost} = settings;
      state = {...state!, fits: found.fits, band: found.band, fitted: {until, switchingCost}, fresh: true};
    }
    changed(state!);
  }

  return {
    update(settings) {
      const report = file.series.find((d) => d.id === subjects[settings.series].id)!;
      const same = state?.report === report;
      const series = same
        ? state!.series
        : {time: report.points.map((d) => d.time), share: report.points.map((d) => d.percent / 100)};
      const built = keyOf({...settings, until: Infinity, switchingCost: file.switchingCost}, series);
      if (!known.has(built)) known.set(built, {fits: report.fits, band: report.band});
      const {until, switchingCost} = settings;
      state = {
        settings,
        report,
        series,
        fits: same ? state!.fits : undefined,
        fitted: same ? state!.fitted : {until, switchingCost},
        fresh: false,
        band: undefined,
        done: 0
      };
      const key = keyOf(settings, series);
      if (asked.key === key && asked.id === id) return refresh(); // on its way, or here
      clearTimeout(timer);
      ++id;
      asked = {id, key};
      if (known.get(key)?.band === undefined)
        timer = setTimeout(() => {
          worker ??= start();
          const question: FitQuestion = {id, series, until, switchingCost, rounds: liveRounds, seed: `real ${key}`};
          worker.postMessage(question);
        }, resting);
      refresh();
    },
    stop() {
      if (!state || state.band !== undefined) return;
      clearTimeout(timer);
      worker?.terminate();
      worker = undefined;
      ++id;
      state = {...state, band: null};
      changed(state);
    }
  };
}
