import * as Plot from "@observablehq/plot";
import type {EndingFile, EndingPlan} from "../../models/migration/files.js";
import type {Judged} from "../../models/migration/interventions.js";
import {colors} from "../theme.js";
import {planLabels} from "./endingSettings.js";

/** One plan in the picture: how the share goes, beside the war that it is held against. */
export interface Cell {
  id: string;
  label: string;
  /** Years to nine in ten; ∞ if never. */
  T90: number;
  line: Series;
  /** What happens without the plan. */
  beside: Series;
  /** Where nine in ten wars of agents lie, where they have been played. */
  band?: {time: readonly number[]; low: readonly number[]; high: readonly number[]} | undefined;
}

export interface Series {
  time: ArrayLike<number>;
  share: ArrayLike<number>;
}

export interface CellsState {
  cells: Cell[];
  focus: string;
}

/** The years that a cell shows: the rest is quiet. */
const shown = 20;

/** Where the cells stand in a picture of this size. */
export function cellGrid(width: number, height: number, count = 12) {
  const columns = width < 560 ? 2 : width < 860 ? 3 : 4;
  const rows = Math.ceil(count / columns);
  const gap = width < 560 ? 14 : 22;
  const [left, bottom] = [width < 560 ? 26 : 34, 20];
  const cellWidth = (width - left - (columns - 1) * gap - 8) / columns;
  const cellHeight = (height - bottom) / rows;
  return {
    columns,
    rows,
    /** The frame of the curve of cell i, its title above it left out. */
    frame(i: number) {
      const column = i % columns;
      const row = Math.floor(i / columns);
      const x = left + column * (cellWidth + gap);
      const top = row * cellHeight;
      return {column, row, x, top, y: top + 23, width: cellWidth, height: cellHeight - 36, outer: cellHeight};
    },
    /** The cell at a point, or −1. */
    at(x: number, y: number) {
      const column = Math.floor((x - left + gap / 2) / (cellWidth + gap));
      const row = Math.floor(y / cellHeight);
      const i = row * columns + column;
      return column >= 0 && column < columns && row >= 0 && i < count ? i : -1;
    }
  };
}

const short = (time: number) => (time === Number.POSITIVE_INFINITY ? "never" : `${time.toFixed(1)} yr`);

/** Whether a curve is still near the floor where the number would stand. */
function low({line, beside}: Cell): boolean {
  return [line, beside].some(({time, share}) => {
    const end = Array.from(time).findLastIndex((year) => year <= shown);
    return share[end]! < 0.25;
  });
}

/** All plans side by side: a small picture each, in blue, over the war without the plan, in grey. */
export function cellsOptions({cells, focus}: CellsState, width: number, height: number): Plot.PlotOptions {
  const grid = cellGrid(width, height, cells.length);
  const frames = cells.map((_, i) => grid.frame(i));
  const place = (i: number, year: number, share: number): [number, number] => {
    const {x, y, width: w, height: h} = frames[i]!;
    return [x + (Math.min(year, shown) / shown) * w, y + (1 - share) * h];
  };
  // Some hundred points are all that a cell can show.
  const points = (series: Series, i: number) => {
    const every = Math.max(1, Math.floor(series.time.length / 200));
    const list: [number, number, string][] = [];
    for (let t = 0; t < series.time.length && series.time[t]! <= shown + 1e-9; t += every)
      list.push([...place(i, series.time[t]!, series.share[t]!), cells[i]!.id]);
    return list;
  };
  const band = cells.flatMap(({band, id}, i) =>
    band
      ? band.time.flatMap((year, t) =>
          year <= shown
            ? [[place(i, year, band.low[t]!)[0], place(i, 0, band.low[t]!)[1], place(i, 0, band.high[t]!)[1], id]]
            : []
        )
      : []
  );
  const marked = cells.findIndex(({id}) => id === focus);
  const ticks = frames.flatMap((frame, i) => {
    const last = i + grid.columns >= cells.length;
    return last ? [0, 10, 20].map((year) => ({x: place(i, year, 0)[0], y: frame.y + frame.height, year})) : [];
  });
  const named = cells.map((cell, i) => ({...cell, ...frames[i]!}));
  const right = (d: {x: number; width: number}) => d.x + d.width;
  const line = {x: "0", y: "1", z: "2", curve: "linear"} as const;
  return {
    margin: 0,
    x: {domain: [0, width], range: [0, width], axis: null},
    y: {domain: [0, height], range: [0, height], axis: null},
    marks: [
      marked < 0
        ? null
        : Plot.rect([frames[marked]!], {
            x1: (d) => d.x - 6,
            x2: (d) => d.x + d.width + 6,
            y1: (d) => d.top + 3,
            y2: (d) => d.y + d.height + 5,
            fill: colors.newPlatform,
            fillOpacity: 0.09
          }),
      Plot.ruleY(frames, {x1: "x", x2: right, y: (d) => d.y + d.height, stroke: colors.hairline}),
      Plot.ruleY(frames, {
        x1: "x",
        x2: right,
        y: (d) => d.y + 0.1 * d.height,
        stroke: colors.muted,
        strokeOpacity: 0.6,
        strokeDasharray: "1 3"
      }),
      Plot.areaY(band, {x: "0", y1: "1", y2: "2", z: "3", fill: colors.newPlatform, fillOpacity: 0.22}),
      Plot.line(
        cells.flatMap(({beside}, i) => points(beside, i)),
        {...line, stroke: colors.outside, strokeWidth: 1.2}
      ),
      Plot.line(
        cells.flatMap(({line}, i) => points(line, i)),
        {...line, stroke: colors.newPlatform, strokeWidth: 2.2}
      ),
      Plot.text(named, {
        x: "x",
        y: (d) => d.top + 13,
        text: (d) => (width < 560 ? d.label.replace("Enforcement with", "With") : d.label),
        textAnchor: "start",
        fontWeight: 600,
        fontSize: width < 560 ? 10.5 : 12,
        fill: (d) => (d.id === focus ? colors.newPlatform : colors.foreground)
      }),
      Plot.text(named, {
        x: right,
        y: (d) => d.y + (low(d) ? 0.55 * d.height : d.height - 9),
        text: (d) => short(d.T90),
        textAnchor: "end",
        fontSize: width < 560 ? 11 : 13,
        fill: colors.foreground,
        stroke: colors.background,
        strokeWidth: 4
      }),
      (["start", "middle", "end"] as const).map((textAnchor, k) =>
        Plot.text(
          ticks.filter(({year}) => year === 10 * k),
          {x: "x", y: "y", text: (d) => (k === 2 ? "20 yr" : `${d.year}`), textAnchor, dy: 9, fill: colors.muted}
        )
      ),
      Plot.text(
        frames.filter(({column}) => column === 0),
        {
          x: "x",
          y: (d) => d.y + 0.1 * d.height,
          text: () => "90 %",
          textAnchor: "end",
          dx: -3,
          fill: colors.muted,
          fontSize: 10
        }
      )
    ]
  };
}

/** The picture of plans carried out in the mean field, and of the hubs as agents on a graph did it. */
export function cellsOf(
  judged: readonly Judged[],
  file: EndingFile | undefined,
  usualOf: (id: string) => boolean
): Cell[] {
  const nothing = judged.find(({id}) => id === "none")!;
  const played = new Map(file?.plans.map((plan) => [plan.id, plan]));
  const hubs = file?.hubs.find(({locality, graph}) => graph === "preferential" && locality === 0.5);
  return Object.entries(planLabels).flatMap(([id, label]): Cell[] => {
    if (id === "hubs")
      return hubs
        ? [hubsCell(`${label}, ${usualOf("none") ? "on a graph" : "usual war"}`, hubs.hubs, hubs.random, file!.time)]
        : [];
    const plan = judged.find((d) => d.id === id);
    if (!plan) return [];
    const agents = usualOf(id) ? played.get(id) : undefined;
    return [
      {
        id,
        label,
        T90: plan.outcome.T90,
        line: plan,
        beside: nothing,
        band: agents && {time: file!.time, low: agents.low, high: agents.high}
      }
    ];
  });
}

function hubsCell(label: string, hubs: EndingPlan, random: EndingPlan, time: number[]): Cell {
  return {
    id: "hubs",
    label,
    T90: hubs.measures.T90.mean,
    line: {time, share: hubs.mean},
    beside: {time, share: random.mean},
    band: {time, low: hubs.low, high: hubs.high}
  };
}
