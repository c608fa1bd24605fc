import * as Plot from "@observablehq/plot";
import type {Outlook} from "../../models/migration/outlook.js";
import {sandboxYears} from "../../models/migration/sandboxWar.js";
import {percent} from "../format.js";
import {colors} from "../theme.js";
import type {WarLines} from "./warLines.js";
import {yearsAxis} from "./warLines.js";

/** A war so far, and what was to be expected of it. */
export interface SharePicture {
  time: readonly number[];
  share: readonly number[];
  holdouts: readonly number[];
  /** Of a crowd of 400, and of one as large as this. */
  outlook: Outlook | undefined;
  band: Outlook | undefined;
  /** Years in which parameters were changed. */
  changes: readonly number[];
}

const band = ({time, low, high}: Outlook, fillOpacity: number) =>
  Plot.areaY(time, {
    x: time,
    y1: low.map((v) => 100 * v),
    y2: high.map((v) => 100 * v),
    fill: colors.newPlatform,
    fillOpacity
  });

/** What the shades mean, in the corner that the course of the war leaves free. */
function legend({outlook, band: large}: SharePicture, width: number): string[] {
  if (!outlook || outlook.mean.length === 0) return [];
  if (outlook.because) return ["dashed: the mean field; no exact band here"];
  const small = width < 480 ? ["light: 9 in 10 crowds of 400"] : ["light: nine in ten crowds of 400, exactly"];
  if (!large) return [...small, "dashed: their mean"];
  return [...small, width < 480 ? "dark: of 10,000" : "dark: of 10,000, as here", "dashed: their mean"];
}

/** The ground of the share chart: exact bands, their mean, and the years of changes. */
export function shareGround(picture: SharePicture, width: number): Plot.PlotOptions {
  const {outlook, band: large, changes} = picture;
  const mean = large ?? outlook;
  // The later half of a war that is won leaves its lower right corner free; else the upper one is.
  const won = (mean?.mean.at(-1) ?? 0) > 0.5;
  return {
    ...yearsAxis(width, sandboxYears),
    y: {label: "On the new platform (%)", domain: [0, 100], ticks: 5, labelArrow: "none"},
    marks: [
      Plot.ruleY([0, 100], {stroke: colors.hairline}),
      Plot.ruleX(changes, {stroke: colors.muted, strokeDasharray: "1 3"}),
      outlook && outlook.low.length > 0 ? band(outlook, 0.13) : null,
      large && large.low.length > 0 ? band(large, 0.28) : null,
      mean && mean.mean.length > 0
        ? Plot.line(mean.time, {
            x: mean.time,
            y: mean.mean.map((v) => 100 * v),
            stroke: colors.foreground,
            strokeOpacity: 0.6,
            strokeDasharray: "4 3"
          })
        : null,
      Plot.text([legend(picture, width).join("\n")], {
        frameAnchor: won ? "bottom-right" : "top-right",
        text: (d: string) => d,
        lineHeight: 1.3,
        dx: -4,
        dy: won ? -6 : 4,
        fill: colors.muted
      })
    ]
  };
}

/** The share on the new platform over the years; of those who left as well, where some did. */
export function shareLines(picture: SharePicture): WarLines {
  const {time, share, holdouts, outlook, band: large} = picture;
  const gone = share.map((x, i) => 100 * Math.max(0, 1 - x - holdouts[i]!));
  const now = share.at(-1) ?? 0;
  const left = (gone.at(-1) ?? 0) / 100;
  return {
    ground: (width) => shareGround(picture, width),
    key: large ?? outlook,
    time,
    lines: [
      {
        name: "new",
        label: `${percent(now, 0)} new`,
        color: colors.newPlatform,
        width: 2.5,
        values: share.map((x) => 100 * x)
      },
      ...(left > 0.0005 ? [{name: "gone", label: `${percent(left, 0)} gone`, color: colors.outside, values: gone}] : [])
    ]
  };
}
