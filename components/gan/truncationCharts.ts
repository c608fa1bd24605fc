import * as Plot from "@observablehq/plot";
import type {TruncationFile, TruncationRow} from "../../models/gan/files.js";
import {type Figure, figure, fill} from "../figure.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";
import type {View} from "../view.js";
import {psiText} from "./samplingState.js";

/** What the charts show: the file, and where the slider stands. */
export interface TruncationState {
  file: TruncationFile;
  psi: number;
}

/** A row between those of the file, on straight lines. */
export function rowAt({rows}: TruncationFile, psi: number): TruncationRow {
  const after = rows.findIndex((row) => row.psi >= psi);
  if (after <= 0) return {...(after < 0 ? rows.at(-1)! : rows[0]!), psi};
  const [a, b] = [rows[after - 1]!, rows[after]!];
  const t = (psi - a.psi) / (b.psi - a.psi);
  const mix = (name: keyof TruncationRow) => a[name] + t * (b[name] - a[name]);
  return {psi, fd: mix("fd"), coverage: mix("coverage"), sureness: mix("sureness"), asked: mix("asked")};
}

const x = {label: "ψ", domain: [-1, 1.2], labelAnchor: "center", labelArrow: "none"} as const;
const margins = {marginLeft: 44, marginBottom: 36, marginTop: 22, marginRight: 14};

/** A line over ψ, with what real faces show, and a dot at the slider. */
function overPsi(
  {file, psi}: TruncationState,
  name: "fd" | "coverage",
  y: Plot.ScaleOptions,
  real: string
): Plot.PlotOptions {
  return {
    ...margins,
    x,
    y: {labelArrow: "none", zero: true, nice: true, ...y},
    marks: [
      Plot.ruleY([0], {stroke: colors.hairline}),
      Plot.ruleY([file.real[name]], {stroke: colors.real, strokeDasharray: "4 3"}),
      Plot.text([real], {
        x: -1,
        y: file.real[name],
        text: (d: string) => d,
        fill: colors.real,
        textAnchor: "start",
        dy: -7
      }),
      Plot.ruleX([psi], {stroke: colors.hairline}),
      Plot.line(file.rows, {x: "psi", y: name, stroke: colors.generated, strokeWidth: 2}),
      Plot.dot(file.rows, {x: "psi", y: name, fill: colors.generated, r: 2}),
      Plot.dot([rowAt(file, psi)], {x: "psi", y: name, fill: colors.generated, r: 5})
    ]
  };
}

export const distanceOptions = (state: TruncationState): Plot.PlotOptions =>
  overPsi(state, "fd", {label: "Fréchet distance / tr Σ"}, "real against real");

export const coverageOptions = (state: TruncationState): Plot.PlotOptions =>
  // Up to all there are, which leaves the label of real faces its room.
  overPsi(state, "coverage", {label: "Combinations of 512", domain: [0, 512], nice: false}, "real faces");

/** How well faces are what was asked for, against how varied they are, from ψ to ψ. */
export function tradeOffOptions({file, psi}: TruncationState): Plot.PlotOptions {
  const half = file.rows.filter((row) => row.psi >= 0);
  return {
    ...margins,
    marginRight: 30,
    x: {label: "Combinations of 512", labelAnchor: "center", labelArrow: "none", nice: true, ticks: 5},
    y: {label: "Attributes as asked for (%)", percent: true, labelArrow: "none", nice: true, ticks: 6},
    marks: [
      Plot.dot([file.real], {x: "coverage", y: "asked", stroke: colors.real, r: 4, strokeWidth: 2}),
      Plot.text([file.real], {
        x: "coverage",
        y: "asked",
        text: () => "real faces",
        fill: colors.real,
        // Away from the frame.
        textAnchor: file.real.coverage > (file.rows[0]!.coverage + file.rows.at(-1)!.coverage) / 2 ? "end" : "start",
        dx: file.real.coverage > (file.rows[0]!.coverage + file.rows.at(-1)!.coverage) / 2 ? -9 : 9
      }),
      Plot.line(half, {x: "coverage", y: "asked", stroke: colors.generated, strokeWidth: 2}),
      Plot.dot(half, {x: "coverage", y: "asked", fill: colors.generated, r: 2}),
      Plot.text(
        half.filter((row) => [0, 0.4, 0.7, 1, 1.2].includes(row.psi)),
        {
          x: "coverage",
          y: "asked",
          text: (row: TruncationRow) => (row.psi === 0 ? "ψ = 0" : String(row.psi)),
          textAnchor: "start",
          dx: 7,
          dy: -5
        }
      ),
      Plot.dot(psi >= 0 ? [rowAt(file, psi)] : [], {x: "coverage", y: "asked", fill: colors.generated, r: 5})
    ]
  };
}

/** Numbers are there, and in order. */
export function checkTruncation(file: TruncationFile): TruncationFile {
  const numbers = [file.real, ...file.rows].flatMap(({fd, coverage, sureness, asked}) => [
    fd,
    coverage,
    sureness,
    asked
  ]);
  if (file.rows.length < 2 || !numbers.every(Number.isFinite)) throw new Error("the rows of the file make no sense");
  if (file.rows.some(({psi}, i) => i > 0 && psi <= file.rows[i - 1]!.psi)) throw new Error("ψ does not rise");
  return file;
}

/** What the charts say at ψ, each in a sentence. */
export function truncationWords({file, psi}: TruncationState) {
  const {fd, coverage, asked} = rowAt(file, psi);
  const best = file.rows.reduce((a, b) => (b.fd < a.fd ? b : a));
  const share = (value: number) => `${(100 * value).toFixed(0)} %`;
  const at = `ψ = ${psiText(psi)}`;
  return {
    distance: `At ${at} the distance is ${fd.toFixed(3)}, ${(fd / file.real.fd).toFixed(0)} times that between two sets of ${file.faces.toLocaleString("en-US")} real faces. It is least at ψ = ${psiText(best.psi)}.`,
    coverage: `At ${at} ${file.faces.toLocaleString("en-US")} faces show ${coverage.toFixed(0)} of the 512 combinations of hair, hair colour and skin; as many real ones show ${file.real.coverage}.`,
    trade: `At ${at} ${share(asked)} of what was asked for is read back (${share(file.real.asked)} off real faces), and ${coverage.toFixed(0)} combinations occur.`
  };
}

/** The three charts, filled from their file; they follow ψ. */
export function truncationCharts(data: Promise<TruncationFile>): View<number> {
  let file: TruncationFile | undefined;
  let psi = 1;
  const charts = [
    {title: "Distance from real faces", options: distanceOptions, words: "distance"},
    {title: "Variety", options: coverageOptions, words: "coverage"},
    {title: "Obedience against variety", options: tradeOffOptions, words: "trade"}
  ] as const;
  const frames: Figure[] = [];
  const views = charts.map(({title, options}) => {
    const chart = plotView<TruncationState>({height: 250}, options);
    frames.push(figure({title, children: [chart.node]}));
    return chart;
  });
  const redraw = () => {
    if (!file) return;
    const state = {file, psi};
    const words = truncationWords(state);
    charts.forEach((chart, i) => {
      views[i]!.update(state);
      frames[i]!.summary(words[chart.words]);
    });
  };
  for (const [i, frame] of frames.entries())
    fill(frame, data, (found) => {
      file = checkTruncation(found);
      if (i === frames.length - 1) redraw();
    });
  const node = document.createElement("div");
  node.className = "row truncation-row";
  node.append(...frames.map((frame) => frame.node));
  return {
    node,
    update(next) {
      psi = next;
      redraw();
    }
  };
}
