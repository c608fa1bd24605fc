import * as Plot from "@observablehq/plot";
import {colors} from "../theme.js";
import {spread} from "./fitChart.js";
import type {RealState} from "./fitSolver.js";
import {type CurveId, curveLooks, shownCurves} from "./realCurves.js";

interface Gap {
  id: CurveId;
  time: number;
  points: number;
  later: boolean;
}

/** Observed less fitted, and less forecast after the cut-off, of the curves shown. */
export function gapsOf({fits, series, settings}: RealState): Gap[] {
  return shownCurves(settings.beside).flatMap((id) => {
    const result = fits?.find((fit) => fit.id === id)?.result;
    if (!result) return [];
    const {residuals, errors} = result;
    return [...residuals, ...errors].map((points, i) => ({
      id,
      time: series.time[i]!,
      points,
      later: i >= residuals.length
    }));
  });
}

/** How far the figures lie from the curves, in points, over the scatter that no smooth curve can be asked to follow. */
export function residualChartOptions(state: RealState, width: number, height: number): Plot.PlotOptions {
  const {series, report, fresh} = state;
  const gaps = gapsOf(state);
  const {noise} = report;
  const most = Math.max(2 * noise, ...gaps.map((d) => Math.abs(d.points))) * 1.08;
  const from = series.time[0]!;
  const end = series.time.at(-1)!;
  const pad = (end - from) * 0.02;
  const ids = [...new Set(gaps.map((d) => d.id))];
  const labels = spread(
    ids.map((id) => gaps.findLast((d) => d.id === id)!.points),
    (2 * most * 14) / Math.max(1, height - 56),
    -most,
    most
  );
  const opacity = fresh ? 1 : 0.3;
  return {
    marginLeft: 40,
    marginRight: 64,
    marginTop: 24,
    marginBottom: 32,
    x: {
      domain: [from - pad, end + pad],
      tickFormat: (d: number) => (Number.isInteger(d) ? String(d) : ""),
      label: null,
      ticks: width < 480 ? 5 : 8
    },
    y: {domain: [-most, most], label: "Figure less curve (points)", labelArrow: "none", ticks: 5},
    marks: [
      Plot.rect([0], {x1: from - pad, x2: end + pad, y1: -noise, y2: noise, fill: colors.muted, fillOpacity: 0.14}),
      Plot.ruleY([0], {stroke: colors.muted}),
      ids.map((id) => {
        const {color, dash, width: strokeWidth} = curveLooks[id];
        const own = gaps.filter((d) => d.id === id);
        return [
          Plot.line(own, {
            x: "time",
            y: "points",
            stroke: color,
            strokeWidth: strokeWidth * 0.7,
            strokeOpacity: opacity * 0.7,
            ...(dash && {strokeDasharray: dash})
          }),
          Plot.dot(own, {
            x: "time",
            y: "points",
            r: id === "migration" ? 3.4 : 2,
            stroke: color,
            strokeOpacity: opacity,
            fill: (d: Gap) => (d.later ? colors.background : color),
            fillOpacity: opacity
          })
        ];
      }),
      ids.map((id, i) =>
        Plot.text([[end + pad, labels[i]!]], {
          text: [curveLooks[id].short],
          textAnchor: "start",
          dx: 6,
          fill: curveLooks[id].color,
          fillOpacity: opacity,
          fontWeight: id === "migration" ? 700 : 400
        })
      ),
      Plot.text(["grey: scatter about any smooth curve"], {
        frameAnchor: "bottom-left",
        dx: 6,
        dy: -6,
        fill: colors.muted,
        stroke: colors.background,
        strokeWidth: 4
      })
    ]
  };
}
