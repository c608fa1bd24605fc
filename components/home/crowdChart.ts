import * as Plot from "@observablehq/plot";
import {outlook} from "../../models/migration/outlook.js";
import {defaults} from "../../models/migration/parameters.js";
import {sandboxWar, sandboxYears} from "../../models/migration/sandboxWar.js";
import {colors} from "../theme.js";

/** The crowd stands on a square with this many to a side: as many as the exact law is worked out for. */
export const crowdSide = 20;

/** Looks a year. */
const looks = 10;

/** A war of the small crowd, whole: the share, and where everybody is, at each look. */
export interface CrowdFilm {
  /** Years from the start. */
  time: number[];
  share: number[];
  /** For each look, 1 for each agent on the new platform, row by row. */
  places: Uint8Array[];
}

/** The default war among 400 agents, from beginning to end. The seed settles it. */
export function crowdFilm(seed: number): CrowdFilm {
  const war = sandboxWar(defaults, {side: crowdSide, seed});
  const film: CrowdFilm = {time: [], share: [], places: []};
  for (let look = 0; look <= sandboxYears * looks; ++look) {
    war.advanceTo(look / looks);
    film.time.push(look / looks);
    film.places.push(Uint8Array.from(war.place));
    film.share.push(war.place.reduce((sum, place) => sum + place, 0) / war.place.length);
  }
  return film;
}

/** The exact law of the same crowd: what nine in ten wars keep to. */
export function crowdGround(width: number): Plot.PlotOptions {
  const {time, mean, low, high} = outlook(defaults, {
    time: 0,
    share: defaults.initialShare,
    gone: 0,
    switchingCost: defaults.switchingCost
  });
  const law = Array.from(time, (year, i) => ({year, mean: mean[i]!, low: low[i]!, high: high[i]!}));
  const narrow = width < 400;
  const words = law.find((d) => d.year === (narrow ? 40 : 24))!;
  return {
    marginTop: 26,
    marginRight: 12,
    marginBottom: 36,
    marginLeft: 44,
    x: {
      domain: [0, sandboxYears],
      label: "Years",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: narrow ? 4 : 8
    },
    y: {domain: [0, 100], percent: true, label: "On the new platform (%)", labelArrow: "none", ticks: 5},
    marks: [
      Plot.areaY(law, {x: "year", y1: "low", y2: "high", fill: colors.newPlatform, fillOpacity: 0.12}),
      Plot.line(law, {x: "year", y: "mean", stroke: colors.muted, strokeDasharray: "2 3"}),
      Plot.text([words], {
        x: "year",
        y: "low",
        text: () => (narrow ? "nine in ten wars" : "where nine in ten wars lie, exactly"),
        textAnchor: narrow ? "end" : "start",
        dy: 16,
        fill: colors.muted,
        stroke: colors.background
      })
    ]
  };
}

/** One war over the exact law, as a still picture. */
export function crowdStill(width: number, seed = 1): Plot.PlotOptions {
  const {time, share} = crowdFilm(seed);
  const ground = crowdGround(width);
  return {
    ...ground,
    marks: [
      ...(ground.marks ?? []),
      Plot.line(time, {x: (d) => d, y: (_, i) => share[i]!, stroke: colors.newPlatform, strokeWidth: 2.5})
    ]
  };
}
