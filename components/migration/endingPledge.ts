import * as Plot from "@observablehq/plot";
import {feasibleThresholds, type Interval, pledgeChance} from "../../models/migration/interventions.js";
import type {SomeParameters} from "../../models/migration/parameters.js";
import {percent} from "../format.js";
import {colors} from "../theme.js";
import {halo} from "./endingFocus.js";

export interface PledgeState {
  war: SomeParameters;
  threshold: number;
  intervals: Interval[];
  chance: number;
}

/** A pledge put to all holdouts at the start. */
export function pledgeState(war: SomeParameters, threshold: number): PledgeState {
  return {war, threshold, intervals: feasibleThresholds(war), chance: pledgeChance(war, threshold)};
}

const steps = Array.from({length: 101}, (_, i) => i / 100);

/** Who signs at each threshold, against the threshold itself: the pledge fires where the curve is on or above the diagonal. */
export function pledgeOptions({war, threshold, intervals, chance}: PledgeState, width: number): Plot.PlotOptions {
  const curve = steps.map((theta) => [theta, pledgeChance(war, theta)] as const);
  const fires = chance >= threshold;
  const narrow = width < 560;
  const wide = intervals.filter(([low, high]) => high - low > 0.1);
  return {
    marginLeft: 48,
    marginRight: 20,
    marginTop: 22,
    marginBottom: 43,
    x: {
      domain: [0, 100],
      percent: true,
      label: "Threshold θ (%)",
      labelAnchor: "center",
      labelOffset: 36,
      labelArrow: "none",
      ticks: narrow ? 5 : 10
    },
    y: {domain: [0, 100], percent: true, label: "Holdouts who would sign (%)", labelArrow: "none", ticks: 5},
    marks: [
      Plot.rect(intervals, {x1: "0", x2: "1", y1: 0, y2: 1, fill: colors.ceiling, fillOpacity: 0.14}),
      Plot.text(wide, {
        x: (d: Interval) => d[1],
        y: 0.05,
        textAnchor: "end",
        dx: -8,
        text: (d: Interval) => `feasible: ${percent(d[0], 0)} – ${percent(d[1], 0)}`,
        fill: colors.ceiling,
        fontWeight: 600
      }),
      Plot.line(
        [
          [0, 0],
          [1, 1]
        ],
        {stroke: colors.muted, strokeDasharray: "3 3"}
      ),
      narrow
        ? null
        : Plot.text([[0.3, 0.3]], {
            text: ["as many as were asked for"],
            rotate: -19,
            dy: -9,
            fill: colors.muted,
            ...halo
          }),
      Plot.line(curve, {stroke: colors.newPlatform, strokeWidth: 2.5}),
      Plot.ruleX([threshold], {y1: 0, y2: 1, stroke: colors.foreground, strokeDasharray: "2 3"}),
      Plot.dot([[threshold, chance]], {
        r: 5,
        fill: colors.background,
        stroke: fires ? colors.ceiling : colors.ruin,
        strokeWidth: 2.5
      }),
      Plot.text([[threshold, chance]], {
        text: [`${percent(chance, 0)} sign: ${fires ? "it fires" : "it fails"}`],
        textAnchor: threshold > 0.6 ? "end" : "start",
        dx: threshold > 0.6 ? -10 : 10,
        dy: chance > 0.9 ? 14 : -12,
        fill: fires ? colors.ceiling : colors.ruin,
        fontWeight: 600,
        ...halo
      })
    ]
  };
}

/** An interval of thresholds, as `50.0 % to 92.9 %`. */
export function intervalWords([low, high]: Interval): string {
  return `${low === 0 ? "0" : percent(low)} to ${percent(high, high < 0.001 ? 4 : 1)}`;
}

/** Which thresholds are feasible, in words. */
export function pledgeSummary({threshold, intervals, chance}: PledgeState): string {
  const fires = chance >= threshold;
  const high = intervals.filter(([, end]) => end >= 0.5);
  const list = intervals.map(intervalWords).join(" and ");
  const reach = high.length ? "" : " None of these carries the crowd over: those who would sign are too few to matter.";
  return `At a threshold of ${percent(threshold, 0)}, ${percent(chance)} of the holdouts would sign, so that the pledge ${fires ? "fires and they move together" : "fails and nobody moves"}. Feasible thresholds: ${list}.${reach}`;
}
