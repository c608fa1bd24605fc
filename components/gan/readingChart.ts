import * as Plot from "@observablehq/plot";
import {html} from "htl";
import {attributes} from "../../models/gan/faceLabels.js";
import type {FacesFile} from "../../models/gan/files.js";
import {figure, fill} from "../figure.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";
import {shareError, shareWithError} from "./faceWords.js";

interface Dot {
  attribute: string;
  kind: "as drawn" | "mirrored" | "by guessing";
  share: number;
  error: number;
}

/** What is read right of each attribute, as drawn and in a mirror, in percent. */
export function readingDots({reading, mirror}: FacesFile): Dot[] {
  return attributes.flatMap(({name, label, values}): Dot[] => {
    const dot = (kind: Dot["kind"], right: number, tested: number): Dot => ({
      attribute: label,
      kind,
      share: (100 * right) / tested,
      error: 100 * shareError(right, tested)
    });
    // The commonest value: for glasses it is none.
    const guess = name === "glasses" ? 0.7 : 1 / values.length;
    return [
      {attribute: label, kind: "by guessing", share: 100 * guess, error: 0},
      dot("mirrored", mirror.right[name], mirror.tested),
      dot("as drawn", reading.right[name], reading.tested)
    ];
  });
}

export function readingOptions(dots: readonly Dot[], width: number): Plot.PlotOptions {
  const color = {"as drawn": colors.real, mirrored: colors.discriminator, "by guessing": colors.muted};
  const whole = dots.filter((d) => d.kind !== "by guessing");
  return {
    marginLeft: 88,
    marginRight: width < 420 ? 16 : 30,
    marginTop: 26,
    marginBottom: 38,
    x: {domain: [0, 100], label: "Read right (%)", labelAnchor: "center", labelArrow: "none", ticks: 5},
    y: {domain: attributes.map((d) => d.label), label: null, tickSize: 0},
    marks: [
      Plot.gridX({stroke: "var(--hairline)", strokeOpacity: 1, ticks: 5}),
      Plot.tickX(
        dots.filter((d) => d.kind === "by guessing"),
        {x: "share", y: "attribute", stroke: colors.muted, insetTop: 6, insetBottom: 6}
      ),
      Plot.link(whole, {
        x1: (d: Dot) => Math.max(0, d.share - 2 * d.error),
        x2: (d: Dot) => Math.min(100, d.share + 2 * d.error),
        y1: "attribute",
        y2: "attribute",
        stroke: (d: Dot) => color[d.kind],
        strokeWidth: 2
      }),
      Plot.dot(whole, {x: "share", y: "attribute", fill: (d: Dot) => color[d.kind], r: 4.5}),
      ...(["mirrored", "as drawn"] as const).map((kind) =>
        Plot.text([dots.find((d) => d.kind === kind)!], {
          x: "share",
          y: "attribute",
          text: "kind",
          fill: color[kind],
          dy: -14,
          textAnchor: kind === "as drawn" ? "end" : "start"
        })
      ),
      Plot.text([dots.find((d) => d.kind === "by guessing")!], {
        x: "share",
        y: "attribute",
        text: "kind",
        fill: colors.muted,
        dy: 15,
        textAnchor: "start"
      })
    ]
  };
}

/** Eyes read right, by glasses, beside the best that anybody could do. */
function eyesTable({reading}: FacesFile): HTMLElement {
  const {values} = attributes.find((d) => d.name === "glasses")!;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Eyes read right, by glasses"><table><thead><tr><th scope="col">Eyes behind</th><th scope="col">faces</th><th scope="col">read right</th><th scope="col">at best</th></tr></thead>
    <tbody>${reading.eyes.map(
      ({tested, right, best}, i) =>
        html`<tr><th scope="row">${values[i]}</th><td>${tested}</td><td>${tested ? shareWithError(right, tested) : "–"}</td><td>${(100 * best).toFixed(1)} %</td></tr>`
    )}</tbody></table></div>` as HTMLElement;
}

/** What the eyes are taken for: rows what they are, columns what was read. */
function confusionTable({reading}: FacesFile): HTMLElement {
  const {values} = attributes.find((d) => d.name === "eyes")!;
  const short = values.map((value) => value.replace(/ (eyes|glance)$/, "").replace(/^a /, ""));
  return html`<div class="scroll" tabindex="0" role="group" aria-label="What the eyes are taken for"><table class="confusion"><thead><tr><td></td>${short.map((value) => html`<th scope="col">${value}</th>`)}</tr></thead>
    <tbody>${reading.confusion.map((row, i) => {
      const total = Math.max(
        1,
        row.reduce((a, b) => a + b, 0)
      );
      return html`<tr><th scope="row">${short[i]}</th>${row.map(
        (count) =>
          html`<td style=${{background: `color-mix(in srgb, var(--real) ${Math.round((45 * count) / total)}%, transparent)`}}>${count || "·"}</td>`
      )}</tr>`;
    })}</tbody></table></div>` as HTMLElement;
}

/** How well the classifier reads faces it never saw, as drawn and mirrored, and what becomes of the eyes. */
export function readingView(data: Promise<FacesFile>): HTMLElement {
  const chart = plotView<FacesFile>({height: 300}, (file, width) => readingOptions(readingDots(file), width));
  const frame = figure({title: "What the classifier reads", children: [chart.node]});
  const tables = html`<div class="eyes-tables"></div>`;
  const eyes = figure({title: "Eyes, and what they are taken for", children: [tables]});
  fill(frame, data, (file) => {
    chart.update(file);
    const {tested, seen, right, unseenRight} = file.reading;
    frame.summary(
      `${tested.toLocaleString("en-US")} faces that it was not trained on; bars are two binomial standard errors. ${seen} of them are copies of one it was trained on, as repeats go; without those, eyes are read right in ${shareWithError(unseenRight.eyes, tested - seen)} in place of ${shareWithError(right.eyes, tested)}.`
    );
  });
  fill(eyes, data, (file) => {
    tables.replaceChildren(eyesTable(file), confusionTable(file));
    eyes.summary(
      "At best: some eyes make the same picture, to the last byte, behind the same glasses, and nobody could tell them apart. Below, rows are what the eyes are and columns what they were taken for."
    );
  });
  return html`<div class="pair">${frame.node}${eyes.node}</div>` as HTMLElement;
}
