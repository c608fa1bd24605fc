import * as Plot from "@observablehq/plot";
import {html} from "htl";
import {combinationKinds, distinctCombinations, labelKey} from "../../models/gan/combinations.js";
import {drawLabels, type FaceLabel, facesSeed} from "../../models/gan/faceLabels.js";
import type {FacesFile} from "../../models/gan/files.js";
import {listed} from "../../models/listed.js";
import {figure, fill} from "../figure.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";
import {attributeWord} from "./faceWords.js";
import {captioned, stripFaces} from "./stripView.js";

/** How many repeats there are among the first faces, and what the birthday problem says. */
export interface RepeatsPoint {
  faces: number;
  found: number;
  mean: number;
  low: number;
  high: number;
}

/** The count at `points` evenly spaced places, with exact means and two standard deviations to both sides. */
export function repeatsCurve(labels: readonly FaceLabel[], points = 100): RepeatsPoint[] {
  const kinds = combinationKinds();
  const seen = new Set<string>();
  let at = 0;
  return Array.from({length: points + 1}, (_, i) => {
    const faces = Math.round((i * labels.length) / points);
    for (; at < faces; ++at) seen.add(labelKey(labels[at]!));
    const {mean, sd} = distinctCombinations(faces, kinds);
    const expected = faces - mean;
    return {
      faces,
      found: faces - seen.size,
      mean: expected,
      low: Math.max(0, expected - 2 * sd),
      high: expected + 2 * sd
    };
  });
}

export function repeatsOptions(points: readonly RepeatsPoint[]): Plot.PlotOptions {
  const last = points.at(-1)!;
  return {
    marginLeft: 40,
    marginRight: 70,
    marginBottom: 38,
    x: {label: "Faces drawn", labelAnchor: "center", labelArrow: "none", ticks: 5},
    y: {label: "Repeats", labelArrow: "none", ticks: 5},
    marks: [
      Plot.areaY(points, {x: "faces", y1: "low", y2: "high", fill: colors.muted, fillOpacity: 0.18}),
      Plot.line(points, {x: "faces", y: "mean", stroke: colors.muted, strokeDasharray: "4 3"}),
      Plot.line(points, {x: "faces", y: "found", stroke: colors.real, strokeWidth: 2}),
      Plot.text([last], {
        x: "faces",
        y: "found",
        text: (d: RepeatsPoint) => `${d.found} found`,
        fill: colors.real,
        textAnchor: "start",
        dx: 6,
        dy: last.found >= last.mean ? -7 : 7
      }),
      Plot.text([last], {
        x: "faces",
        y: "mean",
        text: (d: RepeatsPoint) => `${d.mean.toFixed(0)} exact`,
        fill: colors.muted,
        textAnchor: "start",
        dx: 6,
        dy: last.found >= last.mean ? 7 : -7
      })
    ]
  };
}

/** Repeats among the faces against the birthday problem, and the pairs that come closest to being repeats. */
export function repeatsView(data: Promise<FacesFile>): HTMLElement {
  const chart = plotView<RepeatsPoint[]>({height: 250}, repeatsOptions);
  const frame = figure({title: "Repeats among the faces", children: [chart.node]});
  const pairs = html`<div class="strip strip-pairs"></div>`;
  const near = figure({title: "Nearly the same, and not", children: [pairs]});
  fill(frame, data, (file) => {
    chart.update(repeatsCurve(drawLabels(file.count, facesSeed)));
    const {found, expected, sd} = file.repeats;
    frame.summary(
      `Green: faces of the first so many whose label had been drawn before. Dashed, with two standard deviations: the exact expectation. At the end ${found} against ${expected.toFixed(1)} ± ${sd.toFixed(1)}. Byte by byte ${file.samePictures} pictures have been there before. A hash of 64 bits takes ${file.sameHashes.toLocaleString("en-US")} for repeats.`
    );
  });
  fill(near, data, ({near: {pairs: found, strip}}) => {
    const faces = stripFaces(
      strip,
      found.flatMap(({faces}, i) => faces.map((face, j) => ({place: 2 * i + j, alt: `Face ${face}`})))
    );
    pairs.replaceChildren(
      ...found.map(({apart, differ}, i) =>
        captioned(
          faces.slice(2 * i, 2 * i + 2),
          `${listed(differ.map(attributeWord))}, ${Number(apart.toPrecision(2))}`
        )
      )
    );
    near.summary(
      "Pairs of different pictures that lie closest together, what their labels differ in, and the mean difference of their pixels, of 255. Removing near duplicates would remove just what a forger has to learn last."
    );
  });
  return html`<div class="pair">${frame.node}${near.node}</div>` as HTMLElement;
}
