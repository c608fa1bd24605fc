import * as Plot from "@observablehq/plot";
import type {SeriesFits} from "../../models/migration/files.js";
import {yearAt} from "../../models/migration/fitSeries.js";
import {colors} from "../theme.js";
import {spread} from "./fitChart.js";
import type {RealState} from "./fitSolver.js";
import {type CurveId, curveLooks, shownCurves} from "./realCurves.js";

interface Failure {
  id: CurveId;
  until: number;
  ahead: number;
  atBound: boolean;
}

/** The error of each curve's forecast by cut-off; curves that say the same are one. */
export function failuresOf({forecasts}: SeriesFits, ids: readonly CurveId[]): Failure[] {
  return ids.flatMap((id) =>
    forecasts.flatMap(({until, ahead, atBound}) =>
      ahead[id] === undefined
        ? []
        : [{id, until, ahead: ahead[id], atBound: id === "migration" && atBound.includes("coupling")}]
    )
  );
}

/** How far off each curve's forecast of the rest was, over the date up to which it knew the figures. */
export function forecastChartOptions(state: RealState, width: number, height: number): Plot.PlotOptions {
  const {report, series, settings} = state;
  const failures = failuresOf(report, shownCurves(settings.beside));
  const from = report.forecasts[0]?.until ?? series.time[0]!;
  const to = Math.max(from + 0.5, report.forecasts.at(-1)?.until ?? from);
  const pad = (to - from) * 0.04;
  // A forecast that is wrong by a third of everything is wrong; the curve may leave the chart.
  const top = Math.min(45, Math.max(4, ...failures.map((d) => d.ahead)) * 1.1);
  const half = yearAt(series, 0.5);
  const ids = [...new Set(failures.map((d) => d.id))];
  // Where each curve leaves the chart, for its name.
  const last = ids.map((id) => failures.findLast((d) => d.id === id)!);
  const labels = spread(
    last.map((d) => d.ahead),
    (top * 14) / Math.max(1, height - 66),
    0,
    top
  );
  const inDomain = (year: number | undefined): year is number =>
    year !== undefined && year >= from - pad && year <= to + pad;
  return {
    marginLeft: 44,
    marginRight: 64,
    marginTop: 28,
    marginBottom: 38,
    x: {
      domain: [from - pad, to + pad],
      label: "Fitted to the figures before",
      labelOffset: 33,
      labelAnchor: "center",
      labelArrow: "none",
      tickFormat: (d: number) => (Number.isInteger(d) ? String(d) : ""),
      ticks: width < 480 ? 5 : 8
    },
    y: {domain: [0, top], label: "Forecast off by (RMSE, points)", labelArrow: "none", ticks: 5},
    marks: [
      Plot.ruleY([0], {stroke: colors.hairline}),
      inDomain(half)
        ? [
            Plot.ruleX([half], {stroke: colors.muted}),
            Plot.text([half], {x: (d) => d, frameAnchor: "top", text: ["half had moved"], dy: -12, fill: colors.muted})
          ]
        : null,
      inDomain(settings.until)
        ? Plot.ruleX([settings.until], {stroke: colors.foreground, strokeDasharray: "2 3"})
        : null,
      ids.map((id) => {
        const {color, dash, width: strokeWidth} = curveLooks[id];
        const own = failures.filter((d) => d.id === id);
        return [
          Plot.line(own, {
            x: "until",
            y: "ahead",
            stroke: color,
            strokeWidth,
            clip: true,
            ...(dash && {strokeDasharray: dash})
          }),
          Plot.dot(
            own.filter((d) => d.ahead <= top),
            {
              x: "until",
              y: "ahead",
              r: 3,
              stroke: color,
              fill: (d: Failure) => (d.atBound ? colors.background : color)
            }
          )
        ];
      }),
      ids.map((id, i) =>
        Plot.text([[to + pad, labels[i]!]], {
          text: [curveLooks[id].short],
          textAnchor: "start",
          dx: 6,
          fill: curveLooks[id].color,
          fontWeight: id === "migration" ? 700 : 400
        })
      )
    ]
  };
}

/** The chart in words. */
export function forecastSummary({report}: RealState): string {
  const both = report.forecasts.filter(({ahead}) => ahead.migration !== undefined && ahead.logistic !== undefined);
  if (both.length === 0) return "There are too few figures: nothing is left to foretell once the game can be fitted.";
  const better = both.filter(({ahead}) => ahead.migration! < ahead.logistic!);
  const first = both[0]!;
  return `Fitted to the ${first.known} figures before ${first.until.toFixed(1)}, the game was off by ${first.ahead.migration!.toFixed(1)} points and the logistic by ${first.ahead.logistic!.toFixed(1)}. Of ${both.length} cut-offs the game foretold better at ${better.length}. Hollow: J ran to the end of its range.`;
}
