import * as Plot from "@observablehq/plot";
import {degreeTail} from "../../models/migration/ecosystemDegrees.js";
import {outDegrees} from "../../models/migration/ecosystemGraph.js";
import {colors} from "../theme.js";
import type {Wall} from "./wall.js";

/** How many packages each wave moves, and how many stand alone or can never move. */
export function wavesOptions({slabs}: Pick<Wall, "slabs">, width: number): Plot.PlotOptions {
  const narrow = width < 400;
  const name = ({kind, wave}: Wall["slabs"][number]) => (kind === "wave" ? String(wave) : kind);
  return {
    marginLeft: 44,
    marginRight: 12,
    marginTop: 26,
    marginBottom: narrow ? 50 : 42,
    x: {
      type: "band",
      domain: slabs.map(name),
      label: "Wave",
      labelAnchor: "center",
      labelArrow: "none",
      labelOffset: narrow ? 44 : 36,
      padding: 0.15,
      // Words need more room than numbers: on a phone they have a line of their own.
      tickFormat: (text: string) => (narrow && !/\d/.test(text) ? `\n${text}` : text)
    },
    y: {label: "Packages", labelArrow: "none", ticks: 5, nice: true},
    marks: [
      Plot.barY(slabs, {
        x: name,
        y: "nodes",
        fill: (d: Wall["slabs"][number]) =>
          d.kind === "never" ? colors.ruin : d.kind === "alone" ? colors.outside : colors.oldPlatform
      }),
      Plot.text(slabs, {
        x: name,
        y: "nodes",
        text: (d: Wall["slabs"][number]) => String(d.nodes),
        dy: -7,
        fontSize: narrow ? 9 : 11.5
      }),
      Plot.ruleY([0])
    ]
  };
}

/** The two degree distributions on logarithmic axes: packages with at least so many dependents, and dependencies. */
export function degreesOptions({graph, back}: Pick<Wall, "graph" | "back">, width: number): Plot.PlotOptions {
  const linked = (degrees: Uint32Array) => degreeTail(degrees).filter(({degree}) => degree > 0);
  const needs = linked(outDegrees(graph));
  const needed = linked(outDegrees(back));
  const label = (tail: typeof needs, text: string, at: number, color: string) => {
    const point = tail.find(({degree}) => degree >= at) ?? tail.at(-1);
    return Plot.text(point ? [point] : [], {
      x: "degree",
      y: "nodes",
      text: [text],
      textAnchor: "start",
      dx: 7,
      dy: -7,
      fill: color,
      stroke: colors.background,
      strokeWidth: 4
    });
  };
  return {
    marginLeft: 44,
    marginRight: 16,
    marginTop: 26,
    marginBottom: 42,
    x: {
      type: "log",
      label: "Links, at least",
      labelAnchor: "center",
      labelArrow: "none",
      labelOffset: 36,
      ticks: 4,
      tickFormat: "~d"
    },
    y: {type: "log", label: "Packages", labelArrow: "none", ticks: 4, tickFormat: "~d"},
    marks: [
      Plot.line(needs, {x: "degree", y: "nodes", stroke: colors.oldPlatform, curve: "step-before", strokeWidth: 1.75}),
      Plot.line(needed, {x: "degree", y: "nodes", stroke: colors.newPlatform, curve: "step-before", strokeWidth: 1.75}),
      label(needed, "who waits for a package", width < 400 ? 15 : 40, colors.newPlatform),
      label(needs, "what it waits for", 4, colors.oldPlatform)
    ]
  };
}
