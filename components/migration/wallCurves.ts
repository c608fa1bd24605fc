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
    time.flatMap((t, i): Point[] =>
      // A logarithm has no year 0.
      t < 0.5 ? [] : [{weight: weightText(weight), time: t, mean: mean[i]!, low: low[i]!, high: high[i]!}]
    )
  );
  // A name stands on its curve where that passes one half, or near the end of one that does not.
  const names = curves.map(({weight, time, mean}, i) => {
    const half = mean.findIndex((x) => x >= 0.5);
    const at = half >= 0 ? half : time.findLastIndex((t) => t <= years * 0.8);
    const text = i === 0 || half < 0 ? `γ = ${weightText(weight)}` : weightText(weight);
    return {text, time: time[at]!, mean: mean[at]!, dx: i === 0 ? -12 : 0, dy: half >= 0 ? 0 : -10};
  });
  return {
    marginLeft: 44,
    marginRight: 16,
    marginBottom: 42,
    marginTop: 26,
    // Wars at small γ are over soon: equal steps are equal factors.
    x: {
      type: "log",
      domain: [0.5, years],
      label: "Years (logarithmic)",
      labelAnchor: "center",
      labelArrow: "none",
      labelOffset: 36,
      ticks: [0.5, 1, 2, 5, 10, 20, 40],
      tickFormat: String
    },
    y: {domain: [0, 100], percent: true, label: "Packages on the new platform (%)", labelArrow: "none", ticks: 5},
    marks: [
      Plot.ruleY([0]),
      Plot.areaY(points, {x: "time", y1: "low", y2: "high", z: "weight", fill: colors.newPlatform, fillOpacity: 0.13}),
      Plot.line(points, {x: "time", y: "mean", z: "weight", stroke: colors.newPlatform, strokeWidth: 1.75}),
      names.map(({text, time, mean, dx, dy}) =>
        Plot.text([[time, mean]], {
          text: [text],
          dx,
          dy,
          fill: colors.foreground,
          stroke: colors.background,
          strokeWidth: 5
        })
      )
    ]
  };
}
