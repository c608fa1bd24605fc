import * as Plot from "@observablehq/plot";
import {range} from "d3";
import type {WallRun, WallRunsFile} from "../../models/migration/files.js";
import {timeTo} from "../../models/migration/trajectory.js";
import {colors} from "../theme.js";

/** Names of the graphs, as charts and tables call them. */
export const graphNames: Record<string, string> = {
  debian: "Debian",
  linked: "Debian, linked only",
  randomOrder: "Random order",
  preferential: "Preferential",
  layered: "Layers",
  smallWorld: "Small world"
};

/** The runs of one graph and start in order of γ, the hard gate last. */
export function runsOf({runs}: WallRunsFile, graph: string, first: WallRun["first"] = "random"): WallRun[] {
  const weight = (run: WallRun) => run.weight ?? Infinity;
  return runs.filter((run) => run.graph === graph && run.first === first).sort((a, b) => weight(a) - weight(b));
}

interface Point {
  weight: number;
  mean: number;
  low: number;
  high: number;
  /** Whether all wars were won, so that the mean is one of times and not of a bound. */
  all: boolean;
}

function pointsOf(runs: WallRun[]): Point[] {
  return runs
    .filter((run): run is WallRun & {weight: number} => run.weight !== null)
    .map(({weight, mean, error, reached}) => ({
      weight,
      mean,
      low: mean - 2 * error,
      high: mean + 2 * error,
      all: reached === 1
    }));
}

/** The crowd that is well mixed, where everybody waits for everybody: d = 1 − x. */
export function mixedTimes(advantage: number, years: number): {weight: number; mean: number}[] {
  return range(0, 2.001, 0.05).flatMap((weight) => {
    const mean = timeTo({advantage, dependencyWeight: weight}, 0.9, {within: years});
    return mean === Infinity ? [] : [{weight, mean}];
  });
}

/** T90 over γ: the real graph from a random start and with hubs first, without its lone packages, and made-up graphs. */
export function wallTimesOptions(file: WallRunsFile, width: number): Plot.PlotOptions {
  const {years, advantage} = file;
  const narrow = width < 520;
  const series = [
    {points: pointsOf(runsOf(file, "debian")), color: colors.newPlatform, text: "Debian", at: 2, dx: 8, dy: -4},
    {points: pointsOf(runsOf(file, "debian", "hubs")), color: colors.ceiling, text: "hubs first", at: 2, dx: 8, dy: 4},
    {points: pointsOf(runsOf(file, "linked")), color: colors.oldPlatform, text: "linked only", at: 1.5, dx: 8, dy: 8}
  ].filter(({points}) => points.length > 0);
  const others = ["randomOrder", "preferential", "layered", "smallWorld"].map((id) => [
    {weight: 0, mean: series[0]?.points[0]?.mean ?? Number.NaN},
    ...pointsOf(runsOf(file, id))
  ]);
  return {
    marginLeft: 44,
    marginRight: narrow ? 76 : 90,
    marginBottom: 42,
    marginTop: 26,
    x: {
      domain: [0, 2.02],
      label: "Weight of dependencies γ",
      labelAnchor: "center",
      labelArrow: "none",
      labelOffset: 36,
      ticks: 5
    },
    y: {domain: [0, years + 2], label: "Years until nine in ten have moved", labelArrow: "none", ticks: 5},
    marks: [
      Plot.ruleY([years], {stroke: colors.hairline}),
      Plot.text([[0, years]], {
        text: [`not within ${years} years`],
        textAnchor: "start",
        dx: 4,
        dy: 9,
        fill: colors.muted
      }),
      others.map((points) =>
        Plot.line(
          points.filter(({mean}) => Number.isFinite(mean)),
          {x: "weight", y: "mean", stroke: colors.muted, strokeOpacity: 0.55}
        )
      ),
      Plot.line(mixedTimes(advantage, years), {
        x: "weight",
        y: "mean",
        stroke: colors.foreground,
        strokeDasharray: "2 3"
      }),
      Plot.text([[0.97, 24]], {
        text: ["everybody waits\nfor everybody"],
        textAnchor: "end",
        fill: colors.foreground,
        stroke: colors.background,
        strokeWidth: 4
      }),
      series.map(({points, color}) => [
        Plot.line(points, {x: "weight", y: "mean", stroke: color, strokeWidth: 2}),
        Plot.ruleX(points, {x: "weight", y1: "low", y2: "high", stroke: color, strokeWidth: 2}),
        Plot.dot(points, {
          x: "weight",
          y: "mean",
          r: 4,
          stroke: color,
          fill: (d: Point) => (d.all ? color : colors.background)
        })
      ]),
      series.map(({points, color, text, at, dx, dy}) =>
        Plot.text(
          points.filter(({weight}) => weight === at),
          {
            x: "weight",
            y: "mean",
            text: [text],
            textAnchor: "start",
            dx,
            dy,
            fill: color,
            fontWeight: 600,
            stroke: colors.background,
            strokeWidth: 4
          }
        )
      )
    ]
  };
}
