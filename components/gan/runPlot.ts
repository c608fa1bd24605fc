import * as Plot from "@observablehq/plot";
import type {BandPoint} from "../../models/gan/runBands.js";
import {colors} from "../theme.js";

/** One quantity of a training over the faces shown. */
export interface RunSeries {
  /** Written above the plot where it has several. */
  name: string;
  color: string;
  points: readonly BandPoint[];
  faint?: boolean;
  /** Whether its line is dashed, so that it is told from another one without its colour. */
  dashed?: boolean;
}

/** A value that the curves are held against. */
export interface Reference {
  value: number;
  label: string;
  color?: string;
}

export interface RunPlotState {
  series: readonly RunSeries[];
  references: readonly Reference[];
  /** From how many faces to how many, and whether the axis is logarithmic. */
  domain: readonly [number, number];
  logX: boolean;
  logY?: boolean;
  yDomain?: readonly [number, number];
  /** Single points, such as where another run ended. */
  dots?: readonly {images: number; value: number; label: string}[];
  /** When the resolution changed. */
  grown?: number | null;
  percent?: boolean;
  /** Whether to name the axis of faces. */
  named?: boolean;
}

/** Thousands and millions of faces, short. */
export function shortCount(value: number): string {
  if (value >= 1e6) return `${Number((value / 1e6).toPrecision(3))} M`;
  if (value >= 1000) return `${Number((value / 1000).toPrecision(3))} k`;
  return String(Number(value.toPrecision(3)));
}

/** Curves with their range over runs, lines to hold them against, and where the resolution changed. */
export function runPlotOptions(state: RunPlotState, width: number): Plot.PlotOptions {
  const {series, references, domain, logX, logY = false, yDomain, dots = [], grown, percent = false, named} = state;
  // A logarithm has no place for what is not above 0.
  const shown = series.map((one) => ({
    ...one,
    points: one.points.filter(({images, low}) => images >= domain[0] && images <= domain[1] && (!logY || low > 0))
  }));
  const rules = references.filter(({value}) => !logY || value > 0);
  const inside = grown && grown > domain[0] && grown < domain[1] ? [grown] : [];
  return {
    marginLeft: 42,
    marginRight: 14,
    marginTop: 10,
    marginBottom: named ? 36 : 22,
    x: {
      type: logX ? "log" : "linear",
      domain,
      label: named ? "Real faces shown" : null,
      labelAnchor: "center",
      labelArrow: "none",
      ticks: width < 330 ? 3 : 5,
      tickFormat: (value: number) => shortCount(value)
    },
    y: {
      type: logY ? "log" : "linear",
      label: null,
      ticks: 4,
      ...(logY && {tickFormat: "~g"}),
      ...(percent && {tickFormat: (value: number) => `${Number((100 * value).toFixed(1))} %`}),
      ...(yDomain ? {domain: yDomain} : {nice: !logY})
    },
    marks: [
      Plot.ruleX(inside, {stroke: colors.muted, strokeDasharray: "1 3"}),
      Plot.ruleY(rules, {y: "value", stroke: (d: Reference) => d.color ?? colors.real, strokeDasharray: "4 3"}),
      ...shown.map(({points, color}) =>
        Plot.areaY(points, {x: "images", y1: "low", y2: "high", fill: color, fillOpacity: 0.18})
      ),
      ...shown.map(({points, color, faint, dashed}) =>
        Plot.line(points, {
          x: "images",
          y: "mean",
          stroke: color,
          strokeWidth: faint ? 1 : 1.8,
          strokeOpacity: faint ? 0.55 : 1,
          ...(dashed && {strokeDasharray: "7 3"})
        })
      ),
      // A curve of one point is a dot.
      ...shown
        .filter(({points}) => points.length === 1)
        .map(({points, color}) => Plot.dot(points, {x: "images", y: "mean", fill: color, r: 3})),
      Plot.dot(dots, {x: "images", y: "value", stroke: colors.foreground, fill: colors.background, r: 4}),
      Plot.text(dots, {
        x: "images",
        y: "value",
        text: "label",
        textAnchor: "end",
        dx: -8,
        fill: colors.foreground,
        stroke: colors.background,
        strokeWidth: 4
      }),
      ...rules.map((rule) =>
        Plot.text([rule], {
          x: () => domain[0],
          y: "value",
          text: "label",
          textAnchor: "start",
          dx: 4,
          dy: -7,
          fill: rule.color ?? colors.real,
          stroke: colors.background,
          strokeWidth: 4
        })
      )
    ]
  };
}
