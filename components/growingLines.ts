import * as Plot from "@observablehq/plot";
import {area, line, select} from "d3";
import {redraw} from "./morph.js";
import {setText} from "./setText.js";
import {colors} from "./theme.js";
import {type ResponsiveOptions, responsive, type View} from "./view.js";

/** One line of a chart that grows. */
export interface GrowingLine {
  name: string;
  /** What stands at its end; its name by default. */
  label?: string;
  color: string;
  width?: number;
  values: readonly number[];
}

/** A shade between two curves, with times of its own. */
export interface GrowingBand {
  time: Float64Array;
  low: Float64Array;
  high: Float64Array;
  color: string;
  opacity: number;
}

/** What a growing chart shows: axes that stand still, what lies under the lines, and the lines. */
export interface GrowingLines {
  /** The axes, as Plot draws them at a width. */
  axes: (width: number) => Plot.PlotOptions;
  /** The axes are drawn anew when this is another value than before. */
  key: unknown;
  bands?: readonly GrowingBand[];
  /** A dashed line. */
  dashed?: {time: Float64Array; values: Float64Array} | undefined;
  /** Times that are marked. */
  marked?: readonly number[];
  /** What the shades mean, in a corner that is free. */
  legend?: {lines: (width: number) => readonly string[]; corner: "top-right" | "bottom-right"};
  time: readonly number[];
  lines: readonly GrowingLine[];
}

const legendStep = 15;

/** Heights of labels in pixels, none nearer to another than `gap`, in the order of the lines' ends. */
export function spread(ends: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = ends.map((_, i) => i).sort((a, b) => ends[a]! - ends[b]!);
  const placed = [...ends];
  let last = -Infinity;
  for (const i of order) last = placed[i] = Math.max(ends[i]!, last + gap, top);
  // What was pushed out at the bottom is pushed back up.
  let next = bottom;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i]!, next);
    next = placed[i]! - gap;
  }
  return placed;
}

/** The same chart as a Plot, for a picture that stands still. */
export function growingLinesPlot(chart: GrowingLines, width: number, height: number): Plot.PlotOptions {
  const {axes, bands = [], dashed, marked = [], legend, time, lines} = chart;
  const options = axes(width);
  const [low, high] = (options.y as {domain: [number, number]}).domain;
  const unit = (high - low) / Math.max(1, height - (options.marginTop ?? 0) - (options.marginBottom ?? 0));
  const ends = spread(
    lines.map((d) => (high - (d.values.at(-1) ?? low)) / unit),
    14,
    0,
    (high - low) / unit
  );
  return {
    ...options,
    marks: [
      ...(options.marks ?? []),
      ...bands.map((d) =>
        Plot.areaY(d.time, {x: d.time, y1: d.low, y2: d.high, fill: d.color, fillOpacity: d.opacity})
      ),
      Plot.ruleX(marked, {stroke: colors.muted, strokeDasharray: "1 3"}),
      dashed &&
        Plot.line(dashed.time, {x: dashed.time, y: dashed.values, stroke: colors.muted, strokeDasharray: "4 3"}),
      legend &&
        Plot.text([legend.lines(width).join("\n")], {
          frameAnchor: legend.corner,
          text: (d: string) => d,
          lineHeight: 1.3,
          dx: -4,
          dy: legend.corner === "top-right" ? 4 : -6,
          fill: colors.muted
        }),
      ...lines.flatMap(({name, label = name, color, width = 2, values}, i) =>
        time.length === 0
          ? []
          : [
              Plot.line(
                time.map((t, j) => [t, values[j]!]),
                {stroke: color, strokeWidth: width}
              ),
              Plot.text([[time.at(-1)!, high - ends[i]! * unit]], {
                text: [label],
                textAnchor: "start",
                dx: 8,
                fill: color,
                fontWeight: 600
              })
            ]
      )
    ]
  };
}

/**
 * A chart whose lines grow many times a second: Plot draws its axes, and only when those change; all else are paths over
 * them.
 */
export function growingLines(size: ResponsiveOptions): View<GrowingLines> {
  const svg = select(document.createElementNS("http://www.w3.org/2000/svg", "svg"))
    .attr("class", "war-lines")
    .attr("aria-hidden", "true");
  const layer = (name: string) => svg.append("g").attr("class", name);
  const under = {bands: layer("war-bands"), rules: layer("war-marked"), legend: layer("war-legend")};
  const dashes = layer("war-dashed").append("path");
  const over = {paths: layer(""), dots: layer(""), labels: layer("war-labels")};
  let drawn: {key: unknown; width: number; height: number} | undefined;
  /** What lies under the lines, as it was last drawn. */
  let laid: unknown[] = [];
  let x: (value: number) => number;
  let y: (value: number) => number;
  let [left, right, top, bottom] = [0, 0, 0, 0];

  function layUnder({bands = [], dashed, marked = [], legend}: GrowingLines, width: number): void {
    const shade = area<number>()
      .x((d) => x(d))
      .digits(1);
    under.bands
      .selectAll<SVGPathElement, GrowingBand>("path")
      .data(bands)
      .join("path")
      .attr("fill", (d) => d.color)
      .attr("fill-opacity", (d) => d.opacity)
      .attr("d", (d) => shade.y0((_, i) => y(d.low[i]!)).y1((_, i) => y(d.high[i]!))(Array.from(d.time)));
    under.rules
      .selectAll<SVGLineElement, number>("line")
      .data(marked)
      .join("line")
      .attr("x1", (d) => x(d))
      .attr("x2", (d) => x(d))
      .attr("y1", top)
      .attr("y2", bottom);
    const curve = line<number>(
      (d) => x(d),
      (_, i) => y(dashed!.values[i]!)
    ).digits(1);
    dashes.attr("d", dashed ? curve(Array.from(dashed.time)) : null);
    const words = legend?.lines(width) ?? [];
    const first = legend?.corner === "bottom-right" ? bottom - 8 - legendStep * (words.length - 1) : top + 14;
    under.legend
      .selectAll<SVGTextElement, string>("text")
      .data(words)
      .join("text")
      .attr("x", right - 4)
      .attr("y", (_, i) => first + legendStep * i)
      .each((d, i, nodes) => setText(nodes[i]!, d));
  }

  return responsive<GrowingLines>({...size, className: "plot"}, (host, chart, width, height) => {
    const {axes, key, time, lines} = chart;
    if (!drawn || drawn.key !== key || drawn.width !== width || drawn.height !== height) {
      drawn = {key, width, height};
      laid = [];
      const frame = Plot.plot({...axes(width), width, height});
      frame.setAttribute("aria-hidden", "true");
      const [scaleX, scaleY] = [frame.scale("x")!, frame.scale("y")!];
      x = (value) => scaleX.apply(value) as number;
      y = (value) => scaleY.apply(value) as number;
      [left, right] = scaleX.range as [number, number];
      [bottom, top] = scaleY.range as [number, number];
      svg.attr("viewBox", `0 0 ${width} ${height}`);
      redraw(host, frame);
      if (!svg.node()!.isConnected) host.append(svg.node()!);
    }
    const ground = [chart.bands, chart.dashed, chart.marked, chart.legend];
    if (ground.some((d, i) => d !== laid[i]) || laid.length === 0) {
      laid = ground;
      layUnder(chart, right - left);
    }
    const shown = time.length > 0 ? lines : [];
    const path = line<number>(
      (_, i) => x(time[i]!),
      (value) => y(value)
    ).digits(1);
    const heads = shown.map((d) => ({...d, x: x(time.at(-1)!), y: y(d.values.at(-1)!)}));
    const at = spread(
      heads.map((d) => d.y),
      14,
      top + 4,
      bottom - 4
    );
    over.paths
      .selectAll<SVGPathElement, GrowingLine>("path")
      .data(shown)
      .join("path")
      .attr("stroke", (d) => d.color)
      .attr("stroke-width", (d) => d.width ?? 2)
      .attr("d", (d) => path(d.values));
    over.dots
      .selectAll("circle")
      .data(heads)
      .join("circle")
      .attr("r", (d) => 1.4 * (d.width ?? 2))
      .attr("fill", (d) => d.color)
      .attr("cx", (d) => d.x)
      .attr("cy", (d) => d.y);
    over.labels
      .selectAll("text")
      .data(heads)
      .join("text")
      .attr("fill", (d) => d.color)
      .attr("x", (d) => d.x + 8)
      .attr("y", (_, i) => at[i]! + 4)
      .each((d, i, nodes) => setText(nodes[i] as SVGTextElement, d.label ?? d.name));
  });
}
