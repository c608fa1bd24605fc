import * as Plot from "@observablehq/plot";
import {colors} from "../theme.js";
import type {Wall} from "./wall.js";
import {drawWall, labelRoom, slabNames, type WallDrawing} from "./wallPainter.js";

/**
 * Dots as paths, by their width in pixels: lines without length, from one to the next in reading order and in whole
 * pixels, which packs well.
 */
function dotPaths({x, y, radius}: WallDrawing, of: (node: number) => boolean): Map<number, string> {
  const dots = Array.from(radius, (r, i) => ({
    width: Math.max(3, Math.round(2 * r)),
    x: Math.round(x[i]!),
    y: Math.round(y[i]!)
  }))
    .filter((_, i) => of(i))
    .sort((a, b) => a.x - b.x || a.y - b.y);
  const paths = new Map<number, string>();
  const last = new Map<number, {x: number; y: number}>();
  for (const {width, x, y} of dots) {
    const from = last.get(width) ?? {x: 0, y: 0};
    const dy = y - from.y;
    paths.set(width, `${paths.get(width) ?? ""}m${x - from.x}${dy < 0 ? "" : " "}${dy}h0`);
    last.set(width, {x, y});
  }
  return paths;
}

/** The wall as a still picture: one path for each platform and size of dot, since thousands of circles would weigh too much. */
export function wallStillOptions(
  wall: Wall,
  place: Readonly<Uint8Array>,
  width: number,
  height: number
): Plot.PlotOptions {
  const drawing = drawWall(wall, width, height);
  const svg = (document: Document, name: string, attributes: Record<string, string | number>) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
    return node;
  };
  const dots =
    (platform: number, color: string) =>
    (_index: unknown, _scales: unknown, _values: unknown, _size: unknown, {document}: {document: Document}) => {
      const group = svg(document, "g", {stroke: color, "stroke-linecap": "round"});
      for (const [width, d] of dotPaths(drawing, (i) => place[i] === platform))
        group.append(svg(document, "path", {d, "stroke-width": width}));
      return group;
    };
  return {
    margin: 0,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    marks: [
      dots(0, colors.oldPlatform) as unknown as Plot.Markish,
      dots(1, colors.newPlatform) as unknown as Plot.Markish,
      Plot.text(slabNames(drawing), {
        x: "middle",
        y: () => labelRoom / 2,
        text: "name",
        fill: colors.muted
      })
    ]
  };
}
