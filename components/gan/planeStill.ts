import * as Plot from "@observablehq/plot";
import {fieldSide, type PlaneLook} from "../../models/gan/planeLook.js";
import {extent, type Points} from "../../models/gan/planeTarget.js";
import {colors} from "../theme.js";

/** One moment of a training. */
export interface PlaneMoment extends Pick<PlaneLook, "field" | "points"> {
  rounds: number;
}

/** Moments of a training side by side, as a still picture. */
export function planeStillOptions(moments: readonly PlaneMoment[], real: Points): Plot.PlotOptions {
  const names = moments.map(({rounds}) => `round ${rounds.toLocaleString("en-US")}`);
  const pairs = (points: Points, fx?: string) =>
    Array.from({length: points.length / 2}, (_, i) => ({fx, x: points[2 * i]!, y: points[2 * i + 1]!}));
  const cells = moments.flatMap(({field}, m) =>
    Array.from(field, (level, i) => ({
      fx: names[m]!,
      x: ((i % fieldSide) + 0.5) / fieldSide,
      y: 1 - (Math.floor(i / fieldSide) + 0.5) / fieldSide,
      level: level / 255
    }))
  );
  const contour = (color: string, thresholds: number[], value: (d: (typeof cells)[number]) => number) =>
    moments.map((_, m) =>
      Plot.contour(
        cells.filter((d) => d.fx === names[m]),
        {
          fx: () => names[m],
          x: (d) => (2 * d.x - 1) * extent,
          y: (d) => (2 * d.y - 1) * extent,
          fill: color,
          fillOpacity: 0.13,
          value,
          thresholds,
          stroke: "none",
          interpolate: "nearest",
          pixelSize: 5
        } as Plot.ContourOptions
      )
    );
  const inside = ({x, y}: {x: number; y: number}) => Math.max(Math.abs(x), Math.abs(y)) < extent;
  return {
    marginLeft: 6,
    marginRight: 6,
    marginTop: 24,
    marginBottom: 6,
    x: {domain: [-extent, extent], axis: null},
    y: {domain: [-extent, extent], axis: null},
    fx: {domain: names, label: null, padding: 0.04},
    marks: [
      ...contour(colors.real, [0.5, 0.6, 0.7, 0.8], (d) => d.level),
      ...contour(colors.discriminator, [0.5, 0.6, 0.7, 0.8], (d) => 1 - d.level),
      Plot.dot(pairs(real).filter(inside), {x: "x", y: "y", r: 1.2, fill: colors.real, fillOpacity: 0.7}),
      Plot.dot(moments.flatMap(({points}, m) => pairs(points, names[m])).filter(inside), {
        fx: "fx",
        x: "x",
        y: "y",
        r: 1.6,
        fill: colors.generated
      }),
      Plot.frame({stroke: colors.hairline})
    ]
  };
}
