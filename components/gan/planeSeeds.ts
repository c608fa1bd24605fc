import * as Plot from "@observablehq/plot";
import type {PlaneFile, PlaneOutcome} from "../../models/gan/files.js";
import {figure, fill} from "../figure.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";

/** @throws Error if the file is not as it should be. */
export function checkPlaneFile(file: PlaneFile): PlaneFile {
  if (!Array.isArray(file?.ways) || file.ways.length === 0 || !file.floor || file.ways.some((d) => !d.outcomes?.length))
    throw new Error("data/gan/plane.json is not as expected");
  return file;
}

/** A circle for each seed, at its divergence, with the number of modes that it hits. */
export function planeSeedsOptions({ways, floor}: Pick<PlaneFile, "ways" | "floor">, width: number): Plot.PlotOptions {
  const narrow = width < 560;
  const rows = ways.flatMap(({label, outcomes}) => outcomes.map((outcome) => ({label, ...outcome})));
  type Row = PlaneOutcome & {label: string};
  const worst = Math.max(0.3, ...rows.map((d) => d.js));
  const dodge = (options: Plot.DotOptions) => Plot.dodgeY({anchor: "middle", padding: 1, r: 8}, options);
  return {
    marginLeft: narrow ? 12 : 190,
    marginRight: 16,
    marginTop: 24,
    marginBottom: 40,
    x: {
      label: "Jensen–Shannon divergence (bits)",
      domain: [0, Math.min(1, worst + 0.05)],
      labelAnchor: "center",
      labelArrow: "none",
      ticks: narrow ? 4 : 8
    },
    fy: {domain: ways.map((d) => d.label), label: null, axis: null, padding: 0.1},
    marks: [
      Plot.rectX([floor.js], {
        x1: (d: number[]) => d[0]!,
        x2: (d: number[]) => d[1]!,
        fill: colors.real,
        fillOpacity: 0.2
      }),
      Plot.text(ways, {
        fy: "label",
        text: "label",
        frameAnchor: narrow ? "top-left" : "left",
        textAnchor: narrow ? "start" : "end",
        dx: narrow ? 0 : -12,
        fill: colors.foreground
      }),
      Plot.text([ways[0]!], {
        fy: "label",
        text: () => (narrow ? "real" : "real against real"),
        x: () => (floor.js[0] + floor.js[1]) / 2,
        frameAnchor: "top",
        dy: -14,
        fill: colors.real
      }),
      Plot.dot(
        rows,
        dodge({fy: "label", x: "js", r: 8, fill: colors.background, stroke: colors.generated}) as Plot.DotOptions
      ),
      Plot.text(
        rows,
        dodge({
          fy: "label",
          x: "js",
          text: (d: Row) => String(d.hit),
          fill: colors.generated
        } as Plot.DotOptions) as Plot.TextOptions
      )
    ]
  };
}

/** The seeds compared, filled from its data file. */
export function planeSeeds(data: Promise<PlaneFile>): HTMLElement {
  const chart = plotView<PlaneFile>({height: "max(360px, 620px - 30cqw)"}, (file, width) =>
    planeSeedsOptions(file, width)
  );
  const frame = figure({
    title: "Six ways to train, and what becomes of each from several seeds",
    children: [chart.node]
  });
  fill(frame, data, (file) => {
    chart.update(checkPlaneFile(file));
    const words = file.ways.map(({label, outcomes}) => {
      const full = outcomes.filter((d) => d.hit === 8).length;
      return `${label}: ${full} of ${outcomes.length}`;
    });
    frame.summary(
      `After ${file.rounds.toLocaleString("en-US")} rounds, how many seeds hit all eight modes of the ring: ${words.join("; ")}. The number in each circle is the modes that the seed hits.`
    );
  });
  return frame.node;
}
