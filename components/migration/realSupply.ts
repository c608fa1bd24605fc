import * as Plot from "@observablehq/plot";
import type {AdoptionPoint, FitsFile} from "../../models/migration/files.js";
import {yearAt} from "../../models/migration/fitSeries.js";
import {subjects} from "../../models/migration/fitSubjects.js";
import {figure, fill} from "../figure.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";
import {monthName} from "./realWords.js";

/** Supply and demand of one migration. */
export interface SupplyState {
  lines: {name: string; color: string; points: AdoptionPoint[]}[];
  /** When half of the packages were ready, and when half of the downloads were for the new version. */
  halves: [supply: number, demand: number] | undefined;
}

/** The three series of Python 3. */
export function supplyState({series}: FitsFile): SupplyState {
  const of = (id: string) => {
    const found = series.find((d) => d.id === id);
    if (!found) throw new Error(`fits.json lacks ${id}`);
    return found.points;
  };
  const {packages, downloads, surveys} = subjects;
  const half = (points: {time: number; percent: number}[]) =>
    yearAt({time: points.map((d) => d.time), share: points.map((d) => d.percent / 100)}, 0.5);
  const [supply, demand] = [half(of(packages.id)), half(of(downloads.id))];
  return {
    lines: [
      {name: "leading packages that run on it", color: colors.ceiling, points: of(packages.id)},
      {name: "programmers asked", color: colors.outside, points: of(surveys.id)},
      {name: "downloads", color: colors.newPlatform, points: of(downloads.id)}
    ],
    halves: supply !== undefined && demand !== undefined ? [supply, demand] : undefined
  };
}

/** How ready Python 3 was, and how much it was used, over the same years. */
export function supplyOptions({lines, halves}: SupplyState, width: number): Plot.PlotOptions {
  const narrow = width < 560;
  const times = lines.flatMap((line) => line.points.map((d) => d.time));
  const from = Math.floor(Math.min(...times));
  const to = Math.ceil(Math.max(...times));
  // Each name stands beside its own line, where the others are far.
  const places = [4, 2, 2].map((i, row) => lines[row]!.points[i]!);
  return {
    marginLeft: 40,
    marginRight: 14,
    marginTop: 24,
    marginBottom: 32,
    x: {domain: [from, to], tickFormat: (d: number) => String(d), label: null, ticks: narrow ? 5 : 10},
    y: {domain: [0, 100], label: "Python 3 (%)", labelArrow: "none", ticks: 5},
    marks: [
      Plot.ruleY([0, 100], {stroke: colors.hairline}),
      Plot.ruleY([50], {stroke: colors.hairline, strokeDasharray: "1 4"}),
      lines.map(({color, points}) => [
        Plot.line(points, {x: "time", y: "percent", stroke: color, strokeWidth: 2}),
        Plot.dot(points, {x: "time", y: "percent", fill: color, r: 3})
      ]),
      lines.map(({name, color}, row) =>
        Plot.text([places[row]!], {
          x: "time",
          y: "percent",
          text: [narrow ? name.replace(" that run on it", "").replace(" asked", "") : name],
          textAnchor: row === 0 ? "end" : "start",
          dx: row === 0 ? -8 : 9,
          dy: row === 0 ? -6 : 8,
          fill: color,
          fontWeight: 600,
          stroke: colors.background,
          strokeWidth: 4
        })
      ),
      halves
        ? [
            Plot.ruleY([50], {x1: halves[0], x2: halves[1], stroke: colors.foreground, strokeWidth: 1.5}),
            Plot.text([[(halves[0] + halves[1]) / 2, 50]], {
              text: [`${(halves[1] - halves[0]).toFixed(1)} years`],
              dy: 11,
              dx: 14,
              fill: colors.foreground,
              fontWeight: 600,
              stroke: colors.background,
              strokeWidth: 4
            })
          ]
        : null
    ]
  };
}

/** Supply beside demand, filled from the data file. */
export function realSupply(data: Promise<FitsFile>): HTMLElement {
  const chart = plotView<SupplyState>({height: "clamp(250px, 34cqw, 330px)"}, supplyOptions);
  const frame = figure({title: "Python 3: what ran on it, and who used it", children: [chart.node]});
  fill(frame, data, (file) => {
    const state = supplyState(file);
    chart.update(state);
    const [packages, , downloads] = state.lines;
    const first = downloads!.points[0]!;
    const ready = packages!.points[1]!;
    frame.summary(
      `${ready.percent} % of the leading packages ran on Python 3 in ${monthName(ready.month)}. In ${monthName(first.month)} it had ${first.percent.toFixed(1)} % of downloads. ${state.halves ? `Half of the packages came ${(state.halves[1] - state.halves[0]).toFixed(1)} years before half of the downloads.` : ""}`
    );
  });
  return frame.node;
}
