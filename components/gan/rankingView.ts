import * as Plot from "@observablehq/plot";
import {html} from "htl";
import type {FacesFile, RankedFace, SpoiledRow} from "../../models/gan/files.js";
import {figure, fill} from "../figure.js";
import {percent} from "../format.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";
import {describeFace} from "./faceWords.js";
import {captioned, stripFaces} from "./stripView.js";

const rankers = [
  {name: "sureness", label: "sureness", color: colors.discriminator, symbol: "circle", mark: "●"},
  {name: "distance", label: "distance of features", color: colors.generator, symbol: "square", mark: "■"}
] as const;

/** How well each ranking finds each kind of spoiled picture. */
export function spoiledOptions(rows: readonly SpoiledRow[]): Plot.PlotOptions {
  const dots = rows.flatMap((row) =>
    rankers.map(({name, color, label}, i) => ({kind: row.kind, color, label, dy: i === 0 ? -4 : 4, ...row[name]}))
  );
  return {
    marginLeft: 84,
    marginRight: 24,
    marginTop: 30,
    marginBottom: 38,
    x: {
      domain: [50, 100],
      label: "Whole picture ranked above spoiled one (%)",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: 5
    },
    y: {domain: rows.map((d) => d.kind), label: null, tickSize: 0},
    marks: [
      Plot.gridX({stroke: "var(--hairline)", strokeOpacity: 1, ticks: 5}),
      ...rankers.flatMap(({label, color, symbol, mark}, i) => {
        const own = dots.filter((d) => d.label === label);
        const dy = i === 0 ? -4 : 4;
        return [
          Plot.link(own, {
            x1: (d) => 100 * (d.chance - 2 * d.error),
            x2: (d) => Math.min(100, 100 * (d.chance + 2 * d.error)),
            y1: "kind",
            y2: "kind",
            stroke: color,
            strokeWidth: 2,
            dy
          }),
          Plot.dot(own, {x: (d) => 100 * d.chance, y: "kind", fill: color, symbol, r: 4, dy}),
          Plot.text([`${mark} ${label}`], {
            frameAnchor: i === 0 ? "top-left" : "top-right",
            text: (d: string) => d,
            fill: color,
            // On a phone both fit only where the first begins over the names of the rows.
            dx: i === 0 ? -60 : 0,
            dy: -18
          })
        ];
      })
    ]
  };
}

/** A ranked face as its picture is described. */
function rankedAlt({face, label, sureness}: RankedFace): string {
  return `Face ${face}: ${describeFace(label)}; sureness ${percent(sureness)}`;
}

/** The two ends of a ranking, and a test of what ranking finds. */
export function rankingView(data: Promise<FacesFile>): HTMLElement {
  const ends = html`<div class="rank-ends"></div>`;
  const frame = figure({title: "Both ends of the ranking", children: [ends]});
  const chart = plotView<SpoiledRow[]>({height: 250}, spoiledOptions);
  const examples = html`<div class="strip"></div>`;
  const test = figure({title: "What ranking finds", children: [examples, chart.node]});
  fill(frame, data, ({ranking: {lowest, highest, strip}}) => {
    const canvases = stripFaces(
      strip,
      [...lowest, ...highest].map((face, place) => ({place, alt: rankedAlt(face)}))
    );
    const end = (faces: HTMLCanvasElement[], words: string) =>
      html`<div><p>${words}</p><div class="strip">${faces}</div></div>`;
    ends.replaceChildren(
      end(canvases.slice(0, lowest.length), "Least sure"),
      end(canvases.slice(lowest.length), "Most sure")
    );
    const dark = lowest.filter(({label}) => label.glasses === 2).length;
    frame.summary(
      `The faces of whose labels the classifier is least sure, from ${percent(lowest[0]!.sureness)} on, and most sure. Of the ${lowest.length} at the low end ${dark} wear dark glasses: nothing is wrong with them.`
    );
  });
  fill(test, data, ({ranking: {spoiled, examples: strip}}) => {
    const faces = stripFaces(
      strip,
      ["whole", ...spoiled.map((d) => d.kind)].map((alt, place) => ({place, alt}))
    );
    examples.replaceChildren(...faces.map((face, i) => captioned(face, i === 0 ? "whole" : spoiled[i - 1]!.kind)));
    chart.update(spoiled);
    test.summary(
      "One face whole and spoiled in five ways, and the chance that a ranking puts a random whole picture above a random spoiled one; 50 % would be blind: dots by its sureness, squares by its distance of features. Bars are two standard errors."
    );
  });
  return html`<div class="pair">${frame.node}${test.node}</div>` as HTMLElement;
}
