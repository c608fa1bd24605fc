import * as Plot from "@observablehq/plot";
import type {PennyGapFile} from "../../models/kelly/files.js";
import {type Figure, figure, fill} from "../figure.js";
import {dollars} from "../format.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";
import {moneyAxis, roundSum} from "./pennyCurves.js";
import {type MoneyUnit, moneyUnits} from "./pennyInputs.js";

const nameOf = (unit: number) => moneyUnits[String(unit) as MoneyUnit]?.short ?? dollars(unit);

/** What each unit of money costs over wealth, both on scales of powers of ten. */
export function unitCurves({game, units}: PennyGapFile, width: number): Plot.PlotOptions {
  const least = 1e-4;
  const curves = units.map(({unit, curve}) => ({
    unit,
    // Where the cost sinks below a hundredth of a cent the line has a gap.
    points: curve.wealth.map((w, i) => [w, curve.cost[i]! >= least ? curve.cost[i]! : Number.NaN] as const)
  }));
  const starts = curves.map(({points}) => points.find(([, cost]) => cost >= least)!);
  return {
    marginLeft: 52,
    marginRight: 20,
    marginBottom: 38,
    marginTop: 30,
    x: moneyAxis("Wealth", [0.01, game.ceiling]),
    y: {...moneyAxis("Cost", [least, 300]), labelAnchor: "top"},
    marks: [
      Plot.ruleY([0.01], {stroke: colors.hairline}),
      Plot.text([[0.011, 0.01]], {text: ["a cent"], textAnchor: "start", dy: -7, fill: colors.muted}),
      Plot.ruleX([game.wealth], {stroke: colors.foreground, strokeDasharray: "2 3"}),
      curves.map(({points}) => Plot.line(points, {stroke: colors.ruin, strokeWidth: 1.75})),
      Plot.dot(starts, {r: 3, fill: colors.ruin}),
      // On a narrow screen every other name steps up, clear of its neighbours.
      curves.map(({unit}, i) =>
        Plot.text([starts[i]!], {
          text: [nameOf(unit)],
          dx: i === units.length - 1 ? 10 : 0, // the finest unit starts at the axis, and its name clears the ticks
          dy: width < 500 && i % 2 ? -24 : -10,
          fill: colors.foreground,
          fontWeight: 600
        })
      ),
      Plot.dot(
        units.filter((d) => d.cost >= least),
        {x: game.wealth, y: "cost", r: 4, fill: colors.background, stroke: colors.ruin, strokeWidth: 2}
      ),
      Plot.text(
        units.filter((d) => d.cost >= least),
        {
          x: game.wealth,
          y: "cost",
          text: (d) => roundSum(Number(d.cost.toPrecision(2))),
          textAnchor: "start",
          dx: 8,
          fill: colors.foreground,
          stroke: colors.background,
          strokeWidth: 4,
          paintOrder: "stroke"
        }
      )
    ]
  };
}

function check({game, units}: PennyGapFile): void {
  if (!(game.ceiling > 0) || !units.length) throw new Error("pennyGap.json has another shape");
  for (const {unit, curve} of units)
    if (!(unit > 0) || curve.wealth.length === 0 || curve.cost.length !== curve.wealth.length)
      throw new Error("pennyGap.json has another shape");
}

/** The figure of `unitCurves`, filled from its file. */
export function unitCurvesFigure(data: Promise<PennyGapFile>): HTMLElement {
  const chart = plotView<PennyGapFile>({height: 330}, unitCurves);
  const frame: Figure = figure({title: "What each unit of money costs in the $250 game", children: [chart.node]});
  fill(frame, data, (file) => {
    check(file);
    chart.update(file);
    const [coarse, fine] = [file.units[0]!, file.units.at(-1)!];
    frame.summary(
      `From ${dollars(file.game.wealth)}, units of ${nameOf(coarse.unit)} cost ${dollars(coarse.cost)} and units of ${nameOf(fine.unit)} ${dollars(fine.cost)}. The most they cost is met by the player who holds a single one: ${dollars(coarse.most.cost)} and ${dollars(fine.most.cost)}.`
    );
  });
  return frame.node;
}
