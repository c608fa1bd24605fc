import * as Plot from "@observablehq/plot";
import {trajectory, welfareClock} from "../../models/migration/meanField.js";
import type {SomeParameters} from "../../models/migration/parameters.js";
import {colors} from "../theme.js";
import {endLabels, endOfMisery, ends, titles} from "./bitcreepShares.js";
import {endOf, gainDomain, narrow, panelScales, panels, worlds} from "./bitcreepWorlds.js";
import {years} from "./format.js";

/** How many years of the war are drawn. */
export const yearsDrawn = 24;

/**
 * What an adopter and a holdout have beyond the world without the new platform, year by year along the mean field, with
 * the years shaded in which adopters are worse off.
 */
export function yearsOptions(given: SomeParameters, width: number): Plot.PlotOptions {
  const both = worlds(given);
  const names = both.map((d) => d.name);
  const place = panels(width);
  const domain = gainDomain(both);
  const lines = both.map(({name: world, p}) => {
    const run = trajectory(p, {years: yearsDrawn, step: 0.5});
    const {adopterGain, holdoutGain} = welfareClock(p, run);
    return Array.from(run.time, (time, i) => ({world, time, adopter: adopterGain[i]!, holdout: holdoutGain[i]!}));
  });
  const points = lines.flat();
  const stops = both.map(({name: world, p}) => ({world, x: endOf(p).year}));
  const inside = stops.filter((d) => d.x > 0 && d.x < yearsDrawn);
  return {
    marginLeft: 44,
    marginRight: 12,
    marginTop: width < narrow ? 24 : 10,
    marginBottom: 34,
    ...panelScales(names, width),
    x: {domain: [0, yearsDrawn], label: "Years from the start", labelAnchor: "center", labelArrow: "none", ticks: 6},
    y: {domain, label: null, ticks: 5},
    marks: [
      Plot.areaY(points, {
        x: "time",
        y1: 0,
        y2: (d: {adopter: number}) => Math.min(0, d.adopter),
        z: "world",
        fill: colors.ruin,
        fillOpacity: 0.16,
        ...place
      }),
      Plot.ruleY(
        names.map((world) => ({world})),
        {y: 0, stroke: colors.muted, strokeDasharray: "2 3", ...place}
      ),
      Plot.line(points, {x: "time", y: "holdout", z: "world", stroke: colors.oldPlatform, strokeWidth: 2, ...place}),
      Plot.line(points, {x: "time", y: "adopter", z: "world", stroke: colors.newPlatform, strokeWidth: 2, ...place}),
      Plot.ruleX(inside, {x: "x", stroke: colors.ruin, strokeWidth: 1, ...place}),
      endOfMisery(
        inside.map((d) => ({...d, text: width < narrow ? years(d.x) : `worse off for ${years(d.x)}`})),
        0.4 * yearsDrawn,
        place
      ),
      endLabels(
        lines.flatMap((line) => {
          const {world, time, adopter, holdout} = line.at(-1)!;
          return ends(world, time, adopter, holdout);
        }),
        place
      ),
      width < narrow ? titles(names, place) : null
    ]
  };
}
