import * as Plot from "@observablehq/plot";
import type {ValueGridFile} from "../../models/kelly/files.js";
import {figure, fill} from "../figure.js";
import {count, percent} from "../format.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";

interface Point {
  edge: number;
  rounds: number;
  units: number;
  share: number;
}

const shown = {ceiling: 250, most: 40, least: 0.55};

/** The cost as a share of the ceiling, for the ceiling of 250 units and few units in hand. */
function points({edges, ceilings, horizons, wealth, cost}: ValueGridFile): Point[] {
  const c = ceilings.indexOf(shown.ceiling);
  return edges.flatMap((edge, e) =>
    horizons.flatMap((rounds, h) =>
      wealth[c]!.flatMap((units, i) =>
        edge < shown.least || units > shown.most
          ? []
          : [{edge, rounds, units, share: cost[e]![c]![h]![i]! / shown.ceiling}]
      )
    )
  );
}

/** Where to write the names of lines that begin close together: each a little above the one below it. */
function spread(starts: Point[], gap: number): (Point & {at: number})[] {
  let last = Number.NEGATIVE_INFINITY;
  return [...starts].sort((a, b) => a.share - b.share).map((d) => ({...d, at: (last = Math.max(d.share, last + gap))}));
}

/** The cost of whole units over the units in hand: one panel a horizon, one line an edge. */
export function gridChart(file: ValueGridFile, width: number): Plot.PlotOptions {
  const all = points(file);
  const narrow = width < 560;
  const name = (rounds: number) => count(rounds, "flip");
  const edges = [...new Set(all.map((d) => d.edge))];
  const labels = spread(
    all.filter((d) => d.units === 1 && d.rounds === file.horizons.at(-1)),
    narrow ? 0.1 : 0.04
  );
  const facet = narrow ? {fy: "rounds"} : {fx: "rounds"};
  const scale = {label: null, tickFormat: name, domain: file.horizons};
  return {
    marginLeft: 46,
    marginRight: narrow ? 60 : 34,
    marginBottom: 38,
    marginTop: 26,
    ...(narrow ? {fy: scale} : {fx: scale}),
    x: {
      type: "log",
      domain: [1, shown.most],
      label: "Units in hand",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: [1, 2, 5, 10, 20, 40],
      tickFormat: "d"
    },
    y: {
      label: "Cost, of the ceiling",
      labelArrow: "none",
      domain: [0, 0.6],
      tickFormat: (d: number) => `${Math.round(d * 100)} %`,
      ticks: narrow ? [0, 0.3, 0.6] : [0, 0.2, 0.4, 0.6]
    },
    marks: [
      Plot.ruleY([0], {stroke: colors.hairline}),
      edges.map((edge, i) => {
        const part = all.filter((d) => d.edge === edge);
        const opacity = 0.35 + (0.65 * i) / Math.max(1, edges.length - 1);
        return Plot.line(part, {...facet, x: "units", y: "share", stroke: colors.ruin, strokeOpacity: opacity});
      }),
      Plot.text(labels, {
        ...facet,
        x: "units",
        y: "at",
        text: (d: Point) => percent(d.edge, 0),
        textAnchor: "start",
        dx: 6,
        dy: -2,
        fill: colors.foreground,
        stroke: colors.background,
        strokeWidth: 3,
        paintOrder: "stroke"
      })
    ]
  };
}

function check({edges, ceilings, horizons, wealth, cost}: ValueGridFile): void {
  const c = ceilings.indexOf(shown.ceiling);
  const whole =
    c >= 0 && edges.every((_, e) => horizons.every((_, h) => cost[e]![c]![h]!.length === wealth[c]!.length));
  if (!whole || !edges.length) throw new Error("valueGrid.json has another shape");
}

/** The figure of `gridChart`, filled from its file. */
export function gridFigure(data: Promise<ValueGridFile>): HTMLElement {
  const chart = plotView<ValueGridFile>(
    {height: "clamp(300px, calc(880px - 100cqw), 520px)", className: "grid-chart"},
    gridChart
  );
  const frame = figure({title: "How many units smooth money out, by horizon and edge", children: [chart.node]});
  fill(frame, data, (file) => {
    check(file);
    chart.update(file);
    const last = points(file).filter((d) => d.rounds === file.horizons.at(-1) && d.units === 1);
    const worst = last.reduce((a, b) => (b.share > a.share ? b : a));
    frame.summary(
      `With a ceiling of ${shown.ceiling} units and ${count(worst.rounds, "flip")} left a single unit costs up to ${percent(worst.share, 0)} of the ceiling, at an edge of ${percent(worst.edge, 0)}. With ten units in hand hardly anything is lost, except where the edge is thin and the game long.`
    );
  });
  return frame.node;
}
