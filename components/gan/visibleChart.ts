import * as Plot from "@observablehq/plot";
import {html} from "htl";
import {attributeSizes, attributes} from "../../models/gan/faceLabels.js";
import type {BalanceRow, FacesFile, VisibleRow} from "../../models/gan/files.js";
import {figure, fill} from "../figure.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";
import {attributeWord} from "./faceWords.js";

const labelOf = (name: string) => attributes.find((d) => d.name === name)!.label;

/** How much of a face each attribute changes, at three sizes, on a logarithmic axis. */
export function visibleOptions(rows: readonly VisibleRow[]): Plot.PlotOptions {
  const dots = rows.flatMap(({name, at32, at16, at8}) =>
    [at8, at16, at32].map((apart, i) => ({attribute: labelOf(name), apart, size: 8 * 2 ** i}))
  );
  const eyes = dots.filter((d) => d.attribute === labelOf("eyes"));
  return {
    marginLeft: 88,
    marginRight: 24,
    marginTop: 20,
    marginBottom: 38,
    x: {
      type: "log",
      domain: [0.1, 50],
      label: "Mean change of a pixel, of 255",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: [0.1, 1, 10],
      tickFormat: "~g"
    },
    y: {domain: attributes.map((d) => d.label), label: null, tickSize: 0},
    marks: [
      Plot.gridX([0.1, 1, 10], {stroke: "var(--hairline)", strokeOpacity: 1}),
      Plot.dot(dots, {
        x: "apart",
        y: "attribute",
        r: (d) => 1.5 + Math.log2(d.size / 4) * 1.3,
        fill: colors.real,
        fillOpacity: (d) => (d.size === 32 ? 1 : 0.45)
      } as Plot.DotOptions),
      ...eyes
        .filter((d) => d.size !== 16)
        .map((d) =>
          Plot.text([d], {
            x: "apart",
            y: "attribute",
            text: () => `${d.size} px`,
            fill: colors.real,
            textAnchor: d.size === 32 ? "start" : "end",
            dx: d.size === 32 ? 9 : -7
          })
        )
    ]
  };
}

/** How far each count is from what was expected, in its own binomial standard deviations. */
export function balanceScores(rows: readonly BalanceRow[], count: number): {attribute: string; score: number}[] {
  return rows.flatMap(({name, counts, expected}) =>
    counts.map((found, value) => {
      const chance = expected[value]! / count;
      return {attribute: labelOf(name), score: (found - expected[value]!) / Math.sqrt(count * chance * (1 - chance))};
    })
  );
}

export function balanceOptions(rows: readonly BalanceRow[], count: number): Plot.PlotOptions {
  const scores = balanceScores(rows, count);
  const reach = Math.max(3.5, ...scores.map((d) => Math.abs(d.score) + 0.3));
  return {
    marginLeft: 88,
    marginRight: 60,
    marginTop: 20,
    marginBottom: 38,
    x: {
      domain: [-reach, reach],
      label: "Standard deviations from the expectation",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: 7
    },
    y: {domain: attributes.map((d) => d.label), label: null, tickSize: 0},
    marks: [
      Plot.rectX([0], {x1: -2, x2: 2, fill: colors.muted, fillOpacity: 0.12}),
      Plot.ruleX([0], {stroke: "var(--hairline)"}),
      Plot.dot(scores, {x: "score", y: "attribute", fill: colors.real, fillOpacity: 0.7, r: 3.5}),
      Plot.text(rows, {
        x: reach,
        y: (d: BalanceRow) => labelOf(d.name),
        text: (d: BalanceRow) => `p = ${d.chance.toFixed(2)}`,
        textAnchor: "start",
        dx: 6,
        fill: colors.muted
      })
    ]
  };
}

/** Whether the draws are fair, and how much of a face each attribute is. */
export function balanceView(data: Promise<FacesFile>): HTMLElement {
  const balance = plotView<FacesFile>({height: 270}, (file) => balanceOptions(file.balance, file.count));
  const visible = plotView<VisibleRow[]>({height: 270}, visibleOptions);
  const left = figure({title: "Each count against its expectation", children: [balance.node]});
  const right = figure({title: "How much of a face an attribute is", children: [visible.node]});
  fill(left, data, (file) => {
    balance.update(file);
    const least = file.balance.reduce((a, b) => (a.chance < b.chance ? a : b));
    const {faces, found, expected, sd} = file.coverage;
    left.summary(
      `A dot for each of the ${attributeSizes.reduce((a, b) => a + b)} values; p is the chance of a larger χ² in fair draws, at its least ${least.chance.toFixed(2)}, for ${attributeWord(least.name)}. Of the 512 combinations of hair, hair colour and skin the first ${faces.toLocaleString("en-US")} faces show ${found}; chance gives ${expected.toFixed(1)} ± ${sd.toFixed(1)}.`
    );
  });
  fill(right, data, ({visible: rows}) => {
    visible.update([...rows]);
    const sorted = [...rows].sort((a, b) => b.at32 - a.at32);
    const [most, least] = [sorted[0]!, sorted.at(-1)!];
    right.summary(
      `How much a pixel changes on average when one attribute alone takes another value, at 32, 16 and 8 pixels (the paler, the smaller). Another ${attributeWord(most.name)} changes ${(most.at32 / least.at32).toFixed(0)} times as much as another ${attributeWord(least.name)}.`
    );
  });
  return html`<div class="pair">${left.node}${right.node}</div>` as HTMLElement;
}
