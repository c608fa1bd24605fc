import * as Plot from "@observablehq/plot";
import type {TippingPassageFile} from "../../models/migration/files.js";
import type {AbsorptionCurve} from "../../models/migration/passageStudy.js";
import {colors} from "../theme.js";

export interface ChancesState {
  curves: AbsorptionCurve[];
  /** The crowd of the slider. */
  agents: number;
  pass: number | null;
  runs: TippingPassageFile["chances"] | undefined;
}

const lineOf = ({agents, low, chance}: AbsorptionCurve) =>
  chance.map((value, i) => ({share: (low + i) / agents, value}));

/** The start at which a chance to win is one half, by linear interpolation; null for a curve without one. */
export function evenStart({agents, low, chance}: AbsorptionCurve): number | null {
  const i = chance.findIndex((value) => value >= 0.5);
  if (i < 1) return null;
  const part = (0.5 - chance[i - 1]!) / (chance[i]! - chance[i - 1]!);
  return (low + i - 1 + part) / agents;
}

/** The starts, as shares, between which a crowd wins one time in ten and nine times in ten. */
export function doubtful({agents, low, chance}: AbsorptionCurve): [number, number] {
  const at = (level: number) =>
    (low +
      Math.max(
        0,
        chance.findIndex((value) => value >= level)
      )) /
    agents;
  return [at(0.1), at(0.9)];
}

/** P(nine in ten before the old valley) over the start, for the crowd of the slider and, thinner, for others. */
export function chancesOptions({curves, agents, pass, runs}: ChancesState, width: number): Plot.PlotOptions {
  const points = runs && runs.agents === agents ? runs.rows.map((row) => ({...row, share: row.from / agents})) : [];
  const others = curves.filter((curve) => curve.agents !== agents);
  const own = curves.find((curve) => curve.agents === agents);
  return {
    marginLeft: 44,
    marginRight: 14,
    marginTop: 24,
    marginBottom: 40,
    x: {
      domain: [0, 1],
      label: "Start: share on the new platform (%)",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: width < 400 ? 5 : 10,
      tickFormat: (share: number) => `${Math.round(share * 100)}`
    },
    y: {
      domain: [0, 1],
      label: "Chance to win (%)",
      labelArrow: "none",
      ticks: 5,
      tickFormat: (value: number) => `${Math.round(value * 100)}`
    },
    marks: [
      pass === null
        ? null
        : [
            Plot.ruleX([pass], {stroke: colors.ruin, strokeDasharray: "2 3"}),
            Plot.text([[pass, 0.95]], {text: ["pass"], textAnchor: "end", dx: -6, fill: colors.ruin, fontWeight: 600})
          ],
      others.map((curve) =>
        Plot.line(lineOf(curve), {x: "share", y: "value", stroke: colors.muted, strokeWidth: 1, strokeOpacity: 0.7})
      ),
      own ? Plot.line(lineOf(own), {x: "share", y: "value", stroke: colors.newPlatform, strokeWidth: 2}) : null,
      [...others, ...(own ? [own] : [])].map((curve, i) => {
        const even = evenStart(curve);
        if (even === null) return null;
        // Where the curves rise late the room is on the left.
        const left = (pass ?? 0) > 0.55;
        return Plot.text([[left ? 0.02 : 0.98, 0.08 + 0.09 * i]], {
          text: [`N = ${curve.agents}: even at ${(even * 100).toFixed(1)} %`],
          textAnchor: left ? "start" : "end",
          fill: curve === own ? colors.newPlatform : colors.muted,
          fontWeight: curve === own ? 600 : 400
        });
      }),
      Plot.link(points, {
        x1: "share",
        x2: "share",
        y1: (d: {won: number; error: number}) => Math.max(0, d.won - 2 * d.error),
        y2: (d: {won: number; error: number}) => Math.min(1, d.won + 2 * d.error),
        stroke: colors.foreground
      }),
      Plot.dot(points, {x: "share", y: "won", r: 3, fill: colors.newPlatform, stroke: colors.background})
    ]
  };
}
