import * as Plot from "@observablehq/plot";
import type {EndingFile, EndingHubs} from "../../models/migration/files.js";
import {percent} from "../format.js";
import {colors} from "../theme.js";
import {halo} from "./endingFocus.js";

const shown = 20;

/** The case that the picture of shares shows. */
export function hubsCase(file: EndingFile): EndingHubs {
  const found = file.hubs.find(({graph, locality}) => graph === "preferential" && locality === 0.5);
  if (!found) throw new Error("ending.json holds no hubs");
  return found;
}

/** Shares over time, hubs first and random first, on the same made-up graph and the same seeds. */
export function hubsShareOptions(file: EndingFile): Plot.PlotOptions {
  const {hubs, random} = hubsCase(file);
  const rows = [
    {plan: random, color: colors.outside, label: "at random first"},
    {plan: hubs, color: colors.newPlatform, label: "hubs first"}
  ];
  const time = file.time.filter((t) => t <= shown);
  return {
    marginLeft: 44,
    marginRight: 14,
    marginTop: 20,
    marginBottom: 43,
    x: {domain: [0, shown], label: "Years", labelAnchor: "center", labelOffset: 36, labelArrow: "none", ticks: 5},
    y: {domain: [0, 100], percent: true, label: "On the new platform (%)", labelArrow: "none", ticks: 5},
    marks: [
      rows.map(({plan, color, label}, j) => [
        Plot.areaY(time, {
          x: (t: number) => t,
          y1: plan.low.slice(0, time.length),
          y2: plan.high.slice(0, time.length),
          fill: color,
          fillOpacity: 0.18
        }),
        Plot.line(
          time.map((t, i) => [t, plan.mean[i]!]),
          {stroke: color, strokeWidth: 2.5}
        ),
        Plot.text([label], {
          frameAnchor: "bottom-right",
          dx: -6,
          dy: -8 - 16 * j,
          text: (d) => d,
          fill: color,
          fontWeight: 600,
          ...halo
        })
      ])
    ]
  };
}

/** Years to nine in ten over how much neighbours count, with two standard errors. */
export function hubsLocalityOptions(file: EndingFile): Plot.PlotOptions {
  const points = file.hubs.flatMap((d) =>
    [d.random, d.hubs].map((plan, j) => ({
      locality: d.locality + (d.graph === "debian" ? 0.03 : 0),
      debian: d.graph === "debian",
      ...plan.measures.T90,
      color: j ? colors.newPlatform : colors.outside
    }))
  );
  const top = Math.max(...points.map((d) => d.mean + 2 * d.error)) * 1.12;
  const made = points.filter((d) => !d.debian);
  const label = file.hubs.find((d) => d.graph === "debian");
  return {
    marginLeft: 44,
    marginRight: 20,
    marginTop: 20,
    marginBottom: 43,
    x: {
      domain: [-0.04, 1.04],
      label: "Locality ω: how much neighbours count",
      labelAnchor: "center",
      labelOffset: 36,
      labelArrow: "none",
      ticks: [0, 0.25, 0.5, 0.75, 1],
      tickFormat: String
    },
    y: {domain: [0, top], label: "Years to 90 %", labelArrow: "none", ticks: 5},
    marks: [
      Plot.ruleY([0], {stroke: colors.hairline}),
      Plot.line(made, {x: "locality", y: "mean", z: "color", stroke: "color", strokeWidth: 1.5}),
      Plot.ruleX(points, {
        x: "locality",
        y1: (d) => d.mean - 2 * d.error,
        y2: (d) => d.mean + 2 * d.error,
        stroke: "color",
        strokeWidth: 1.5
      }),
      Plot.dot(points, {
        x: "locality",
        y: "mean",
        r: 4.5,
        stroke: "color",
        strokeWidth: 2,
        fill: (d) => (d.debian ? colors.background : d.color)
      }),
      label
        ? Plot.text(["rings: Debian’s Python packages"], {
            frameAnchor: "bottom-right",
            dx: -4,
            dy: -8,
            text: (d) => d,
            fill: colors.muted
          })
        : null,
      Plot.text([[1, made.filter((d) => d.color === colors.outside).at(-1)!.mean]], {
        text: ["at random first"],
        textAnchor: "end",
        dy: -13,
        fill: colors.outside,
        fontWeight: 600,
        ...halo
      }),
      Plot.text([[1, made.filter((d) => d.color === colors.newPlatform).at(-1)!.mean]], {
        text: ["hubs first"],
        textAnchor: "end",
        dy: -13,
        fill: colors.newPlatform,
        fontWeight: 600,
        ...halo
      })
    ]
  };
}

/** What seeding the hubs does, in words. */
export function hubsSummary(file: EndingFile): string {
  const {hubs, random, nodes, wars, locality} = hubsCase(file);
  const {T90, loss} = hubs.difference;
  const flat = file.hubs.find((d) => d.locality === 0);
  const none = flat
    ? ` Where neighbours do not count more than others (ω = 0) it makes no difference: ${signedYears(flat.hubs.difference.T90.mean)} ± ${flat.hubs.difference.T90.error.toFixed(2)} years.`
    : "";
  const debian = file.hubs.find((d) => d.graph === "debian");
  const real = debian
    ? ` On Debian’s ${debian.nodes.toLocaleString("en-US")} Python packages: ${debian.random.measures.T90.mean.toFixed(1)} and ${debian.hubs.measures.T90.mean.toFixed(1)} years (${debian.wars} wars).`
    : "";
  return `${wars} wars on a made-up graph of ${nodes} nodes at ω = ${locality}: with one in twenty seeded at random nine in ten take ${random.measures.T90.mean.toFixed(1)} years, with the hubs ${hubs.measures.T90.mean.toFixed(1)}. Difference on the same seeds: ${signedYears(T90.mean)} ± ${T90.error.toFixed(2)} years and ${signedYears(loss.mean)} ± ${loss.error.toFixed(2)} in loss; ${percent(hubs.won, 0)} of the wars are won within 40 years.${none}${real}`;
}

function signedYears(value: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
}
