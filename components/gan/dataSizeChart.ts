import * as Plot from "@observablehq/plot";
import {type PublishedFile, tableOf} from "../../models/gan/published.js";
import {figure, fill} from "../figure.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";

interface Point {
  dataset: string;
  n: number;
  method: string;
  fid: number;
}

const methods: Record<string, string> = {StyleGAN2: colors.human, DiffAugment: colors.generator};

/** FID over the number of training pictures, with and without augmentation; a panel a data set. */
export function dataSizeOptions(points: readonly Point[], width: number): Plot.PlotOptions {
  const narrow = width < 560;
  return {
    marginLeft: 44,
    marginRight: narrow ? 20 : 90,
    marginBottom: 38,
    [narrow ? "fy" : "fx"]: {label: null},
    x: {type: "log", label: "Training pictures", labelAnchor: "center", labelArrow: "none", ticks: 3, tickFormat: "~s"},
    y: {type: "log", label: "FID", labelArrow: "none", ticks: 4, tickFormat: "~g"},
    marks: Object.entries(methods).flatMap(([method, stroke]) => {
      const here = points.filter((d) => d.method === method);
      const channels = {x: "n", y: "fid", [narrow ? "fy" : "fx"]: "dataset"};
      return [
        Plot.line(here, {...channels, z: "dataset", stroke, strokeWidth: 1.8}),
        Plot.dot(here, {...channels, fill: stroke, r: 3}),
        Plot.text(
          here.filter((d) => d.n === 1000),
          {
            ...channels,
            text: "method",
            fill: stroke,
            textAnchor: "start",
            dx: 8,
            stroke: colors.background,
            strokeWidth: 4
          }
        )
      ];
    })
  };
}

/** How much a GAN suffers from few pictures, as published. */
export function dataSizeChart(data: Promise<PublishedFile>): HTMLElement {
  const view = plotView<Point[]>({height: 300}, dataSizeOptions);
  const frame = figure({title: "Published: few pictures", children: [view.node]});
  fill(frame, data, (file) => {
    const points = tableOf(file, "diffaugment-size").rows.map(
      ([dataset, n, method, fid]) => ({dataset, n, method, fid}) as Point
    );
    view.update(points);
    const at = (n: number, method: string) =>
      points.find((d) => d.dataset === "FFHQ" && d.n === n && d.method === method)!.fid;
    frame.summary(
      `StyleGAN2 on faces of 256 pixels: with ${(70_000).toLocaleString("en-US")} pictures an FID of ${at(70_000, "StyleGAN2")}, with ten thousand ${at(10_000, "StyleGAN2")}, with a thousand ${at(1000, "StyleGAN2")}. With differentiable augmentation a thousand give ${at(1000, "DiffAugment")}, but all of them ${at(70_000, "DiffAugment")}. Zhao and others (2020).`
    );
  });
  return frame.node;
}
