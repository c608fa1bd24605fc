import * as Plot from "@observablehq/plot";
import {colors} from "../theme.js";
import type {CurvesPiece} from "./ending.worker.js";
import {halo} from "./endingFocus.js";
import {nineInTen} from "./endingRanking.js";
import {signed} from "./format.js";

export interface BeliefState {
  rates: readonly number[];
  T90: readonly number[];
  loss: readonly number[];
  /** The war without a date. */
  nothing: {T90: number; loss: number};
  year: number;
}

export function beliefState({rates, belief}: CurvesPiece, nothing: BeliefState["nothing"], year: number): BeliefState {
  return {rates, T90: belief.T90, loss: belief.loss, nothing, year};
}

/** Loss under a date, over how fast belief in it fades with its distance. */
export function beliefOptions({rates, loss, nothing}: BeliefState, width: number): Plot.PlotOptions {
  const finite = rates.flatMap((rate, i) => (Number.isFinite(rate) ? [[rate, loss[i]!] as const] : []));
  const disbelieved = loss.at(-1)!;
  const top = Math.max(nothing.loss, ...loss) * 1.1;
  const narrow = width < 560;
  const level = (value: number, text: string, color: string, below: boolean) => [
    Plot.ruleY([value], {stroke: color, strokeDasharray: "3 3"}),
    Plot.text([[3, value]], {text: [text], textAnchor: "end", dy: below ? 10 : -9, fill: color, ...halo})
  ];
  // Two levels too close for two labels on one side stand on either side of their lines.
  const close = Math.abs(nothing.loss - disbelieved) < top * 0.12;
  const nothingLower = nothing.loss < disbelieved;
  return {
    marginLeft: 48,
    marginRight: 20,
    marginTop: 22,
    marginBottom: 43,
    x: {
      domain: [0, 3],
      label: narrow
        ? "Disbelief r (per year)"
        : "Disbelief r: how fast belief fades with the distance of the date (per year)",
      labelAnchor: "center",
      labelOffset: 36,
      labelArrow: "none",
      ticks: 6
    },
    y: {domain: [0, top], label: "Loss (utility a user)", labelArrow: "none", ticks: 5},
    marks: [
      level(nothing.loss, `no date: ${nothing.loss.toFixed(1)}`, colors.outside, close && nothingLower),
      level(
        disbelieved,
        `nobody believes before it comes: ${disbelieved.toFixed(1)}`,
        colors.ruin,
        close && !nothingLower
      ),
      Plot.line(finite, {stroke: colors.newPlatform, strokeWidth: 2.5}),
      Plot.dot([finite[0]!], {r: 4.5, fill: colors.newPlatform}),
      Plot.text([finite[0]!], {
        text: [`full belief: ${finite[0]![1].toFixed(1)}`],
        textAnchor: "start",
        dx: 10,
        dy: 12,
        fill: colors.newPlatform,
        fontWeight: 600,
        ...halo
      })
    ].flat()
  };
}

/** What disbelief costs, in words. */
export function beliefSummary({rates, T90, loss, nothing, year}: BeliefState): string {
  const [full, none] = [loss[0]!, loss.at(-1)!];
  const half = rates.findIndex((rate, i) => Number.isFinite(rate) && loss[i]! >= (full + none) / 2);
  const middle =
    none - full > 0.05 && half > 0
      ? ` Half of that is gone once belief fades at ${rates[half]!.toFixed(1)} a year.`
      : "";
  return `A date in year ${year}: fully believed it costs ${full.toFixed(1)} and ${nineInTen(T90[0]!)}; disbelieved ${none.toFixed(1)} and ${nineInTen(T90.at(-1)!)}. Belief is worth ${signed(none - full, 1)} to the average user.${middle} Without a date the war costs ${nothing.loss.toFixed(1)}.`;
}
