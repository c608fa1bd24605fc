import * as Plot from "@observablehq/plot";
import type {EndingPlan} from "../../models/migration/files.js";
import type {Judged} from "../../models/migration/interventions.js";
import {colors} from "../theme.js";
import {years} from "./format.js";

export interface RankingState {
  /** In the mean field. */
  plans: readonly Judged[];
  /** Agents' figures, by plan, where they have been played under these settings. */
  agents: ReadonlyMap<string, EndingPlan>;
  /** Loss of an instant switch by all. */
  instant: number;
  focus: string;
}

/** Plans from the least loss to the most. */
export function ranked(plans: readonly Judged[]): Judged[] {
  return [...plans].sort((a, b) => a.outcome.loss - b.outcome.loss);
}

/** T90 beyond which the axis only says that it takes longer. */
const longest = 20;

/** A round number a little above. */
function above(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(value, 0.1)));
  return [1, 2, 3, 4, 6, 8, 10].map((f) => f * unit).find((v) => v >= value) ?? 10 * unit;
}

/** The plans ranked by loss: time to nine in ten, the loss by its parts, and the misery of adopters, each on its own axis. */
export function rankingOptions(state: RankingState, width: number, height: number): Plot.PlotOptions {
  const rows = ranked(state.plans);
  const narrow = width < 640;
  const labels = narrow ? 6 : 192;
  const gap = narrow ? 20 : 42;
  const [top, bottom] = [40, 4];
  const pitch = (height - top - bottom) / rows.length;
  const column = narrow ? (width - labels - 2 * gap - 34) / 3 : 0.19 * (width - labels);
  const starts = [labels, labels + column + gap, width - column - (narrow ? 12 : 16)];
  // Room for a number behind the longest bar.
  const wide = starts[2]! - gap - starts[1]! - 30;
  const most = {
    loss: above(Math.max(state.instant, ...rows.map((d) => d.outcome.loss))),
    misery: above(Math.max(0.1, ...rows.map((d) => d.outcome.misery)))
  };
  const at = {
    T90: (v: number) => starts[0]! + (Math.min(v, longest) / longest) * column,
    loss: (v: number) => starts[1]! + (v / most.loss) * wide,
    misery: (v: number) => starts[2]! + (v / most.misery) * column
  };
  const y = (i: number) => top + pitch * (i + (narrow ? 0.7 : 0.5));
  const data = rows.map((d, i) => ({...d.outcome, id: d.id, label: d.label, y: y(i)}));
  type Row = (typeof data)[number];
  const agents = data.flatMap((d) => {
    const found = state.agents.get(d.id);
    if (!found) return [];
    return (["T90", "loss", "misery"] as const).map((name) => {
      const {mean, error} = found.measures[name];
      const never = name === "T90" && found.won < 0.5;
      return {
        x: at[name](never ? longest : mean),
        x1: at[name](mean - 2 * error),
        x2: at[name](mean + 2 * error),
        y: d.y,
        never
      };
    });
  });
  const bars = data.flatMap((d) => {
    const ends = [0, d.welfareLoss, d.welfareLoss + d.switchingLoss, d.loss];
    const fills = [colors.ruin, colors.oldPlatform, colors.other];
    return fills.map((fill, j) => ({x1: at.loss(ends[j]!), x2: at.loss(ends[j + 1]!), y: d.y, fill}));
  });
  const half = narrow ? 4.5 : 6;
  const ink = (d: Row) => (d.id === state.focus ? colors.newPlatform : colors.foreground);
  const heads = [
    {x: starts[0]!, text: "Years to 90 %", fill: colors.newPlatform},
    {x: starts[1]!, text: narrow ? "Loss" : "Loss:", fill: colors.foreground},
    {x: starts[2]!, text: narrow ? "Misery" : "Misery of adopters", fill: colors.ruin},
    ...(narrow
      ? []
      : [
          {x: starts[1]! + 38, text: "welfare", fill: colors.ruin},
          {x: starts[1]! + 92, text: "switching", fill: colors.oldPlatform},
          {x: starts[1]! + 158, text: "enforcement", fill: colors.other}
        ])
  ];
  const ticks = [
    ...[0, 10, 20].map((v) => ({x: at.T90(v), text: v === longest ? "20 +" : `${v}`})),
    ...[0, most.loss / 2, most.loss].map((v) => ({x: at.loss(v), text: `${Number(v.toPrecision(2))}`})),
    ...[0, most.misery].map((v) => ({x: at.misery(v), text: `${Number(v.toPrecision(2))}`}))
  ];
  const beyond = (d: Row) =>
    d.T90 === Number.POSITIVE_INFINITY ? "never" : d.T90 > longest ? "later" : d.T90.toFixed(1);
  return {
    margin: 0,
    x: {domain: [0, width], range: [0, width], axis: null},
    y: {domain: [0, height], range: [0, height], axis: null},
    marks: [
      Plot.text(heads, {x: "x", y: 8, text: "text", textAnchor: "start", fontWeight: 600, fill: "fill"}),
      Plot.text(ticks, {x: "x", y: 25, text: "text", fill: colors.muted}),
      Plot.ruleX(ticks, {x: "x", y1: 33, y2: height, stroke: colors.hairline}),
      Plot.ruleX([at.loss(state.instant)], {y1: 33, y2: height, stroke: colors.ceiling, strokeDasharray: "3 2"}),
      Plot.rect(bars, {x1: "x1", x2: "x2", y1: (d) => d.y - half, y2: (d) => d.y + half, fill: "fill"}),
      Plot.dot(data, {
        x: (d: Row) => at.T90(d.T90),
        y: "y",
        r: 4.5,
        fill: (d: Row) => (d.T90 > longest ? colors.background : colors.newPlatform),
        stroke: colors.newPlatform,
        strokeWidth: 1.5
      }),
      Plot.dot(data, {x: (d: Row) => at.misery(d.misery), y: "y", r: 4.5, fill: colors.ruin}),
      Plot.ruleY(
        agents.filter((d) => !d.never),
        {x1: "x1", x2: "x2", y: "y", stroke: colors.foreground, strokeWidth: 1.5}
      ),
      Plot.ruleX(
        agents.filter((d) => !d.never),
        {x: "x", y1: (d) => d.y - half - 2, y2: (d) => d.y + half + 2, stroke: colors.foreground, strokeWidth: 1.5}
      ),
      Plot.text(data, {
        x: (d: Row) => (at.T90(d.T90) > starts[0]! + column * 0.75 ? at.T90(d.T90) - 9 : at.T90(d.T90) + 9),
        y: "y",
        text: beyond,
        textAnchor: "start",
        fill: colors.muted,
        filter: (d: Row) => at.T90(d.T90) <= starts[0]! + column * 0.75
      }),
      Plot.text(data, {
        x: (d: Row) => at.T90(d.T90) - 9,
        y: "y",
        text: beyond,
        textAnchor: "end",
        fill: colors.muted,
        filter: (d: Row) => at.T90(d.T90) > starts[0]! + column * 0.75
      }),
      Plot.text(data, {
        x: (d: Row) => at.loss(d.loss) + 8,
        y: "y",
        text: (d: Row) => d.loss.toFixed(1),
        textAnchor: "start",
        fill: colors.foreground,
        fontWeight: 600,
        stroke: colors.background,
        strokeWidth: 4
      }),
      Plot.text(data, {
        x: 0,
        y: narrow ? (d: Row) => d.y - pitch * 0.44 : "y",
        text: "label",
        textAnchor: "start",
        fill: ink,
        fontWeight: 600
      })
    ]
  };
}

/** When nine in ten are there, as `nine in ten after 4.0 years`. */
export function nineInTen(T90: number): string {
  return T90 === Number.POSITIVE_INFINITY ? "nine in ten never" : `nine in ten after ${years(T90)}`;
}

/** What the ranking shows, in words. */
export function rankingSummary({plans, instant, agents}: RankingState): string {
  const rows = ranked(plans);
  const best = rows[0]!;
  const worst = rows.at(-1)!;
  const nothing = rows.find(({id}) => id === "none")!;
  const kindest = rows.reduce((a, b) => (b.outcome.misery < a.outcome.misery ? b : a));
  const worse = rows.filter((d) => d.outcome.loss > nothing.outcome.loss).map((d) => d.label.toLowerCase());
  const beaten = worse.length
    ? ` Worse than doing nothing: ${worse.join(", ")}.`
    : " Nothing here is worse than doing nothing.";
  const ticks = agents.size > 0 ? " The ticks are agents, with two standard errors." : "";
  return `Least loss: ${best.label.toLowerCase()}, ${best.outcome.loss.toFixed(1)}, ${nineInTen(best.outcome.T90)}; most: ${worst.label.toLowerCase()}, ${worst.outcome.loss.toFixed(1)}. Doing nothing loses ${nothing.outcome.loss.toFixed(1)}, an instant switch ${instant.toFixed(1)} (green line). Least misery: ${kindest.label.toLowerCase()}.${beaten}${ticks}`;
}
