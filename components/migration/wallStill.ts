import * as Plot from "@observablehq/plot";
import {colors} from "../theme.js";
import type {Wall} from "./wall.js";
import {drawWall, labelRoom, slabNames} from "./wallPainter.js";

/** The wall as a still picture: one path for each platform, since thousands of circles would weigh too much. */
export function wallStillOptions(
  wall: Wall,
  place: Readonly<Uint8Array>,
  width: number,
  height: number
): Plot.PlotOptions {
  const drawing = drawWall(wall, width, height);
  const pathOf = (platform: number) => {
    let d = "";
    for (let i = 0; i < place.length; ++i) {
      if (place[i] !== platform) continue;
      const r = Math.max(1.2, drawing.radius[i]!);
      const [x, y] = [drawing.x[i]! - r, drawing.y[i]!];
      d += `M${x.toFixed(1)} ${y.toFixed(1)}`;
      const two = (2 * r).toFixed(1);
      d += r < 2 ? `m0-${r.toFixed(1)}h${two}v${two}h-${two}z` : `a${r.toFixed(1)} ${r.toFixed(1)} 0 1 1 0 .1z`;
    }
    return d;
  };
  const dots =
    (platform: number, fill: string) =>
    (_index: unknown, _scales: unknown, _values: unknown, _size: unknown, {document}: {document: Document}) => {
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", pathOf(platform));
      path.setAttribute("fill", fill);
      return path;
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
