import * as Plot from "@observablehq/plot";
import {holdoutBreakEven, holdoutEffect} from "../../models/migration/misery.js";
import {checkParameters, type SomeParameters} from "../../models/migration/parameters.js";
import {percent} from "../format.js";
import {colors} from "../theme.js";
import {halo} from "./bitcreepShares.js";

/**
 * What one more holdout does to all others, over the share: what adopters lose, what other holdouts gain, and the two
 * together, which are a gain on the left and a loss on the right.
 */
export function holdoutOptions(given: SomeParameters): Plot.PlotOptions {
  const p = checkParameters(given);
  const rows = [0, 1].map((x) => ({x, ...holdoutEffect(p, x)}));
  const even = holdoutBreakEven(p);
  const size = 1.15 * Math.max(0.5, -rows[1]!.toAdopters, rows[0]!.toHoldouts);
  const net = (x: number) => holdoutEffect(p, x).net;
  const label = {fontWeight: 600, ...halo} as const;
  return {
    marginLeft: 44,
    marginRight: 12,
    marginTop: 16,
    marginBottom: 38,
    x: {
      domain: [0, 100],
      percent: true,
      label: "Share on the new platform (%)",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: 5
    },
    y: {domain: [-size, size], label: "Utility a year, all others together", labelArrow: "none", ticks: 5},
    marks: [
      Plot.areaY(
        [0, even].map((x) => ({x, y: net(x)})),
        {x: "x", y: "y", fill: colors.ceiling, fillOpacity: 0.16}
      ),
      Plot.areaY(
        [even, 1].map((x) => ({x, y: net(x)})),
        {x: "x", y: "y", fill: colors.ruin, fillOpacity: 0.16}
      ),
      Plot.ruleY([0], {stroke: colors.muted, strokeDasharray: "2 3"}),
      Plot.line(rows, {x: "x", y: "toHoldouts", stroke: colors.oldPlatform, strokeWidth: 2}),
      Plot.line(rows, {x: "x", y: "toAdopters", stroke: colors.newPlatform, strokeWidth: 2}),
      Plot.line(rows, {x: "x", y: "net", stroke: colors.foreground, strokeWidth: 2.5}),
      Plot.text([[0.3, rows[0]!.toHoldouts * 0.7]], {
        text: ["other holdouts gain"],
        textAnchor: "start",
        dx: 8,
        dy: -6,
        fill: colors.oldPlatform,
        ...label
      }),
      Plot.text([[0.34, rows[1]!.toAdopters * 0.34]], {
        text: ["adopters lose"],
        textAnchor: "end",
        dy: 14,
        fill: colors.newPlatform,
        ...label
      }),
      Plot.text([[0.66, net(0.66)]], {
        text: ["both together"],
        textAnchor: "start",
        dx: 9,
        dy: -5,
        fill: colors.foreground,
        ...label
      }),
      Plot.dot([[even, 0]], {r: 4.5, fill: colors.background, stroke: colors.foreground, strokeWidth: 2}),
      Plot.text([[even, 0]], {text: [percent(even, 0)], dy: -13, dx: 14, fill: colors.foreground, ...label})
    ]
  };
}
