import * as Plot from "@observablehq/plot";
import {curveOf} from "../../models/migration/fitCurves.js";
import {chartEnd} from "../../models/migration/fitReport.js";
import {subjects} from "../../models/migration/fitSubjects.js";
import {colors} from "../theme.js";
import type {RealState} from "./fitSolver.js";
import {curveLooks, shownCurves} from "./realCurves.js";

const halo = {stroke: colors.background, strokeWidth: 4} as const;
const margins = {top: 24, bottom: 34};

/** Moves values apart that would stand closer than `gap`, within `low` … `high`, keeping their order. */
export function spread(values: readonly number[], gap: number, low: number, high: number): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const placed = [...values];
  let last = -Infinity;
  for (const i of order) last = placed[i] = Math.max(placed[i]!, last + gap, low);
  last = Infinity;
  for (const i of order.toReversed()) last = placed[i] = Math.min(placed[i]!, last - gap, high);
  return placed;
}

/** What the chart needs of a state. */
export type FitChartState = Pick<RealState, "settings" | "series" | "fits" | "fresh" | "band"> & {
  fitted: Pick<RealState["fitted"], "switchingCost">;
  points: {time: number; percent: number}[];
};

/** The curves over calendar years, in percent, each with what it is at the right edge. */
function curvesOf({fits, fitted, series, settings}: FitChartState, end: number) {
  const origin = series.time[0]!;
  const count = 100;
  const years = Float64Array.from({length: count + 1}, (_, i) => (i / count) * (end - origin));
  return shownCurves(settings.beside).flatMap((id) => {
    const result = fits?.find((fit) => fit.id === id)?.result;
    if (!result) return [];
    const values = new Float64Array(years.length);
    curveOf(id, fitted.switchingCost).shares(result.parameters, years, values);
    const points = Array.from(values, (x, i): [number, number] => [origin + years[i]!, 100 * x]);
    return [{id, points, last: points.at(-1)![1]}];
  });
}

/** Why there is no curve of the game, or nothing. */
export function tooFew({fits, fresh}: Pick<RealState, "fits" | "fresh">): string {
  const game = fits?.find(({id}) => id === "migration");
  if (!fresh || !game || game.result) return "";
  return `${game.known} ${game.known === 1 ? "figure was" : "figures were"} known: the game has 4 parameters and needs ${game.needed}`;
}

/**
 * A migration, figure by figure, with the curves fitted to what was known by the cut-off: figures that came later are
 * hollow, and what was not fitted is for the curves to foretell.
 */
export function fitChartOptions(state: FitChartState, width: number, height: number): Plot.PlotOptions {
  const {settings, series, points, band, fresh} = state;
  const {until} = settings;
  const narrow = width < 560;
  const first = Math.floor(series.time[0]!);
  const end = chartEnd(series);
  const curves = curvesOf(state, end);
  const inner = height - margins.top - margins.bottom;
  const labels = spread(
    curves.map(({last}) => last),
    (100 * 14) / Math.max(1, inner),
    1,
    99
  );
  const cut = until <= series.time.at(-1)!;
  // Over the figures where they are low, and under them where they are high.
  const share = series.share.findLast((_, i) => series.time[i]! < until) ?? 0;
  const place = share < 0.5 ? 94 : 6;
  const mark = Math.min(Math.max(until, first), end);
  const opacity = fresh ? 1 : 0.3;
  const message = tooFew(state);
  return {
    marginLeft: 40,
    marginRight: narrow ? 52 : 64,
    marginTop: margins.top,
    marginBottom: margins.bottom,
    x: {
      domain: [first, end],
      tickFormat: (d: number) => (Number.isInteger(d) ? String(d) : ""),
      label: null,
      ticks: narrow ? 5 : 10
    },
    y: {
      domain: [0, 100],
      label: narrow ? "Share (%)" : `${subjects[settings.series].title} (%)`,
      labelArrow: "none",
      ticks: 5
    },
    marks: [
      Plot.ruleY([0, 100], {stroke: colors.hairline}),
      Plot.ruleY([50], {stroke: colors.hairline, strokeDasharray: "1 4"}),
      band && fresh
        ? Plot.areaY(
            band.time.map((t, i) => [t, 100 * band.low[i]!, 100 * band.high[i]!]),
            {x: "0", y1: "1", y2: "2", fill: colors.newPlatform, fillOpacity: 0.16}
          )
        : null,
      cut
        ? [
            Plot.ruleX([mark], {stroke: colors.foreground, strokeDasharray: "2 3"}),
            Plot.text([[mark, place]], {
              text: [narrow ? "known" : "known and fitted"],
              textAnchor: "end",
              dx: -6,
              fill: colors.muted,
              ...halo
            }),
            Plot.text([[mark, place]], {
              text: [narrow ? "later" : "came after"],
              textAnchor: "start",
              dx: 6,
              fill: colors.muted,
              ...halo
            })
          ]
        : null,
      curves.map(({id, points}) => {
        const {color, width: strokeWidth, dash} = curveLooks[id];
        return Plot.line(points, {
          stroke: color,
          strokeWidth,
          strokeOpacity: opacity,
          ...(dash && {strokeDasharray: dash})
        });
      }),
      Plot.dot(points, {
        x: "time",
        y: "percent",
        r: 3.6,
        fill: (d: {time: number}) => (d.time < until ? colors.foreground : colors.background),
        stroke: colors.foreground,
        strokeWidth: 1.4
      }),
      curves.map(({id}, i) =>
        Plot.text([[end, labels[i]!]], {
          text: [curveLooks[id].short],
          textAnchor: "start",
          dx: 6,
          fill: curveLooks[id].color,
          fillOpacity: opacity,
          fontWeight: id === "migration" ? 700 : 400
        })
      ),
      message
        ? Plot.text([narrow ? message.replace(": ", ":\n") : message], {
            frameAnchor: "bottom-right",
            dx: -6,
            dy: -12,
            fill: colors.foreground,
            fontWeight: 600,
            ...halo
          })
        : null
    ]
  };
}
