import * as Plot from "@observablehq/plot";
import {attributeNames, attributes} from "../../models/gan/faceLabels.js";
import type {MixingFile} from "../../models/gan/files.js";
import {listed} from "../../models/listed.js";
import {figure, fill} from "../figure.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";

/** Rows of the chart: one for each layer and attribute. */
export function mixingCells({layers}: MixingFile): {layer: string; attribute: string; share: number}[] {
  return layers.flatMap(({size, follows}, i) =>
    attributeNames.map((name, a) => ({
      layer: `${i + 1}\n${size} px`,
      attribute: attributes[a]!.label,
      share: follows[name]
    }))
  );
}

/** Which attribute follows which layer: a grid of shares, the larger the darker. */
export function mixingOptions(file: MixingFile): Plot.PlotOptions {
  const cells = mixingCells(file);
  return {
    marginLeft: 82,
    marginTop: 46,
    marginBottom: 4,
    marginRight: 2,
    padding: 0.04,
    x: {
      axis: "top",
      label: "Layer",
      labelArrow: "none",
      labelAnchor: "center",
      tickSize: 0,
      domain: [...new Set(cells.map((d) => d.layer))]
    },
    y: {label: null, tickSize: 0, domain: [...new Set(cells.map((d) => d.attribute))]},
    marks: [
      Plot.cell(cells, {x: "layer", y: "attribute", fill: colors.generated, fillOpacity: (d) => 0.75 * d.share}),
      Plot.text(cells, {
        x: "layer",
        y: "attribute",
        text: (d) => (100 * d.share).toFixed(0),
        fontSize: 12,
        fill: colors.foreground
      })
    ]
  };
}

/** For each attribute the layer that it follows most, in words. */
export function mixingChartWords({layers, pairs}: MixingFile): string {
  const strongest = layers.map(() => [] as string[]);
  attributeNames.forEach((name, a) => {
    const best = layers.reduce((at, {follows}, i) => (follows[name] > layers[at]!.follows[name] ? i : at), 0);
    strongest[best]!.push(attributes[a]!.label.toLowerCase());
  });
  const parts = strongest.flatMap((names, i) => (names.length ? [`layer ${i + 1} for ${listed(names)}`] : []));
  return `How often, in percent, a face follows the other when one layer alone takes its style from it: ${pairs} pairs, read by the classifier. What counts most is ${parts.join("; ")}.`;
}

/** The chart, filled from its file. */
export function mixingChart(data: Promise<MixingFile>): HTMLElement {
  const chart = plotView<MixingFile>({height: 300}, mixingOptions);
  const frame = figure({title: "Which layer decides what", children: [chart.node]});
  fill(frame, data, (file) => {
    const shares = file.layers.flatMap(({follows}) => attributeNames.map((name) => follows[name]));
    if (!shares.length || !shares.every((share) => share >= 0 && share <= 1)) throw new Error("there are no shares");
    chart.update(file);
    frame.summary(mixingChartWords(file));
  });
  return frame.node;
}
