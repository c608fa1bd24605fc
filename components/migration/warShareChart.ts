import * as Plot from "@observablehq/plot";
import type {Outlook} from "../../models/migration/outlook.js";
import {sandboxYears} from "../../models/migration/sandboxWar.js";
import type {WarLog} from "../../models/migration/warLog.js";
import {percent} from "../format.js";
import type {GrowingBand, GrowingLines} from "../growingLines.js";
import {colors} from "../theme.js";
import {yearsAxis} from "./yearsAxis.js";

/** What is to be expected of a war: it changes only when a parameter does. */
export interface ShareOutlook {
  /** Of a crowd of 400, and of one as large as this. */
  outlook: Outlook | undefined;
  band: Outlook | undefined;
  /** Years in which parameters were changed. */
  changes: readonly number[];
}

const inPercent = (shares: ArrayLike<number>) => Float64Array.from(shares, (v) => 100 * v);

const bandOf = ({time, low, high}: Outlook, opacity: number): GrowingBand => ({
  time,
  low: inPercent(low),
  high: inPercent(high),
  color: colors.newPlatform,
  opacity
});

/** What the shades mean. */
function legend({outlook, band}: ShareOutlook, width: number): string[] {
  const narrow = width < 400;
  if (!outlook || outlook.mean.length === 0) return [];
  if (outlook.because) return [narrow ? "dashed: mean field" : "dashed: the mean field; no exact band here"];
  // The caption says that nine in ten crowds are meant; one line more would lie in the way of the curve's label.
  return narrow
    ? ["pale: of 400", ...(band ? ["strong: of 10,000"] : []), "dashed: mean"]
    : [
        "pale: nine in ten crowds of 400, exactly",
        ...(band ? ["strong: of 10,000, as here"] : []),
        "dashed: their mean"
      ];
}

/** Everything in the chart of shares but the curve: exact bands, their mean, and the years of changes. */
export function shareGround(expected: ShareOutlook): Omit<GrowingLines, "time" | "lines"> {
  const {outlook, band, changes} = expected;
  const mean = band ?? outlook;
  return {
    key: "shares",
    axes: (width) => ({
      ...yearsAxis(width, sandboxYears),
      y: {label: "On the new platform (%)", domain: [0, 100], ticks: 5, labelArrow: "none"},
      marks: [Plot.ruleY([0, 100], {stroke: colors.hairline})]
    }),
    bands: [
      ...(outlook && outlook.low.length > 0 ? [bandOf(outlook, 0.13)] : []),
      ...(band && band.low.length > 0 ? [bandOf(band, 0.28)] : [])
    ],
    dashed: mean && mean.mean.length > 0 ? {time: mean.time, values: inPercent(mean.mean)} : undefined,
    marked: changes,
    legend: {
      lines: (width) => legend(expected, width),
      // The later half of a war that is won leaves its lower right corner free; else the upper one is.
      corner: (mean?.mean.at(-1) ?? 0) > 0.5 ? "bottom-right" : "top-right"
    }
  };
}

/** The share on the new platform over the years; of those who left as well, where some did. */
export function shareLines(
  {time, share, holdouts}: Pick<WarLog, "time" | "share" | "holdouts">,
  ground: Omit<GrowingLines, "time" | "lines">
): GrowingLines {
  const gone = share.map((x, i) => 100 * Math.max(0, 1 - x - holdouts[i]!));
  const now = share.at(-1) ?? 0;
  const left = (gone.at(-1) ?? 0) / 100;
  return {
    ...ground,
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
