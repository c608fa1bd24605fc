import * as Plot from "@observablehq/plot";
import {type Bottleneck, courseStep, courseYears} from "../../models/migration/bottleneck.js";
import {figure} from "../figure.js";
import {figureRow} from "../figureRow.js";
import {percent} from "../format.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";
import type {View} from "../view.js";
import {signed} from "./format.js";
import {halo} from "./landscapeChart.js";
import {duration} from "./landscapeWords.js";
import {decadeText} from "./passageChart.js";
import {tippingSolver} from "./tippingSolver.js";
import type {TippingState} from "./tippingState.js";

export interface BottleneckState {
  law: Bottleneck | null;
  advantage: number;
  T90: number;
}

/** T90 over the distance past the spinodal, both on logarithmic scales, with the law of the bottleneck. */
export function bottleneckOptions({law, advantage, T90}: BottleneckState): Plot.PlotOptions {
  const rows = law
    ? Array.from(law.beyond, (beyond, i) => ({beyond: Math.log10(beyond), years: Math.log10(law.years[i]!)})).filter(
        ({years}) => Number.isFinite(years)
      )
    : [];
  const ends = law ? [law.beyond[0]!, law.beyond.at(-1)!] : [];
  const line = ends.map((beyond) => ({
    beyond: Math.log10(beyond),
    years: Math.log10(law!.factor) - Math.log10(beyond) / 2
  }));
  const years = [...rows, ...line].map((row) => row.years);
  const beyond = law ? advantage - law.spinodal : 0;
  const here = law && beyond >= ends[0]! && beyond <= ends[1]! && Number.isFinite(T90) && T90 > 0;
  return {
    marginLeft: 52,
    marginRight: 16,
    marginTop: 24,
    marginBottom: 40,
    x: {
      domain: [-6, 0],
      label: "Advantage past the spinodal",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: 6,
      tickFormat: decadeText
    },
    y: {
      domain: [Math.floor(Math.min(0, ...years)), Math.ceil(Math.max(1, ...years))],
      label: "T90 (years)",
      labelArrow: "none",
      ticks: 5,
      tickFormat: decadeText
    },
    marks: [
      Plot.line(line, {x: "beyond", y: "years", stroke: colors.ruin, strokeDasharray: "5 4"}),
      Plot.line(rows, {x: "beyond", y: "years", stroke: colors.newPlatform, strokeWidth: 2}),
      law
        ? [
            Plot.text([line[0]!], {
              x: -3,
              y: Math.log10(law.factor) + 1.5,
              text: [`slope ${signed(law.slope, 3)}`],
              textAnchor: "start",
              dx: 8,
              dy: -12,
              fill: colors.newPlatform,
              fontWeight: 600,
              ...halo
            }),
            Plot.text([line[1]!], {
              x: -1.5,
              y: Math.log10(law.factor) + 0.75,
              text: ["law of the bottleneck"],
              textAnchor: "end",
              dx: -8,
              dy: 12,
              fill: colors.ruin,
              ...halo
            })
          ]
        : null,
      here
        ? Plot.dot([[Math.log10(beyond), Math.log10(T90)]], {
            r: 4.5,
            fill: colors.background,
            stroke: colors.foreground,
            strokeWidth: 2
          })
        : null
    ]
  };
}

/** The share over the years at some distances past the spinodal, each line named where it passes one half. */
export function coursesOptions({law}: BottleneckState): Plot.PlotOptions {
  const courses = law?.courses ?? [];
  return {
    marginLeft: 44,
    marginRight: 16,
    marginTop: 24,
    marginBottom: 40,
    x: {domain: [0, courseYears], label: "Years", labelAnchor: "center", labelArrow: "none", ticks: 8},
    y: {
      domain: [0, 1],
      label: "Share on the new platform (%)",
      labelArrow: "none",
      ticks: 5,
      tickFormat: (share: number) => `${Math.round(share * 100)}`
    },
    marks: [
      law ? Plot.ruleY([law.share], {stroke: colors.ruin, strokeDasharray: "2 3"}) : null,
      courses.map(({share}) =>
        Plot.line(share, {x: (_, i) => i * courseStep, y: (x) => x, stroke: colors.newPlatform, strokeWidth: 1.5})
      ),
      // From the bottom up, so that lines that rise close together have names that do not lie over each other.
      courses.map(({beyond, share}, i) => {
        const height = 0.9 - 0.13 * i;
        const at = share.findIndex((x) => x >= height);
        if (at < 0) return null;
        return Plot.text([[at * courseStep, height]], {
          text: [`+${beyond}`],
          textAnchor: at * courseStep > 0.85 * courseYears ? "end" : "start",
          dx: at * courseStep > 0.85 * courseYears ? -6 : 6,
          fill: colors.newPlatform,
          fontWeight: 600,
          ...halo
        });
      })
    ]
  };
}

/** The law in words. */
export function bottleneckSummary({law, advantage, T90}: BottleneckState): string {
  if (!law)
    return "There is no bottleneck here: the coupling is too weak for a spinodal, or the crowd starts past the end of the old branch, or the new branch rests below nine in ten.";
  const here =
    advantage > law.spinodal
      ? `The war of the sliders is ${signed(advantage - law.spinodal, 3)} past it and takes ${duration(T90)}.`
      : `The war of the sliders has not got there: its advantage is ${signed(law.spinodal - advantage, 3)} short.`;
  return `A hundredth past the spinodal of ${signed(law.spinodal, 3)} the law gives ${duration(law.factor / 0.1)}, a millionth past it ${duration(law.factor / 1e-3)}: a hundred times nearer takes ten times as long. Close to the spinodal the computed slope is ${signed(law.slope, 3)}. ${here}`;
}

/** The courses in words. */
export function coursesSummary(law: Bottleneck | null): string {
  if (!law) return "Without a spinodal ahead of the crowd there is no floor to creep over.";
  const slow = law.courses.at(-1)!;
  const at = slow.share.findIndex((x) => x >= 0.5);
  const end =
    at < 0 ? `after ${courseYears} years is not at one half yet` : `is at one half after ${duration(at * courseStep)}`;
  return `Each line is a war that is won for certain, at an advantage so much past ${signed(law.spinodal)}. All creep past ${percent(law.share)}, where the branch ended, and then go quickly. The one that is ${slow.beyond} past it ${end}.`;
}

/** T90 just past the spinodal, beside the law that it tends to. */
export function bottleneckView(): View<TippingState> {
  const chart = plotView<BottleneckState>({height: 280}, bottleneckOptions);
  const courses = plotView<BottleneckState>({height: 280}, coursesOptions);
  const first = figure({title: "Some distance past the spinodal, the share over time", children: [courses.node]});
  const frame = figure({title: "The time to nine in ten just past the spinodal", children: [chart.node]});
  const node = figureRow(first, frame);
  let state: TippingState;
  let law: Bottleneck | null = null;
  let known = false;
  const show = () => {
    if (!known) return;
    const shown = {law, advantage: state.p.advantage, T90: state.T90};
    chart.update(shown);
    courses.update(shown);
    first.summary(() => coursesSummary(law));
    frame.summary(bottleneckSummary(shown));
  };
  const solve = tippingSolver("bottleneck", {
    solved(result) {
      law = result;
      known = true;
      show();
    },
    failed(message) {
      console.warn(`bottleneck: ${message}`);
      frame.status("error", "The times could not be computed. Moving a slider tries again.");
    }
  });
  return {
    node,
    update(next) {
      state = next;
      solve({given: state.p});
      show();
    }
  };
}
