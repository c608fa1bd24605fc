import * as Plot from "@observablehq/plot";
import type {Standing} from "../../models/migration/claims.js";
import type {ClaimsFile} from "../../models/migration/files.js";
import {colors} from "../theme.js";

/** A verdict never rests on colour alone. */
export const symbols: Record<Standing, string> = {holds: "✓", "holds in part": "◐", fails: "✗"};

export const verdictColors: Record<Standing, string> = {
  holds: colors.ceiling,
  "holds in part": colors.kelly,
  fails: colors.ruin
};

/** Whether each test of each claim comes out as claimed in one war; null where that is not asked. */
export type Here = readonly (readonly (boolean | null)[])[];

/** What the strip shows. */
export interface StripState {
  rows: ClaimsFile;
  here: Here;
}

/** Below this width the claims stand in one column. */
const narrow = 640;

/** Height in CSS pixels that the strip takes. */
export function stripHeight(width: number): number {
  return width < narrow ? 14 * 42 : 2 * 126;
}

interface Cell {
  row: ClaimsFile[number];
  x: number;
  y: number;
}

interface Bar {
  x1: number;
  x2: number;
  y: number;
  fill: string;
}

/**
 * The fourteen verdicts: for each claim a bar a test, as long as the part of its range on which the sign is as claimed,
 * and a dot behind it that says whether it is in the war that the sliders set. All places are in CSS pixels.
 */
export function stripOptions({rows, here}: StripState, width: number, height: number): Plot.PlotOptions {
  const single = width < narrow;
  const columns = single ? 1 : 7;
  const [wide, high] = [width / columns, single ? 42 : 126];
  const cells = rows.map((row, i): Cell => {
    const x = (i % columns) * wide;
    return {row, x, y: Math.floor(i / columns) * high};
  });
  const long = single ? 64 : wide - 44;
  const bars = cells.flatMap(({row, x, y}, i) =>
    row.tests.map((result, j) => {
      const x1 = single ? x + wide - long - 22 : x + 2;
      const at = single ? y + 10 + 7.5 * j : y + 79 + 10 * j;
      const fill = result.passes ? colors.ceiling : colors.ruin;
      return {x1, x2: x1 + (long * result.held) / result.of, end: x1 + long, y: at, fill, here: here[i]?.[j] ?? null};
    })
  );
  const thick = single ? 4 : 5;
  const rect = (x2: (d: Bar & {end: number}) => number, fill: (d: Bar) => string) =>
    Plot.rect(bars, {x1: "x1", x2, y1: "y", y2: (d: Bar) => d.y + thick, fill});
  const dots = bars.filter((d) => d.here !== null);
  return {
    width,
    height,
    margin: 0,
    x: {domain: [0, width], range: [0, width], axis: null},
    y: {domain: [0, height], range: [0, height], axis: null},
    marks: [
      Plot.ruleY(cells, {x1: "x", x2: (d: Cell) => d.x + wide - 14, y: "y", stroke: colors.hairline}),
      Plot.text(cells, {
        x: "x",
        y: (d: Cell) => d.y + 20,
        text: (d: Cell) => `${symbols[d.row.verdict]}`,
        fill: (d: Cell) => verdictColors[d.row.verdict],
        fontSize: single ? 17 : 20,
        fontWeight: 700,
        textAnchor: "start"
      }),
      Plot.text(cells, {
        x: (d: Cell) => d.x + (single ? 22 : 25),
        y: (d: Cell) => d.y + (single ? 20 : 21),
        text: (d: Cell) => (single ? `${d.row.number}  ${d.row.title}` : `${d.row.number}  ${d.row.verdict}`),
        textAnchor: "start",
        fill: single ? colors.foreground : colors.muted
      }),
      single
        ? null
        : Plot.text(cells, {
            x: (d: Cell) => d.x + 2,
            y: (d: Cell) => d.y + 36,
            text: (d: Cell) => d.row.title,
            textAnchor: "start",
            lineAnchor: "top",
            lineWidth: (wide - 18) / 14,
            lineHeight: 1.15,
            fontWeight: 600,
            fill: colors.foreground
          }),
      rect(
        (d) => d.end,
        () => colors.hairline
      ),
      rect(
        (d) => d.x2,
        (d) => d.fill
      ),
      Plot.dot(dots, {
        x: (d: (typeof dots)[number]) => d.end + 9,
        y: (d: (typeof dots)[number]) => d.y + thick / 2,
        r: 3,
        stroke: (d: (typeof dots)[number]) => (d.here ? colors.ceiling : colors.ruin),
        fill: (d: (typeof dots)[number]) => (d.here ? colors.ceiling : colors.background),
        strokeWidth: 1.4
      })
    ]
  };
}
