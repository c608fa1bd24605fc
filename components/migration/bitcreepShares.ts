import * as Plot from "@observablehq/plot";
import {miseryThreshold} from "../../models/migration/meanField.js";
import {adopterBalance, holdoutBalance} from "../../models/migration/misery.js";
import type {SomeParameters} from "../../models/migration/parameters.js";
import {percent} from "../format.js";
import {colors} from "../theme.js";
import {gainDomain, narrow, panelScales, panels, worlds} from "./bitcreepWorlds.js";

/** A label that stays readable where a line passes behind it. */
export const halo = {stroke: colors.background, strokeWidth: 4} as const;

const label = {fontWeight: 600, ...halo} as const;

/** Two labels at the right end of their lines, kept apart: the upper stands above its line, the lower below. */
export function ends(world: string, x: number, adopter: number, holdout: number) {
  const above = adopter >= holdout;
  return [
    {world, x, y: adopter, text: "adopter", fill: colors.newPlatform, dy: above ? -9 : 11},
    {world, x, y: holdout, text: "holdout", fill: colors.oldPlatform, dy: above ? 11 : -9}
  ];
}

type End = ReturnType<typeof ends>[number];

/** The labels of line ends; Plot takes one offset a mark. */
export function endLabels(all: readonly End[], place: object) {
  return [-9, 11].map((dy) =>
    Plot.text(
      all.filter((d) => d.dy === dy),
      {x: "x", y: "y", text: "text", fill: "fill", textAnchor: "end", dx: -3, dy, ...place, ...label}
    )
  );
}

/**
 * Labels of upright lines where misery ends, beside the zero line and where no curve runs: left of the line above zero,
 * where everybody is below, or right of it below zero, for lines that leave no room on the left.
 */
export function endOfMisery(all: readonly {world: string; x: number; text: string}[], middle: number, place: object) {
  return [true, false].map((left) =>
    Plot.text(
      all.filter((d) => d.x > middle === left),
      {
        x: "x",
        y: 0,
        text: "text",
        textAnchor: left ? "end" : "start",
        dx: left ? -5 : 5,
        dy: left ? -9 : 10,
        fill: colors.ruin,
        ...place,
        ...label
      }
    )
  );
}

export function titles(names: readonly string[], place: object) {
  return Plot.text(
    names.map((world) => ({world})),
    {text: "world", frameAnchor: "top-left", dy: -13, fill: colors.foreground, fontWeight: 600, ...place}
  );
}

/**
 * What an adopter and a holdout have beyond the world without the new platform, over the share: exact lines, with the
 * region shaded in which adopters are worse off. The reader's world beside the one without bitcreep.
 */
export function sharesOptions(given: SomeParameters, width: number): Plot.PlotOptions {
  const both = worlds(given);
  const names = both.map((d) => d.name);
  const place = panels(width);
  const domain = gainDomain(both);
  const corners = both.flatMap(({name: world, p}) =>
    [0, 1].map((x) => ({world, x, adopter: adopterBalance(p, x).total, holdout: holdoutBalance(p, x).total}))
  );
  const limits = both.map(({name: world, p}) => ({world, x: miseryThreshold(p)}));
  const misery = both.flatMap(({name: world, p}) => {
    const end = miseryThreshold(p);
    return end > 0 ? [0, end].map((x) => ({world, x, y: Math.min(0, adopterBalance(p, x).total)})) : [];
  });
  const inside = limits.filter((d) => d.x > 0 && d.x < 1);
  return {
    marginLeft: 44,
    marginRight: 12,
    marginTop: 24,
    marginBottom: 34,
    ...panelScales(names, width),
    x: {
      domain: [0, 100],
      percent: true,
      label: "Share on the new platform (%)",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: 5
    },
    y: {domain, label: null, ticks: 5},
    marks: [
      Plot.areaY(misery, {x: "x", y1: 0, y2: "y", fill: colors.ruin, fillOpacity: 0.16, ...place}),
      Plot.ruleY(
        names.map((world) => ({world})),
        {y: 0, stroke: colors.muted, strokeDasharray: "2 3", ...place}
      ),
      Plot.line(corners, {x: "x", y: "holdout", stroke: colors.oldPlatform, strokeWidth: 2, ...place}),
      Plot.line(corners, {x: "x", y: "adopter", stroke: colors.newPlatform, strokeWidth: 2, ...place}),
      Plot.ruleX(inside, {x: "x", stroke: colors.ruin, strokeWidth: 1, ...place}),
      endOfMisery(
        inside.map((d) => ({...d, text: width < narrow ? `below ${percent(d.x)}` : `worse off below ${percent(d.x)}`})),
        0.42,
        place
      ),
      endLabels(
        both.flatMap(({name, p}) => ends(name, 1, adopterBalance(p, 1).total, holdoutBalance(p, 1).total)),
        place
      ),
      titles(names, place)
    ]
  };
}
