import {html} from "htl";
import {colors} from "../theme.js";
import {type RunPanel, runPanel} from "./runPanel.js";
import type {RunPlotState, RunSeries} from "./runPlot.js";
import type {RunSet} from "./runSet.js";

export type PanelName = "fd" | "coverage" | "sureness" | "losses" | "r1";

/** The losses of a discriminator that can tell nothing: log 4 of its own, log 2 for the generator. */
export const [blindDiscriminator, blindGenerator] = [2 * Math.LN2, Math.LN2];

/** From how many faces to how many the axis goes. */
export function faceDomain({losses, looks, steps, batch}: RunSet, log: boolean): [number, number] {
  const first = [losses.generator[0]?.images, looks.fd[0]?.images].filter((v): v is number => v !== undefined);
  const last = steps * batch;
  return [log ? Math.min(...first, last / 2) : 0, last];
}

/** What each plot shows of a training. `beside` is another one, drawn thin where the two compare. */
export function panelState(name: PanelName, set: RunSet, log: boolean, beside?: RunSet): RunPlotState {
  const domain = faceDomain(set, log);
  const common = {domain, logX: log, grown: set.grown};
  const one = (color: string, points: RunSeries["points"], other?: RunSeries["points"]) => [
    ...(other ? [{name: "short run", color: colors.muted, points: other, faint: true}] : []),
    {name, color, points}
  ];
  switch (name) {
    case "fd": {
      const {baseline, floor} = set;
      return {
        ...common,
        logY: true,
        series: one(colors.generated, set.looks.fd, beside?.looks.fd),
        references: [{value: floor, label: `real against real, ${floor.toPrecision(2)}`}],
        dots: baseline ? [{images: baseline.images, value: baseline.fd, label: "short run"}] : []
      };
    }
    case "coverage":
      return {
        ...common,
        yDomain: [0, 570],
        series: one(colors.generated, set.looks.coverage, beside?.looks.coverage),
        references: [{value: set.realCoverage, label: `as many real faces, ${set.realCoverage}`}]
      };
    case "sureness":
      return {
        ...common,
        percent: true,
        series: one(colors.generated, set.looks.sureness, beside?.looks.sureness),
        references: []
      };
    case "losses":
      return {
        ...common,
        series: [
          {name: "discriminator", color: colors.discriminator, points: set.losses.discriminator},
          {name: "generator", color: colors.generator, points: set.losses.generator, dashed: true}
        ],
        references: [
          {value: blindDiscriminator, label: "log 4", color: colors.discriminator},
          {value: blindGenerator, label: "log 2", color: colors.generator}
        ]
      };
    case "r1":
      return {
        ...common,
        logY: true,
        series: [{name, color: colors.discriminator, points: set.losses.r1}],
        references: []
      };
  }
}

const panels: {name: PanelName; title: string; format: (value: number) => string; height: number}[] = [
  {name: "fd", title: "Fréchet distance, of tr Σ", format: (v) => v.toPrecision(3), height: 196},
  {name: "coverage", title: "Coverage, of 512", format: (v) => v.toFixed(0), height: 140},
  {name: "sureness", title: "Sureness", format: (v) => `${(100 * v).toFixed(1)} %`, height: 140},
  {name: "losses", title: "Losses", format: (v) => v.toFixed(2), height: 170},
  {name: "r1", title: "Slope at real faces, E‖∇D‖²", format: (v) => v.toPrecision(2), height: 152}
];

export interface RunPanels {
  node: HTMLElement;
  update(set: RunSet, log: boolean, beside?: RunSet): void;
  at(images: number): void;
}

/** The plots of a training, all at the same moment; those that are `named` say what their axis of faces is. */
export function runPanels(
  names: readonly PanelName[],
  events: {pick(images: number): void; hover(images: number | undefined): void},
  named: readonly PanelName[] = names
): RunPanels {
  const all: {name: PanelName; panel: RunPanel}[] = panels
    .filter(({name}) => names.includes(name))
    .map(({name, ...options}) => ({name, panel: runPanel({...options, ...events})}));
  const node = html`<div class="run-panels">${all.map(({panel}) => panel.node)}</div>` as HTMLElement;
  return {
    node,
    update(set, log, beside) {
      for (const {name, panel} of all)
        panel.update({...panelState(name, set, log, beside), named: named.includes(name)});
    },
    at(images) {
      for (const {panel} of all) panel.at(images);
    }
  };
}
