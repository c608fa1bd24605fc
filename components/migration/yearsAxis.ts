import type * as Plot from "@observablehq/plot";
import {colors} from "../theme.js";

/** Axis and margins shared by the charts of a war: years along, and room at the right for labels. */
export function yearsAxis(width: number, years: number): Plot.PlotOptions {
  return {
    marginLeft: 44,
    marginRight: 92,
    marginTop: 22,
    marginBottom: 38,
    x: {
      label: "Years",
      domain: [0, years],
      ticks: width < 480 ? 4 : 8,
      labelAnchor: "center",
      labelArrow: "none"
    },
    style: {color: colors.foreground}
  };
}
