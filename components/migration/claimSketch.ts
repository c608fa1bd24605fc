import {line, scaleLinear} from "d3";
import {morph} from "../morph.js";
import {colors} from "../theme.js";
import type {View} from "../view.js";

/** A point of a sketch, in the units of its axes. */
export type Point = readonly [x: number, y: number];

/** A line of a sketch and its name, which stands below in its colour. */
export interface SketchLine {
  points: readonly Point[];
  color?: string;
  dashed?: boolean;
  label?: string;
}

/** A small chart as data: lines, bars from zero, a shaded area under a line, upright marks. */
export interface Sketch {
  x: readonly [number, number];
  y: readonly [number, number];
  /** What the axis below measures, or nothing for bars. */
  axis?: string;
  lines?: readonly SketchLine[];
  bars?: readonly {label: string; value: number; color: string; text: string}[];
  area?: {points: readonly Point[]; color: string};
  marks?: readonly {x: number; color?: string}[];
  dots?: readonly {at: Point; color?: string}[];
  /** Whether to draw the zero line. */
  zero?: boolean;
}

/** The size of every sketch, in CSS pixels. */
export const sketchSize = {width: 220, height: 126};

const frame = {left: 6, right: 6, top: 14, bottom: 32};

const svg = (name: string, attributes: Record<string, string | number>, text?: string) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  if (text !== undefined) node.textContent = text;
  return node;
};

function bars(sketch: Sketch, y: (value: number) => number): Element[] {
  const list = sketch.bars ?? [];
  const step = (sketchSize.width - frame.left - frame.right) / Math.max(1, list.length);
  return list.flatMap(({label, value, color, text}, i) => {
    const x = frame.left + i * step;
    const [top, bottom] = [Math.min(y(0), y(value)), Math.max(y(0), y(value))];
    const middle = x + step / 2;
    return [
      svg("rect", {
        x: x + step * 0.18,
        width: step * 0.64,
        y: top,
        height: Math.max(1, bottom - top),
        style: `fill: ${color}`
      }),
      svg("text", {x: middle, y: value < 0 ? bottom + 10 : top - 3, "text-anchor": "middle"}, text),
      svg("text", {x: middle, y: sketchSize.height - 18, "text-anchor": "middle", class: "quiet"}, label)
    ];
  });
}

/** Draws a sketch into an svg, in place of what was there. */
export function drawSketch(host: Element, sketch: Sketch): void {
  const {width, height} = sketchSize;
  const x = scaleLinear(sketch.x, [frame.left, width - frame.right]);
  const y = scaleLinear(sketch.y, [height - frame.bottom, frame.top]).clamp(true);
  const path = line<Point>(
    (d) => x(d[0]),
    (d) => y(d[1])
  ).digits(1);
  const nodes: Element[] = [];
  if (sketch.area) {
    const {points, color} = sketch.area;
    const shape = [[points[0]![0], 0] as const, ...points, [points.at(-1)![0], 0] as const];
    nodes.push(svg("path", {d: `${path(shape)}Z`, style: `fill: ${color}; fill-opacity: 0.18`}));
  }
  if (sketch.zero)
    nodes.push(
      svg("path", {
        d: path([
          [sketch.x[0], 0],
          [sketch.x[1], 0]
        ])!,
        class: "zero"
      })
    );
  else nodes.push(svg("path", {d: `M${frame.left},${y(sketch.y[0])}H${width - frame.right}`, class: "base"}));
  nodes.push(...bars(sketch, y));
  const lines = sketch.lines ?? [];
  for (const {points, color = colors.foreground, dashed} of lines)
    nodes.push(
      svg("path", {
        d: path(points)!,
        class: "curve",
        style: `stroke: ${color}`,
        ...(dashed && {"stroke-dasharray": "4 3"})
      })
    );
  for (const mark of sketch.marks ?? [])
    nodes.push(
      svg("path", {
        d: `M${x(mark.x).toFixed(1)},${frame.top}V${height - frame.bottom}`,
        class: "mark",
        style: `stroke: ${mark.color ?? colors.ruin}`
      })
    );
  for (const {at, color = colors.foreground} of sketch.dots ?? [])
    nodes.push(svg("circle", {cx: x(at[0]), cy: y(at[1]), r: 3.5, style: `fill: ${color}`}));
  const named = lines.filter((d) => d.label !== undefined);
  const room = (width - frame.left - frame.right) / Math.max(1, named.length);
  named.forEach(({label, color = colors.foreground}, i) => {
    const style = `fill: ${color}; font-weight: 600`;
    nodes.push(svg("text", {x: frame.left + i * room, y: height - 4, style}, label));
  });
  if (sketch.axis) nodes.push(svg("text", {x: frame.left, y: height - 18, class: "quiet"}, sketch.axis));
  const next = svg("svg", {});
  for (const {name, value} of Array.from(host.attributes)) next.setAttribute(name, value);
  next.append(...nodes);
  morph(host, next);
}

/** A sketch that stays in the page and is drawn anew as it changes. The text beside it says what it shows. */
export function sketchView(): View<Sketch> {
  const {width, height} = sketchSize;
  const host = svg("svg", {width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", class: "sketch"});
  return {node: host as unknown as HTMLElement, update: (sketch) => drawSketch(host, sketch)};
}
