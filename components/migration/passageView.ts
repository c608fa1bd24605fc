import type {TippingPassageFile} from "../../models/migration/files.js";
import {checkParameters, type Parameters} from "../../models/migration/parameters.js";
import type {PassageStudy} from "../../models/migration/passageStudy.js";
import {figure, fill} from "../figure.js";
import {figureRow} from "../figureRow.js";
import {percent} from "../format.js";
import {plotView} from "../plotView.js";
import type {View} from "../view.js";
import {duration} from "./landscapeWords.js";
import {type ChancesState, chancesOptions, doubtful} from "./passageChances.js";
import {type PassageState, passageOptions} from "./passageChart.js";
import {tippingSolver} from "./tippingSolver.js";
import type {TippingState} from "./tippingState.js";

/** The crowds for which the curve over N is computed, up to the most that the slider offers. */
export const crowds = [
  ...Array.from({length: 10}, (_, i) => 5 + 2 * i),
  ...Array.from({length: 20}, (_, i) => 25 + 5 * i),
  ...Array.from({length: 14}, (_, i) => 130 + 20 * i),
  400
];

/** The crowds whose chances are drawn beside those of the slider's. */
export const otherCrowds = [25, 400];

/** A mean time given by its logarithm, which may be too long to be a number of years that anybody would write out. */
export function longDuration(log: number): string {
  if (log === -Infinity) return "no time";
  if (log < Math.log(1e6)) return duration(Math.exp(log));
  return `10^${(log / Math.LN10).toFixed(1)} years`;
}

/** First passages in words. */
export function passageSummary({study, agents, runs}: PassageState): string {
  const i = study.agents.indexOf(agents);
  if (i < 0) return "";
  const ninety = study.toNinety[i]!;
  const {law, toPass} = study;
  if (!law || !toPass)
    return ninety === -Infinity
      ? `Nine in ten of ${agents} agents are on the new platform from the start.`
      : `There is no pass to cross. From the start of the sliders ${agents} agents take ${longDuration(ninety)} on average until nine in ten have moved.`;
  const byLaw = Math.log(law.prefactor) + agents * law.barrier;
  const tenfold = Math.log(10) / law.barrier;
  const growth =
    tenfold >= 1.5
      ? `Every ${Math.round(tenfold).toLocaleString("en-US")} agents more make it ten times as long.`
      : `Each agent more makes it ${Number(Math.exp(law.barrier).toPrecision(2)).toLocaleString("en-US")} times as long.`;
  return `${agents} agents in the old valley at ${percent(law.valley)} are first past the pass at ${percent(law.pass)} after ${longDuration(toPass[i]!)} on average, and at nine in ten after ${longDuration(ninety)}; the law says ${longDuration(byLaw)}. ${growth}${runs.length ? " Points with bars: runs of agents, two standard errors either way." : ""}`;
}

/** Chances in words. */
export function chancesSummary({curves, agents, pass}: ChancesState): string {
  const own = curves.find((curve) => curve.agents === agents);
  if (!own) return "";
  if (pass === null)
    return `There is no pass, and the crowd goes one way from any start. A run counts as lost here when nobody of ${agents} agents is left on the new platform before nine in ten are.`;
  const [low, high] = doubtful(own);
  return `Of ${agents} agents, a start at ${percent(low)} wins about one time in ten and one at ${percent(high)} nine times in ten; in between chance decides. With more agents the stretch of doubt narrows.`;
}

/** Whether the runs of agents were played with these parameters. */
function played(file: TippingPassageFile | undefined, p: Readonly<Parameters>): boolean {
  if (!file) return false;
  const base = checkParameters(file.base);
  // Passages begin in the valley, wherever the sliders start the war.
  return JSON.stringify({...base, initialShare: 0}) === JSON.stringify({...p, initialShare: 0});
}

/** Exact first passages over the number of agents, and the chance to win over the start; two charts in a row. */
export function passageView(data: Promise<TippingPassageFile>): View<{state: TippingState; agents: number}> {
  const times = plotView<PassageState>({height: "clamp(280px, 60cqw, 340px)"}, passageOptions);
  const chances = plotView<ChancesState>({height: "clamp(280px, 60cqw, 340px)"}, chancesOptions);
  const first = figure({title: "How long chance takes to carry a crowd over", children: [times.node]});
  const second = figure({title: "Who wins, by where one starts", children: [chances.node]});
  const node = figureRow(first, second);
  let file: TippingPassageFile | undefined;
  let state: TippingState | undefined;
  let agents = 100;
  let study: PassageStudy | undefined;
  let solvedFor: Readonly<Parameters> | undefined;

  const show = () => {
    if (!state || !study) return;
    const there = solvedFor && played(file, solvedFor);
    const own = study.absorption.at(-1)!.agents;
    const shown: PassageState = {study, agents: own, T90: state.T90, runs: there ? file!.passages : []};
    const odds: ChancesState = {
      curves: study.absorption,
      agents: own,
      pass: study.law?.pass ?? null,
      runs: there ? file!.chances : undefined
    };
    times.update(shown);
    chances.update(odds);
    first.summary(passageSummary(shown));
    second.summary(chancesSummary(odds));
  };
  const solve = tippingSolver("passage", {
    solved(result, {given}) {
      study = result;
      solvedFor = given as Readonly<Parameters>;
      show();
    },
    failed(message) {
      console.warn(`passages: ${message}`);
      first.status("error", "The times could not be computed. Moving a slider tries again.");
    }
  });
  fill(first, data, (value) => {
    if (!Array.isArray(value.passages) || !Array.isArray(value.chances?.rows)) throw new Error("there are no passages");
    file = value;
    show();
  });
  return {
    node,
    update(next) {
      ({state, agents} = next);
      const sizes = [...new Set([...crowds, agents])].sort((a, b) => a - b);
      solve({given: state.p, agents: sizes, curves: [...otherCrowds.filter((n) => n !== agents), agents]});
    }
  };
}
