import * as Plot from "@observablehq/plot";
import type {NoiseFloor} from "../../models/gan/planeDivergence.js";
import type {PlaneLoss} from "../../models/gan/planeTrainer.js";
import type {GrowingBand, GrowingLine, GrowingLines} from "../growingLines.js";
import {colors} from "../theme.js";
import type {PlaneLog} from "./planeLog.js";

/** Losses where the discriminator can tell nothing any more, by loss. */
export const undecided: Record<PlaneLoss, {discriminator: number; generator: number}> = {
  nonSaturating: {discriminator: 2 * Math.LN2, generator: Math.LN2},
  leastSquares: {discriminator: 0.5, generator: 0.25},
  wasserstein: {discriminator: 0, generator: 0}
};

/** A round number at or above, so that an axis is redrawn seldom. */
export function roundUp(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const unit = 10 ** Math.floor(Math.log10(value));
  return [1, 1.5, 2, 3, 5, 7, 10].map((step) => step * unit).find((step) => step >= value * (1 - 1e-9))!;
}

const margins = {marginLeft: 44, marginRight: 92, marginTop: 20, marginBottom: 20};

/** The last round that the axes reach. */
const lastRound = ({round}: PlaneLog) => Math.max(100, roundUp(round.at(-1) ?? 0));

/** What is not finite is no place on a chart: such a value stays where the last one was. */
function finite(values: readonly number[]): number[] {
  let last = values.find(Number.isFinite);
  if (last === undefined) return [];
  return values.map((value) => (last = Number.isFinite(value) ? value : last!));
}

/** 500, 1k, 1.5k. */
const thousands = (value: number) => (value >= 1000 ? `${Number((value / 1000).toFixed(2))}k` : String(value));

interface Course {
  name: string;
  label: string;
  color: string;
  values: readonly number[];
}

function chart(
  log: PlaneLog,
  courses: readonly Course[],
  [low, high]: [number, number],
  {
    title,
    rules = [],
    bands = [],
    legend,
    along = ""
  }: {title: string; rules?: number[]; bands?: GrowingBand[]; legend?: string; along?: string}
): GrowingLines {
  const end = lastRound(log);
  const lines: GrowingLine[] = courses
    .map(({values, ...rest}) => ({...rest, values: finite(values).map((v) => Math.min(high, Math.max(low, v)))}))
    .filter(({values}) => values.length > 0);
  return {
    key: JSON.stringify([title, end, low, high, rules, along]),
    axes: (width) => ({
      ...margins,
      marginBottom: along ? 36 : margins.marginBottom,
      x: {
        label: along || null,
        domain: [0, end],
        ticks: width < 420 ? 3 : 6,
        tickFormat: along ? thousands : () => "",
        labelAnchor: "center",
        labelArrow: "none"
      },
      y: {label: title, domain: [low, high], ticks: 4, labelArrow: "none"},
      marks: [Plot.ruleY(rules, {stroke: colors.muted, strokeDasharray: "3 3"})],
      style: {color: colors.foreground}
    }),
    bands,
    ...(legend && {legend: {lines: () => [legend], corner: "top-right" as const}}),
    time: log.round,
    lines
  };
}

/** The last losses, dashed where neither network could tell. */
export function lossChart(log: PlaneLog, loss: PlaneLoss, along = ""): GrowingLines {
  const {discriminator, generator} = log;
  const all = [...finite(discriminator), ...finite(generator)];
  const sorted = [...all].sort((a, b) => a - b);
  // A single wild loss should not press all others flat.
  const high = sorted[Math.floor(0.99 * (sorted.length - 1))] ?? 1;
  const low = sorted[Math.floor(0.01 * (sorted.length - 1))] ?? 0;
  const rules = undecided[loss];
  const domain: [number, number] = [
    low < 0 ? -roundUp(-low) : 0,
    Math.max(roundUp(high), loss === "nonSaturating" ? 2 : loss === "leastSquares" ? 0.7 : 0.1)
  ];
  return chart(
    log,
    [
      {name: "D", label: "discriminator", color: colors.discriminator, values: discriminator},
      {name: "G", label: "generator", color: colors.generator, values: generator}
    ],
    domain,
    {title: "Loss", along, rules: [...new Set([rules.discriminator, rules.generator])]}
  );
}

/** One divergence over the rounds, with what as many real points would show. */
export function divergenceChart(log: PlaneLog, floor: NoiseFloor | undefined, name: "energy" | "js"): GrowingLines {
  const values = log[name];
  const band = floor?.[name];
  // What a network that has learnt nothing shows is cut, so that all that follows can be seen.
  const sorted = finite(values).sort((a, b) => a - b);
  const most = sorted[Math.floor(0.93 * (sorted.length - 1))] ?? 0;
  const top = name === "js" ? 1 : roundUp(Math.max(most, 4 * (band?.[1] ?? 0.01)));
  const low = name === "js" ? 0 : Math.min(0, band ? -roundUp(-1.2 * band[0]) : 0);
  const end = lastRound(log);
  return chart(log, [{name, label: "generated", color: colors.generated, values}], [low, top], {
    title: name === "js" ? "Jensen–Shannon divergence (bits)" : "Energy distance",
    along: name === "js" ? "Rounds" : "",
    legend: name === "energy" && band ? "shade: real against real" : "",
    bands: band
      ? [
          {
            time: Float64Array.of(0, end),
            low: Float64Array.of(band[0], band[0]),
            high: Float64Array.of(band[1], band[1]),
            color: colors.real,
            opacity: 0.3
          }
        ]
      : []
  });
}
