import * as Plot from "@observablehq/plot";
import {dollars, percent} from "../format.js";
import {colors} from "../theme.js";

/** Shares of the four ways a game can end. */
export interface OutcomeBar {
  name: string;
  shares: {bust: number; below: number; above: number; ceiling: number};
  mean: number;
  /** People are drawn apart from strategies. */
  human?: boolean;
  /** The reader's own. */
  own?: boolean;
  /** How the chances were computed, where it is not exact. */
  basis?: "penny" | "coarse";
  /** Still being computed: its shares and its mean say nothing yet. */
  pending?: boolean;
}

const ways = ["bust", "below", "above", "ceiling"] as const;

/** What each way of ending is drawn in; the middle ones say nothing by themselves, and are grey. */
const paint: Record<(typeof ways)[number], {fill: string; fillOpacity: number}> = {
  bust: {fill: colors.ruin, fillOpacity: 0.9},
  below: {fill: colors.human, fillOpacity: 0.45},
  above: {fill: colors.human, fillOpacity: 0.2},
  ceiling: {fill: colors.ceiling, fillOpacity: 0.85}
};

const rowHeight = 42;

/** The height of a chart of so many bars. */
export function barsHeight(rows: number): number {
  return rows * rowHeight + 34;
}

function share(part: number): string {
  if (part > 0 && part < 0.0005) return "< 0.1 %";
  return percent(part, Number.isInteger(Math.round(part * 1e6) / 1e4) ? 0 : 1);
}

/** The coins that the chances of a bar were computed in, where they are not exact. */
export const basisWords = {penny: "in whole cents", coarse: "in coins coarser than cents"} as const;

function sharesText({shares, basis, pending}: OutcomeBar, narrow: boolean): string {
  if (pending) return "being worked out …";
  const bust = `bust ${share(shares.bust)}`;
  const all = narrow
    ? bust
    : `${bust} · between ${share(shares.below + shares.above)} · ceiling ${share(shares.ceiling)}`;
  return basis && !narrow ? `${basisWords[basis]}: ${all}` : all;
}

/**
 * Where games end: one bar a strategy, from bust at the left to the ceiling at the right, with its mean. Names stand
 * over their bars, so that a phone has room for both.
 */
export function outcomeBarsOptions(bars: readonly OutcomeBar[], width: number): Plot.PlotOptions {
  const pieces = bars.flatMap((bar, row) => {
    let end = 0;
    return ways.map((way) => ({...bar, row, way, x1: end, x2: (end += bar.shares[way])}));
  });
  const seen = pieces.filter((d) => !d.pending && d.x2 - d.x1 > 1e-4);
  return {
    marginLeft: 2,
    marginRight: 68,
    marginTop: 24,
    marginBottom: 4,
    x: {domain: [0, 1], axis: null},
    y: {domain: [0, bars.length], axis: null, reverse: true},
    marks: [
      ways.map((way) =>
        Plot.rect(
          seen.filter((d) => d.way === way),
          {x1: "x1", x2: "x2", y1: (d) => d.row + 0.44, y2: (d) => d.row + 0.92, ...paint[way]}
        )
      ),
      Plot.text(bars, {
        x: 0,
        y: (_, i: number) => i + 0.24,
        text: "name",
        textAnchor: "start",
        fill: (d: OutcomeBar) => (d.own ? colors.other : d.human ? colors.human : colors.foreground)
      }),
      Plot.text(bars, {
        x: 1,
        y: (_, i: number) => i + 0.24,
        text: (bar: OutcomeBar) => sharesText(bar, width < 560),
        textAnchor: "end",
        fill: colors.muted
      }),
      Plot.text(bars, {
        x: 1,
        y: (_, i: number) => i + 0.68,
        text: (d: OutcomeBar) => (d.pending ? "…" : dollars(d.mean)),
        textAnchor: "start",
        dx: 6,
        fontWeight: 600,
        fill: (d: OutcomeBar) => (d.own ? colors.other : d.human ? colors.human : colors.foreground)
      }),
      Plot.text(["mean"], {frameAnchor: "top-right", dx: 40, dy: -16, fill: colors.muted}),
      Plot.text(["bust"], {frameAnchor: "top-left", dy: -16, fill: colors.ruin, fontWeight: 600}),
      Plot.text([width < 640 ? "in between" : "in between: below the start, above it"], {
        frameAnchor: "top",
        dy: -16,
        fill: colors.human
      }),
      Plot.text(["at the ceiling"], {frameAnchor: "top-right", dy: -16, fill: colors.ceiling, fontWeight: 600})
    ]
  };
}
