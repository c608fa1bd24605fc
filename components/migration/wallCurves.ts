import * as Plot from "@observablehq/plot";
import type {WallRunsFile} from "../../models/migration/files.js";
import {colors} from "../theme.js";

interface Point {
  weight: string;
  time: number;
  mean: number;
  low: number;
  high: number;
}

/** γ as text, `∞` for the hard gate. */
export function weightText(weight: number | null): string {
  return weight === null ? "∞" : String(weight);
}

/** The share over time for each γ: the mean of many wars, and the band of nine in ten. */
export function wallCurvesOptions({curves, years}: Pick<WallRunsFile, "curves" | "years">): Plot.PlotOptions {
  const points = curves.flatMap(({weight, time, mean, low, high}) =>
    time.map((t, i): Point => ({weight: weightText(weight), time: t, mean: mean[i]!, low: low[i]!, high: high[i]!}))
  );
  // A name stands where its curve passes one half, or at the end of one that does not.
  const names = curves.map(({weight, time, mean}) => {
    const half = mean.findIndex((x) => x >= 0.5);
    return half >= 0
      ? {text: `γ = ${weightText(weight)}`, time: time[half]!, mean: 0.5, dx: 8, dy: 0, anchor: "start" as const}
      : {text: `γ = ${weightText(weight)}`, time: years, mean: mean.at(-1)!, dx: 0, dy: -10, anchor: "end" as const};
  });
  return {
    marginLeft: 44,
    marginRight: 16,
    marginBottom: 40,
    marginTop: 26,
    x: {domain: [0, years], label: "Years", labelAnchor: "center", labelArrow: "none"},
    y: {domain: [0, 100], percent: true, label: "Packages on the new platform (%)", labelArrow: "none", ticks: 5},
    marks: [
      Plot.ruleY([0]),
      Plot.areaY(points, {x: "time", y1: "low", y2: "high", z: "weight", fill: colors.newPlatform, fillOpacity: 0.13}),
      Plot.line(points, {x: "time", y: "mean", z: "weight", stroke: colors.newPlatform, strokeWidth: 1.75}),
      names.map(({text, time, mean, dx, dy, anchor}) =>
        Plot.text([[time, mean]], {
          text: [text],
          textAnchor: anchor,
          dx,
          dy,
          fill: colors.foreground,
          stroke: colors.background,
          strokeWidth: 4
        })
      )
    ]
  };
}
