import * as Plot from "@observablehq/plot";
import {figure, fill} from "../figure.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";
import {shortCount} from "./runPlot.js";

/** What of data/gan/published.json is needed here: tables with named columns. */
export interface PublishedTables {
  tables: readonly {id: string; columns: readonly string[]; rows: readonly (readonly unknown[])[]; source: string}[];
}

/** A point of the log of a training that others have published. */
export interface PublishedPoint {
  images: number;
  fid: number;
  score: number;
  deviation: number;
}

/** Real pictures shown in a step: the title of the table says batch 256 × 8. */
export const publishedBatch = 256 * 8;

/** The log of BigGAN-PyTorch on ImageNet. @throws Error if the table is not there or not whole. */
export function publishedCurve({tables}: PublishedTables): PublishedPoint[] {
  const table = tables?.find(({id}) => id === "biggan-pytorch-curve");
  if (!table) throw new Error("the published log is not among the tables");
  const column = (name: string) => {
    const place = table.columns.indexOf(name);
    return table.rows.map((row) => {
      const value = row[place];
      if (typeof value !== "number" || !(value > 0)) throw new Error(`the published log has no ${name}`);
      return value;
    });
  };
  const [steps, scores, deviations, fids] = ["itr", "is_mean", "is_sd", "fid"].map(column);
  return steps!.map((step, i) => ({
    images: step * publishedBatch,
    fid: fids![i]!,
    score: scores![i]!,
    deviation: deviations![i]!
  }));
}

/** Between which two points FID falls fastest, and as what power of the pictures shown. */
export function steepest(points: readonly PublishedPoint[]): {from: number; to: number; power: number} {
  let found = {from: Number.NaN, to: Number.NaN, power: Number.POSITIVE_INFINITY};
  for (const [i, to] of points.entries()) {
    const from = points[i - 1];
    if (!from) continue;
    const power = Math.log(to.fid / from.fid) / Math.log(to.images / from.images);
    if (power < found.power) found = {from: from.images, to: to.images, power};
  }
  return found;
}

const axes = {
  marginLeft: 44,
  marginRight: 20,
  marginTop: 24,
  marginBottom: 38,
  x: {
    type: "log",
    label: "Real pictures shown",
    labelAnchor: "center",
    labelArrow: "none",
    ticks: 3,
    tickFormat: (value: number) => shortCount(value)
  }
} as const satisfies Plot.PlotOptions;

export function fidOptions(points: readonly PublishedPoint[]): Plot.PlotOptions {
  return {
    ...axes,
    y: {type: "log", label: "FID", labelArrow: "none", ticks: 4, tickFormat: "~g"},
    marks: [
      Plot.line(points, {x: "images", y: "fid", stroke: colors.foreground, strokeOpacity: 0.5}),
      Plot.dot(points, {x: "images", y: "fid", fill: colors.foreground, r: 3})
    ]
  };
}

export function scoreOptions(points: readonly PublishedPoint[]): Plot.PlotOptions {
  return {
    ...axes,
    y: {label: "Inception score", labelArrow: "none", ticks: 5, zero: true},
    marks: [
      Plot.ruleX(points, {
        x: "images",
        y1: (d: PublishedPoint) => d.score - d.deviation,
        y2: (d: PublishedPoint) => d.score + d.deviation,
        stroke: colors.foreground
      }),
      Plot.line(points, {x: "images", y: "score", stroke: colors.foreground, strokeOpacity: 0.5}),
      Plot.dot(points, {x: "images", y: "score", fill: colors.foreground, r: 3})
    ]
  };
}

/** How a large training went that others have published, on axes of its own. */
export function publishedView(data: Promise<PublishedTables>): HTMLElement {
  const fid = plotView<PublishedPoint[]>({height: 240}, fidOptions);
  const score = plotView<PublishedPoint[]>({height: 240}, scoreOptions);
  const row = document.createElement("div");
  row.className = "pair";
  row.append(fid.node, score.node);
  const frame = figure({title: "Published: BigGAN in PyTorch on ImageNet, 128 pixels", children: [row]});
  fill(frame, data, (tables) => {
    const points = publishedCurve(tables);
    fid.update(points);
    score.update(points);
    const [first, last] = [points[0]!, points.at(-1)!];
    const fall = steepest(points);
    frame.summary(
      `${points.length} points of the log of ajbrock/BigGAN-PyTorch (MIT licence), batch ${publishedBatch.toLocaleString("en-US")}: from an FID of ${first.fid.toFixed(0)} after ${shortCount(first.images)} pictures to ${last.fid.toFixed(1)} after ${shortCount(last.images)}; it falls fastest from ${shortCount(fall.from)} to ${shortCount(fall.to)}, as the power ${fall.power.toFixed(1).replace("-", "−")} of their number. FID is taken with another network than our distance, and in other units.`
    );
  });
  return frame.node;
}
