import * as Plot from "@observablehq/plot";
import type {HeldFit} from "../../models/migration/files.js";
import {colors} from "../theme.js";
import type {RealState} from "./fitSolver.js";

const margins = {marginLeft: 44, marginRight: 16, marginTop: 26, marginBottom: 38};
const halo = {stroke: colors.background, strokeWidth: 4} as const;

function curve(held: readonly HeldFit[], noise: number, label: string): Plot.PlotOptions {
  const top = Math.max(1.4 * noise, ...held.map((d) => d.rmse)) * 1.12;
  const last = held.at(-1)!.at;
  return {
    ...margins,
    x: {domain: [0, last], label, labelOffset: 33, labelAnchor: "center", labelArrow: "none", ticks: 6},
    y: {domain: [0, top], label: "RMSE (points)", labelArrow: "none", ticks: 4},
    marks: [
      Plot.rect([0], {x1: 0, x2: last, y1: 0, y2: noise, fill: colors.muted, fillOpacity: 0.14}),
      Plot.text(["grey: scatter"], {frameAnchor: "bottom-right", dx: -6, dy: -6, fill: colors.muted}),
      Plot.line(held, {x: "at", y: "rmse", stroke: colors.newPlatform, strokeWidth: 2}),
      Plot.dot(held, {
        x: "at",
        y: "rmse",
        r: 3.2,
        stroke: colors.newPlatform,
        fill: (d: HeldFit) => (d.atBound.length ? colors.background : colors.newPlatform)
      })
    ]
  };
}

/** How well the game fits with k held at each of several values, and what J / J_c comes out. */
export function costProfileOptions({report, settings}: RealState): Plot.PlotOptions {
  const {overCost, noise} = report;
  const options = curve(overCost, noise, "Switching cost k, held");
  return {
    ...options,
    marks: [
      ...options.marks!,
      Plot.ruleX([settings.switchingCost], {stroke: colors.foreground, strokeDasharray: "2 3"}),
      Plot.text(overCost, {
        x: "at",
        y: "rmse",
        text: (d: HeldFit) => d.ratio.toFixed(1),
        dy: -12,
        fill: (d: HeldFit) => (d.ratio < 1 ? colors.ruin : colors.foreground),
        ...halo
      }),
      Plot.text(["numbers: J / J_c"], {frameAnchor: "bottom-left", dx: 6, dy: -6, fill: colors.muted, ...halo})
    ]
  };
}

/** How well the game fits at k = 1 with J held at each of several values. */
export function couplingProfileOptions(
  {report}: RealState,
  {critical, switchingCost}: {critical: number; switchingCost: number}
): Plot.PlotOptions {
  const {overCoupling, noise} = report;
  const options = curve(overCoupling, noise, `Coupling J, held (k = ${switchingCost})`);
  return {
    ...options,
    marks: [
      Plot.ruleX([critical], {stroke: colors.ruin, strokeWidth: 1.5}),
      Plot.text([critical], {
        x: (d) => d,
        frameAnchor: "top",
        text: ["J_c"],
        dy: -12,
        fill: colors.ruin
      }),
      ...options.marks!
    ]
  };
}
