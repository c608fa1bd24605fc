import type {FitBand, FittedCurve} from "../../models/migration/files.js";
import {subjects} from "../../models/migration/fitSubjects.js";
import {percent} from "../format.js";
import {tooFew} from "./fitChart.js";
import type {RealState} from "./fitSolver.js";
import {curveLooks} from "./realCurves.js";

const months = "January February March April May June July August September October November December".split(" ");

/** A month in words: "2016-01" is January 2016. */
export function monthName(month: string): string {
  return `${months[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

/** How each way of coming by a figure is called. */
export const confidences: Record<string, string> = {
  found: "found there",
  "found-derived": "worked out from it",
  "found-range": "middle of a range"
};

/** The four parameters of the game as they are shown. */
export const parameterNames = [
  {symbol: "λ", name: "pace, a year", digits: 2},
  {symbol: "h", name: "bias", digits: 2},
  {symbol: "J", name: "coupling", digits: 2},
  {symbol: "x₀", name: "first share", digits: 3}
] as const;

/** The result of a curve, if there is one. */
export function resultOf(state: RealState, id: FittedCurve["id"]): FittedCurve["result"] | undefined {
  return state.fits?.find((fit) => fit.id === id)?.result;
}

/** The key number and its caption: J / J_c, and how well it is known. */
export function keyOf(state: RealState, critical: number): [value: string, caption: string] {
  const game = resultOf(state, "migration");
  if (!game || !state.fresh) return ["–", tooFew(state) ? "too few figures for the game" : "J / J_c: being fitted"];
  const ratio = game.parameters[2]! / critical;
  if (game.atBound.includes("coupling")) return [`≥ ${ratio.toFixed(1)}`, "J / J_c: J ran to the end of its range"];
  const range = state.band?.parameters[2];
  return [
    ratio.toFixed(2),
    range
      ? `J / J_c (90 %: ${(range[0] / critical).toFixed(2)} – ${(range[1] / critical).toFixed(2)})`
      : "J / J_c, the coupling over the critical one"
  ];
}

const bounds: Record<string, string> = {pace: "λ", bias: "h", coupling: "J", initialShare: "x₀"};

/** Which parameters of the game ran to an end of their range, in words. */
export function boundWords(atBound: readonly string[]): string {
  if (atBound.length === 0) return "";
  const list = atBound.map((name) => bounds[name] ?? name).join(" and ");
  return ` ${list} ran to the end of ${atBound.length > 1 ? "their ranges" : "its range"}: these figures do not settle ${atBound.length > 1 ? "them" : "it"}.`;
}

/** What the main chart shows, in words. */
export function fitSummary(state: RealState, critical: number): string {
  const {settings, series} = state;
  const {title} = subjects[settings.series];
  const few = tooFew(state);
  if (few) return `${title}: ${few}. ${otherWords(state)}`.trim();
  const game = resultOf(state, "migration");
  const logistic = resultOf(state, "logistic");
  if (!game || !state.fresh) return `${title}: being fitted to what was known by ${settings.until}.`;
  const count = game.residuals.length;
  const [, , J] = game.parameters;
  const ahead =
    game.ahead !== null && logistic?.ahead != null
      ? ` Of the ${game.errors.length} figures that came after, the game was off by ${game.ahead.toFixed(1)} points and the logistic by ${logistic.ahead.toFixed(1)}.`
      : "";
  const plain = logistic ? `, the logistic within ${logistic.rmse.toFixed(2)}` : "";
  return `${title}, from ${percent(series.share[0]!, 0)} to ${percent(series.share.at(-1)!, 0)}. The game fits the ${count} figures known within ${game.rmse.toFixed(2)} points${plain}. J is ${J!.toFixed(2)}, J_c ${critical.toFixed(2)}.${boundWords(game.atBound)}${ahead}`;
}

function otherWords(state: RealState): string {
  const words = state.fits?.flatMap(({id, result}) =>
    result?.ahead != null ? [`${curveLooks[id].said} was off by ${result.ahead.toFixed(1)} points`] : []
  );
  return words?.length ? `Of the rest, ${words.join(", ")}.` : "";
}

/** What the residuals show, in words. */
export function residualSummary(state: RealState, band: FitBand | null | undefined): string {
  const game = resultOf(state, "migration");
  const {noise} = state.report;
  const floor = `The figures scatter by about ${noise.toFixed(1)} points around the lines between their neighbours`;
  if (!game || !state.fresh) return `${floor}: no smooth curve can be asked to come much closer.`;
  const spread = 1 / Math.sqrt(game.residuals.length);
  const tied =
    Math.abs(game.lagOne) > 2 * spread
      ? "more than chance makes of unrelated ones"
      : "no more than chance makes of unrelated ones";
  const blocks = band?.blocks
    ? ` Dealt out in blocks of ${band.blocks.length}, they make the band ${band.blocks.width.toFixed(2)} times as wide.`
    : "";
  return `${floor}, whatever the curve. Neighbouring residuals of the game correlate by ${signedFixed(game.lagOne)}, ${tied} (±${spread.toFixed(2)}).${blocks}`;
}

function signedFixed(value: number): string {
  return `${value < 0 ? "−" : ""}${Math.abs(value).toFixed(2)}`;
}
