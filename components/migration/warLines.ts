import * as Plot from "@observablehq/plot";
import {line, select} from "d3";
import {colors} from "../theme.js";
import {type ResponsiveOptions, responsive, type View} from "../view.js";

/** One line of a chart that grows. */
export interface WarLine {
  name: string;
  /** What stands at its end; its name by default. */
  label?: string;
  color: string;
  width?: number;
  values: readonly number[];
}

/** What a growing chart shows: a ground that stands still, and lines over it. */
export interface WarLines {
  /** The drawing under the lines, as Plot draws it at a width and height. */
  ground: (width: number, height: number) => Plot.PlotOptions;
  /** The ground is drawn anew when this is another value than before. */
  key: unknown;
  time: readonly number[];
  lines: readonly WarLine[];
}

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

/** The lines as marks of a Plot, for a picture that stands still. */
export function lineMarks({time, lines}: WarLines, height: number, domain: readonly [number, number]): Plot.Markish[] {
  const unit = (domain[1] - domain[0]) / height;
  const ends = spread(
    lines.map((d) => (domain[1] - (d.values.at(-1) ?? domain[0])) / unit),
    14,
    0,
    height
  );
  return lines.map(({name, label = name, color, width = 2, values}, i) => [
    Plot.line(
      time.map((t, j) => [t, values[j]!]),
      {stroke: color, strokeWidth: width}
    ),
    Plot.text([[time.at(-1)!, domain[1] - ends[i]! * unit]], {
      text: [label],
      textAnchor: "start",
      dx: 8,
      fill: color,
      fontWeight: 600
    })
  ]);
}

/**
 * A chart whose lines grow many times a second: Plot draws its ground, and only when that changes; the lines are paths
 * over it.
 */
export function warLines(size: ResponsiveOptions): View<WarLines> {
  const svg = select(document.createElementNS("http://www.w3.org/2000/svg", "svg"))
    .attr("class", "war-lines")
    .attr("aria-hidden", "true");
  const [paths, dots, labels] = [svg.append("g"), svg.append("g"), svg.append("g")];
  let drawn: {key: unknown; width: number; height: number} | undefined;
  let x: (value: number) => number;
  let y: (value: number) => number;
  let range: readonly [number, number] = [0, 0];

  return responsive<WarLines>({...size, className: "plot"}, (host, {ground, key, time, lines}, width, height) => {
    if (!drawn || drawn.key !== key || drawn.width !== width || drawn.height !== height) {
      drawn = {key, width, height};
      const chart = Plot.plot({...ground(width, height), width, height});
      chart.setAttribute("aria-hidden", "true");
      const [scaleX, scaleY] = [chart.scale("x")!, chart.scale("y")!];
      x = (value) => scaleX.apply(value) as number;
      y = (value) => scaleY.apply(value) as number;
      range = scaleY.range as [number, number];
      svg.attr("viewBox", `0 0 ${width} ${height}`);
      host.replaceChildren(chart, svg.node()!);
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
      range[1] + 4,
      range[0] - 4
    );
    paths
      .selectAll<SVGPathElement, WarLine>("path")
      .data(shown)
      .join("path")
      .attr("stroke", (d) => d.color)
      .attr("stroke-width", (d) => d.width ?? 2)
      .attr("d", (d) => path(d.values));
    dots
      .selectAll("circle")
      .data(heads)
      .join("circle")
      .attr("r", (d) => 1.4 * (d.width ?? 2))
      .attr("fill", (d) => d.color)
      .attr("cx", (d) => d.x)
      .attr("cy", (d) => d.y);
    labels
      .selectAll("text")
      .data(heads)
      .join("text")
      .attr("fill", (d) => d.color)
      .attr("x", (d) => d.x + 8)
      .attr("y", (_, i) => at[i]! + 4)
      .text((d) => d.label ?? d.name);
  });
}

/** Axis and rule shared by the charts of a war: years along, and room at the right for labels. */
export function yearsAxis(width: number, years: number): Plot.PlotOptions {
  return {
    marginLeft: 44,
    marginRight: 92,
    marginTop: 22,
    marginBottom: 38,
    x: {
      label: "Years",
      domain: [0, years],
      ticks: width < 480 ? 4 : 8,
      labelAnchor: "center",
      labelArrow: "none"
    },
    style: {color: colors.foreground}
  };
}
