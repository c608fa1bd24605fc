import * as Plot from "@observablehq/plot";
import type {FitsFile} from "../../models/migration/files.js";
import {type SubjectName, subjects} from "../../models/migration/fitSubjects.js";
import {colors} from "../theme.js";

/** J over J_c of one series, with its interval. */
export interface CouplingRow {
  id: string;
  name: string;
  ratio: number;
  low: number;
  high: number;
  /** The same with residuals dealt out in blocks. */
  blocks: [low: number, high: number] | null;
  /** J stands at the end of its range, so that the series gives a least value at best. */
  open: boolean;
  /** J / J_c where J may go much further. */
  wide: number;
}

const parameter = 2; // J among λ, h, J and x₀

/** The coupling of every series in the file, in units of the critical one. */
export function couplingRows({series, criticalCoupling}: FitsFile): CouplingRow[] {
  return series.map(({id, fits, band, wide}) => {
    const {parameters, atBound} = fits.find((fit) => fit.id === "migration")!.result!;
    const over = (range: [number, number]) => range.map((J) => J / criticalCoupling) as [number, number];
    const [low, high] = over(band.parameters[parameter]!);
    return {
      id,
      name: Object.values(subjects).find((subject) => subject.id === id)?.short ?? id,
      ratio: parameters[parameter]! / criticalCoupling,
      low,
      high,
      blocks: band.blocks && over(band.blocks.parameters[parameter]!),
      open: atBound.includes("coupling"),
      wide: wide.ratio
    };
  });
}

export interface CouplingState {
  rows: CouplingRow[];
  /** J / J_c at the end of the range of J. */
  end: number;
  series: SubjectName;
}

/** Height of the chart of so many rows. */
export const couplingHeight = (rows: number) => 30 * rows + 70;

/** How far each crowd is tied together, with 1 where a tipping point begins to exist: dots and intervals. */
export function couplingChartOptions({rows, end, series}: CouplingState, width: number): Plot.PlotOptions {
  const narrow = width < 560;
  const color = (d: CouplingRow) => (d.open ? colors.outside : colors.newPlatform);
  const chosen = (d: CouplingRow) => d.id === subjects[series].id;
  const domain = rows.map((d) => d.name);
  return {
    marginLeft: 134,
    marginRight: narrow ? 20 : 150,
    marginTop: 28,
    marginBottom: 42,
    x: {
      domain: [0, end * 1.04],
      label: "J / J_c",
      labelOffset: 32,
      labelAnchor: "center",
      labelArrow: "none",
      ticks: 5
    },
    y: {type: "band", domain, label: null, axis: null, padding: 0.3},
    marks: [
      Plot.ruleX([1], {stroke: colors.ruin, strokeWidth: 1.5}),
      Plot.text([1], {
        x: (d) => d,
        frameAnchor: "top",
        text: ["tipping points exist →"],
        textAnchor: "start",
        dx: 5,
        dy: -16,
        fill: colors.ruin
      }),
      Plot.ruleX([end], {stroke: colors.hairline}),
      Plot.ruleY(rows, {y: "name", x1: "low", x2: "high", stroke: color, strokeWidth: 3, strokeOpacity: 0.75}),
      Plot.ruleY(
        rows.filter((d) => d.blocks),
        {y: "name", x1: (d) => d.blocks![0], x2: (d) => d.blocks![1], stroke: color, strokeWidth: 1, dy: 7}
      ),
      Plot.dot(rows, {
        y: "name",
        x: "ratio",
        r: 5,
        fill: (d: CouplingRow) => (d.open ? colors.background : color(d)),
        stroke: color,
        strokeWidth: 2
      }),
      Plot.text(
        rows.filter((d) => !chosen(d)),
        {
          y: "name",
          x: 0,
          text: "name",
          textAnchor: "end",
          dx: -10,
          fill: colors.foreground
        }
      ),
      Plot.text(rows.filter(chosen), {y: "name", x: 0, text: "name", textAnchor: "end", dx: -10, fontWeight: 700}),
      narrow
        ? null
        : Plot.text(rows, {
            y: "name",
            x: end * 1.04,
            textAnchor: "start",
            dx: 10,
            text: (d: CouplingRow) =>
              d.open
                ? `not settled: from ${d.low.toFixed(2)}`
                : `${d.ratio.toFixed(2)} (${d.low.toFixed(2)} – ${d.high.toFixed(2)})`,
            fill: (d: CouplingRow) => (d.open ? colors.muted : colors.foreground)
          })
    ]
  };
}

/** The chart in words. */
export function couplingSummary({rows}: CouplingState): string {
  const above = rows.filter((d) => d.low > 1);
  const settled = rows.filter((d) => !d.open);
  const names = (list: CouplingRow[]) => list.map((d) => d.name).join(", ");
  return `At k = 1. Dots: fitted; thick: the middle 90 % of refits, thin below it the same with residuals dealt out in blocks. ${above.length} of ${rows.length} intervals lie wholly above 1. Only ${settled.length} say how far: ${names(settled)}. In the others J ran to the end of its range (hollow).`;
}
