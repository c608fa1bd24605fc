import * as Plot from "@observablehq/plot";
import {adopterBalance} from "../../models/migration/misery.js";
import {checkParameters, type SomeParameters} from "../../models/migration/parameters.js";
import {colors} from "../theme.js";
import {halo} from "./bitcreepShares.js";
import {signed} from "./format.js";

/** The parts of an adopter's loss, and how deep each is drawn. */
const parts = [
  {key: "network", text: "network, ν", opacity: 0.28},
  {key: "bitrot", text: "bitrot, ρ", opacity: 0.5},
  {key: "bitcreep", text: "bitcreep, κ", opacity: 0.85}
] as const;

const margins = {marginLeft: 44, marginRight: 12, marginTop: 16, marginBottom: 38};

/** Two shares that may be equal, a hair apart: a bar without height is still a line. */
const least = 1e-9;

/** What a first adopter has, step by step: what the platform is better by, and what is taken off it. */
export function waterfall(given: SomeParameters, width = 640): Plot.PlotOptions {
  const p = checkParameters(given);
  const own = adopterBalance(p, p.initialShare);
  let level = own.advantage;
  const steps = [
    {
      text: "advantage",
      from: 0,
      to: own.advantage,
      fill: own.advantage < 0 ? colors.ruin : colors.ceiling,
      opacity: 0.85
    },
    ...parts.map(({key, text, opacity}) => {
      const from = level;
      level += own[key];
      return {text, from, to: level, fill: colors.ruin as string, opacity};
    }),
    {text: "in all", from: 0, to: own.total, fill: own.total < 0 ? colors.ruin : colors.ceiling, opacity: 0.85}
  ].map((d) => ({...d, low: Math.min(d.from, d.to), high: Math.max(d.from, d.to) + least}));
  const low = Math.min(0, ...steps.map((d) => d.low));
  const high = Math.max(0, ...steps.map((d) => d.high));
  const room = 0.12 * Math.max(high - low, 0.5);
  // A phone has room for the symbols alone.
  const short: Record<string, string> = {advantage: "Δq"};
  const name = (text: string) => (width < 380 ? (short[text] ?? text.replace(/^.*, /, "")) : text);
  const names = steps.map((d) => d.text);
  return {
    ...margins,
    marginBottom: 44,
    x: {type: "band", domain: names, label: null, padding: 0.28},
    y: {domain: [low - room, high + room], label: "Utility a year", labelArrow: "none", ticks: 5},
    marks: [
      Plot.axisX({tickFormat: name, tickSize: 0, lineWidth: 7, textOverflow: "clip"}),
      Plot.barY(steps, {x: "text", y1: "low", y2: "high", fill: "fill", fillOpacity: "opacity"}),
      Plot.ruleY([0], {stroke: colors.muted, strokeDasharray: "2 3"}),
      Plot.text(steps, {
        x: "text",
        y: "high",
        text: (d: (typeof steps)[number]) => signed(d.to - d.from),
        dy: -8,
        fill: colors.foreground,
        fontWeight: 600,
        ...halo
      })
    ]
  };
}

/**
 * What an adopter loses to each part over the share, stacked, under the advantage that has to pay for it: adopters are
 * worse off where the stack stands above the line.
 */
export function lossStack(given: SomeParameters): Plot.PlotOptions {
  const p = checkParameters(given);
  const first = adopterBalance(p, 0);
  let level = 0;
  const layers = parts.map(({key, text, opacity}) => {
    const low = level;
    level -= first[key];
    return {text, opacity, low, high: level};
  });
  const top = 1.12 * Math.max(level, p.advantage, 0.5);
  // A label fits into a layer that is thick enough at the share where it stands.
  const at = 0.02;
  const labels = layers
    .map((d) => ({...d, x: at, y: ((d.low + d.high) / 2) * (1 - at)}))
    .filter((d) => d.high - d.low > 0.07 * top);
  return {
    ...margins,
    x: {
      domain: [0, 100],
      percent: true,
      label: "Share on the new platform (%)",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: 5
    },
    y: {domain: [Math.min(0, p.advantage * 1.1), top], label: "Utility a year", labelArrow: "none", ticks: 5},
    marks: [
      layers.map(({low, high, opacity}) =>
        Plot.areaY(
          [
            {x: 0, low, high},
            {x: 1, low: 0, high: 0}
          ],
          {x: "x", y1: "low", y2: "high", fill: colors.ruin, fillOpacity: opacity}
        )
      ),
      Plot.ruleY([p.advantage], {stroke: colors.ceiling, strokeWidth: 2}),
      Plot.text([[1, p.advantage]], {
        text: ["advantage, Δq"],
        textAnchor: "end",
        dx: -3,
        dy: -9,
        fill: colors.ceiling,
        fontWeight: 600,
        ...halo
      }),
      Plot.text(labels, {x: "x", y: "y", text: "text", textAnchor: "start", fill: colors.foreground, ...halo})
    ]
  };
}
