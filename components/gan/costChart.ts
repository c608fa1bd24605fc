import * as Plot from "@observablehq/plot";
import {
  type CostAssumptions,
  type CostRow,
  costRows,
  energyOf,
  type PublishedFile
} from "../../models/gan/published.js";
import {type Figure, figure, fill} from "../figure.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";

interface Bill extends CostRow {
  energy: number;
}

/** Kilowatt-hours in words: watt-hours where they are few, megawatt-hours where they are many. */
export function energyText(kilowattHours: number): string {
  if (kilowattHours < 1) return `${Number((1000 * kilowattHours).toPrecision(2))} Wh`;
  if (kilowattHours < 1000) return `${Number(kilowattHours.toPrecision(3))} kWh`;
  return `${Number((kilowattHours / 1000).toPrecision(3))} MWh`;
}

/** Dollars with two digits that count. */
export function priceText(dollars: number): string {
  if (dollars < 0.01) return `${Number((100 * dollars).toPrecision(2))} ¢`;
  return `$${Number(dollars.toPrecision(3)).toLocaleString("en-US")}`;
}

/** The axis holds every training under any assumption that the sliders allow. In kilowatt-hours. */
export const axis = [1e-6, 1e6] as const;

/** What each training takes of electricity, on a logarithmic axis. */
export function costOptions({rows, price}: {rows: readonly Bill[]; price: number}, width: number): Plot.PlotOptions {
  const narrow = width < 560;
  return {
    marginLeft: narrow ? 22 : 240,
    marginRight: narrow ? 34 : 120,
    marginTop: 26,
    marginBottom: 38,
    x: {
      type: "log",
      domain: axis,
      label: "Electricity",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: narrow ? [1e-5, 0.1, 1e3] : [1e-5, 1e-3, 0.1, 10, 1e3, 1e5],
      tickFormat: energyText
    },
    y: {type: "band", domain: rows.map((d) => d.name), label: null, axis: narrow ? null : "left", tickSize: 0},
    marks: [
      Plot.ruleY(rows, {y: "name", x1: axis[0], x2: "energy", stroke: colors.hairline}),
      Plot.dot(rows, {
        x: "energy",
        y: "name",
        r: 5.5,
        fill: (d: Bill) => (d.ours ? colors.generated : colors.human)
      }),
      Plot.text(rows, {
        x: narrow ? () => axis[0] : "energy",
        y: "name",
        text: (d: Bill) => `${narrow ? `${d.name}: ` : ""}${energyText(d.energy)}, ${priceText(d.energy * price)}`,
        textAnchor: "start",
        dx: narrow ? 0 : 10,
        dy: narrow ? -13 : 0,
        stroke: colors.background,
        strokeWidth: 4,
        fill: colors.foreground
      })
    ]
  };
}

/** What trainings cost, as one assumes. */
export function costChart(data: Promise<PublishedFile>): {node: HTMLElement; update(assumed: CostAssumptions): void} {
  const view = plotView<{rows: Bill[]; price: number}>({height: 400}, costOptions);
  const frame: Figure = figure({main: true, title: "What a training takes", children: [view.node]});
  let file: PublishedFile | undefined;
  let assumed: CostAssumptions | undefined;
  const draw = () => {
    if (!file || !assumed) return;
    const given = assumed;
    const rows = costRows(file, given).map((row) => ({...row, energy: energyOf(row, given)}));
    view.update({rows, price: given.price});
    const of = (name: string) => rows.find((d) => d.name === name)!;
    const [large, long] = [of("StyleGAN2, faces"), of("ours, the long run")];
    const times = large.energy / long.energy;
    // Short enough for one line on a phone: a second would push the chart down as the data arrive.
    frame.key(`${Math.round(times).toLocaleString("en-US")} ×`, "our long run’s energy");
    frame.summary(
      `StyleGAN2 takes ${Math.round(times).toLocaleString("en-US")} times the energy of our long run. StyleGAN2 on faces of 1,024 pixels: ${Math.round(large.hours).toLocaleString("en-US")} hours of a V100, ${energyText(large.energy)}, ${priceText(large.energy * given.price)}. Our long run on faces of 32 pixels: ${long.hours.toFixed(1)} hours of a core that computes ${given.coreGigaflops} GFLOP/s, ${energyText(long.energy)}, ${priceText(long.energy * given.price)}. Hours of others are as published; ours follow from the arithmetic, which is counted.`
    );
  };
  fill(frame, data, (found) => {
    if (!Array.isArray(found?.tables)) throw new Error("the tables are not all there");
    file = found;
    draw();
  });
  return {
    node: frame.node,
    update(next) {
      assumed = next;
      draw();
    }
  };
}
