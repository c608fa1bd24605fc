import * as Plot from "@observablehq/plot";
import type {EndingPlan} from "../../models/migration/files.js";
import type {Judged} from "../../models/migration/interventions.js";
import {percent} from "../format.js";
import {colors} from "../theme.js";
import {years} from "./format.js";

/** A plan looked at more closely, beside doing nothing. */
export interface FocusState {
  plan: Judged;
  nothing: Judged;
  instant: number;
  /** The same plan among agents, where it has been played under these settings. */
  agents?: {time: readonly number[]; plan: EndingPlan} | undefined;
}

/** A label that stays readable where a line passes behind it. */
export const halo = {stroke: colors.background, strokeWidth: 4} as const;

const rows = (time: ArrayLike<number>, values: ArrayLike<number>) =>
  Array.from(time, (t, i) => [t, values[i]!] as const);

const axisX = (label: string) =>
  ({
    label,
    labelAnchor: "center",
    labelOffset: 36,
    labelArrow: "none",
    domain: [0, 40],
    ticks: [0, 10, 20, 30, 40]
  }) as const;

/** The share over all forty years, with the band of agents. */
export function focusShareOptions({plan, nothing, agents}: FocusState): Plot.PlotOptions {
  return {
    marginLeft: 44,
    marginRight: 14,
    marginTop: 20,
    marginBottom: 43,
    x: axisX("Years"),
    y: {domain: [0, 100], label: "On the new platform (%)", percent: true, labelArrow: "none", ticks: 5},
    marks: [
      Plot.ruleY([0], {stroke: colors.hairline}),
      agents
        ? Plot.areaY(agents.time, {
            x: (d) => d,
            y1: agents.plan.low,
            y2: agents.plan.high,
            fill: colors.newPlatform,
            fillOpacity: 0.2
          })
        : null,
      agents
        ? Plot.line(rows(agents.time, agents.plan.mean), {
            stroke: colors.foreground,
            strokeWidth: 1.2,
            strokeDasharray: "1 3",
            strokeLinecap: "round"
          })
        : null,
      Plot.line(rows(nothing.time, nothing.share), {stroke: colors.outside, strokeWidth: 1.5}),
      Plot.line(rows(plan.time, plan.share), {stroke: colors.newPlatform, strokeWidth: 2.5}),
      Plot.text([plan.label], {
        frameAnchor: "bottom-right",
        dy: -24,
        dx: -6,
        text: (d) => d,
        fill: colors.newPlatform,
        fontWeight: 600,
        ...halo
      }),
      Plot.text(["doing nothing"], {
        frameAnchor: "bottom-right",
        dy: -8,
        dx: -6,
        text: (d) => d,
        fill: colors.outside,
        ...halo
      })
    ]
  };
}

/** The loss as it adds up, against doing nothing and an instant switch. */
export function focusLossOptions({plan, nothing, instant}: FocusState): Plot.PlotOptions {
  const end = [plan, nothing].map((d) => ({
    label: d === plan ? "this plan" : "doing nothing",
    color: d === plan ? colors.newPlatform : colors.outside,
    loss: d.loss.at(-1)!
  }));
  const same = plan.id === nothing.id;
  const top = Math.max(instant, ...end.map((d) => d.loss)) * 1.08;
  return {
    marginLeft: 44,
    marginRight: 14,
    marginTop: 20,
    marginBottom: 43,
    x: axisX("Years"),
    y: {domain: [0, top], label: "Loss so far (utility a user)", labelArrow: "none", ticks: 5},
    marks: [
      Plot.ruleY([instant], {stroke: colors.ceiling, strokeDasharray: "3 2"}),
      Plot.text([instant], {
        x: 40,
        y: (d) => d,
        text: ["instant switch"],
        textAnchor: "end",
        dy: 8,
        fill: colors.ceiling,
        ...halo
      }),
      Plot.line(rows(nothing.time, nothing.loss), {stroke: colors.outside, strokeWidth: 1.5}),
      Plot.line(rows(plan.time, plan.loss), {stroke: colors.newPlatform, strokeWidth: 2.5}),
      Plot.text(same ? end.slice(1) : end, {
        x: 40,
        y: "loss",
        text: (d) => `${d.label}: ${d.loss.toFixed(1)}`,
        textAnchor: "end",
        dy: -9,
        fill: "color",
        fontWeight: 600,
        ...halo
      })
    ]
  };
}

/** The plan in words: where its loss comes from, and what was paid besides. */
export function focusSummary({plan, nothing, agents}: FocusState): string {
  const {
    T90,
    loss,
    welfareLoss,
    switchingLoss,
    enforcementLoss,
    subsidies,
    sunsetBurden,
    misery,
    yearsWorseOff,
    finalShare
  } = plan.outcome;
  const besides = [
    subsidies > 0 ? `${subsidies.toFixed(2)} in subsidies` : "",
    sunsetBurden > 0 ? `${sunsetBurden.toFixed(2)} taken by the date from those who stayed` : ""
  ].filter(Boolean);
  const paid = besides.length ? ` Besides, and no part of the loss: ${besides.join(" and ")}.` : "";
  const end =
    T90 === Number.POSITIVE_INFINITY
      ? `nine in ten are never there in 40 years; ${percent(finalShare)} are at the end`
      : `nine in ten are there after ${years(T90)}`;
  const change = loss - nothing.outcome.loss;
  const against =
    plan.id === nothing.id ? "" : `, ${Math.abs(change).toFixed(1)} ${change < 0 ? "less" : "more"} than doing nothing`;
  const played = agents
    ? ` Dotted and shaded: agents, their mean and nine in ten of their wars; they lose ${agents.plan.measures.loss.mean.toFixed(2)} ± ${agents.plan.measures.loss.error.toFixed(2)}.`
    : "";
  return `${plan.label}: ${end}. The average user loses ${loss.toFixed(1)}${against}: ${welfareLoss.toFixed(1)} in welfare, ${switchingLoss.toFixed(1)} in switching, ${enforcementLoss.toFixed(1)} in enforcement.${paid} Adopters are worse off than without the new platform for ${years(yearsWorseOff)}; misery ${misery.toFixed(2)}.${played}`;
}
