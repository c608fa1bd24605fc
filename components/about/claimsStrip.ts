import * as Plot from "@observablehq/plot";
import type {ClaimRow} from "../../models/about/claims.js";
import {colors} from "../theme.js";

/** A claim with a number on both sides, and how far the computed one lies from the published, in percent of it. */
export interface ClaimGap {
  row: ClaimRow;
  percent: number;
}

/** The claims that can be held against each other as numbers, widest gap first. */
export function claimGaps(rows: readonly ClaimRow[]): ClaimGap[] {
  return rows
    .flatMap((row) =>
      typeof row.published === "number" && typeof row.computed === "number" && row.published !== 0
        ? [{row, percent: 100 * (row.computed / row.published - 1)}]
        : []
    )
    .sort((a, b) => Math.abs(b.percent) - Math.abs(a.percent));
}

/** A published figure as it was printed, with what it counts. */
export function printedText({published, unit}: ClaimRow): string {
  return typeof published === "string" ? published : withUnit(String(published), unit);
}

/** The computed figure, with at least the decimals that were printed; a dash where there is none. */
export function computedText({published, computed, unit}: ClaimRow): string {
  if (computed === null) return "—";
  if (typeof computed === "string") return computed;
  const printed = String(published).split(".")[1]?.length ?? 0;
  const least = unit === "$" ? 2 : unit === "%" ? 1 : 0;
  return withUnit(Number.isInteger(computed) ? String(computed) : computed.toFixed(Math.max(least, printed)), unit);
}

function withUnit(number: string, unit: string): string {
  return unit === "$" ? `$${number}` : unit ? `${number} ${unit}` : number;
}

/** Below this width the claims stand above their dots in place of beside them. */
const narrow = 640;

/** Height in CSS pixels that a strip of so many claims needs. */
export function stripHeight(count: number, width: number): number {
  return 46 + count * (width < narrow ? 31 : 18);
}

/**
 * How far each computed number lies from the published one. A dot at 0 is a number that reproduces; a diamond is one
 * that differs, with both numbers beside it.
 */
export function claimsStrip(rows: readonly ClaimRow[], width: number, height: number): Plot.PlotOptions {
  const gaps = claimGaps(rows);
  const beside = width >= narrow;
  const differs = gaps.filter((d) => d.row.verdict === "differs");
  const same = gaps.filter((d) => d.row.verdict === "reproduces");
  const y = (d: ClaimGap) => d.row.id;
  // Few claims stay close together at the top in place of spreading over the frame.
  const spare = Math.max(0, height - stripHeight(gaps.length, width));
  const extent = Math.max(10, ...gaps.map((d) => Math.abs(d.percent))) * 1.1;
  return {
    width,
    height,
    marginTop: 10,
    marginBottom: 36 + spare,
    marginLeft: beside ? 350 : 12,
    marginRight: beside ? 90 : 20,
    x: {
      domain: [-extent, extent],
      label: "Computed less published (% of published)",
      labelAnchor: "center",
      labelArrow: "none"
    },
    y: {type: "band", domain: gaps.map(y), axis: null, padding: 0},
    marks: [
      Plot.axisX({
        label: "Computed less published (% of published)",
        labelAnchor: "center",
        labelArrow: "none",
        labelOffset: 32,
        ticks: beside ? 8 : 4,
        tickFormat: (d: number) => `${d > 0 ? "+" : d < 0 ? "−" : ""}${Math.abs(d)}`
      }),
      Plot.ruleX([0], {stroke: colors.hairline}),
      Plot.ruleY(differs, {y, x1: 0, x2: "percent", stroke: colors.other, dy: beside ? 0 : 7}),
      Plot.text(gaps, {
        y,
        text: (d: ClaimGap) => d.row.claim,
        frameAnchor: "left",
        textAnchor: beside ? "end" : "start",
        dx: beside ? -10 : 0,
        dy: beside ? 0 : -8,
        fill: colors.foreground,
        stroke: colors.background
      }),
      Plot.dot(same, {x: "percent", y, r: 3.5, fill: colors.muted, dy: beside ? 0 : 7}),
      Plot.dot(differs, {x: "percent", y, r: 5, symbol: "diamond", fill: colors.other, dy: beside ? 0 : 7}),
      // Both numbers stand where the line is not: across the zero line, or on a wide chart beyond a positive end.
      Plot.text(differs, {
        x: (d: ClaimGap) => (d.percent > 0 && beside ? d.percent : 0),
        y,
        text: ({row}: ClaimGap) => `${printedText(row)} → ${computedText(row)}`,
        textAnchor: "start",
        dx: 9,
        dy: beside ? 0 : 7,
        fill: colors.other,
        filter: (d: ClaimGap) => d.percent < 0 || beside
      }),
      Plot.text(differs, {
        x: 0,
        y,
        text: ({row}: ClaimGap) => `${printedText(row)} → ${computedText(row)}`,
        textAnchor: "end",
        dx: -9,
        dy: 7,
        fill: colors.other,
        filter: (d: ClaimGap) => d.percent > 0 && !beside
      })
    ]
  };
}
