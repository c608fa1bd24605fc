import * as Plot from "@observablehq/plot";
import {peak} from "../../models/kelly/payoffs.js";
import {count, dollars, percent} from "../format.js";
import {colors} from "../theme.js";
import {halo} from "./stakeChart.js";
import type {StrategyState} from "./strategySolver.js";

/** Expected payoff of each constant fraction at the slider's horizon, under the optimum. */
export function fractionChartOptions({game, fraction, payoffs, curve}: StrategyState): Plot.PlotOptions {
  const {edge, ceiling, rounds, wealth} = game;
  const best = payoffs.optimal[rounds]!;
  const kelly = Math.max(0, 2 * edge - 1);
  const own = payoffs.fraction[rounds]!;
  const points = curve ? Array.from(curve.fractions, (f, i) => [f, curve.payoff[i]!]) : [];
  return {
    marginLeft: 48,
    marginRight: 16,
    marginTop: 22,
    marginBottom: 40,
    x: {
      domain: [0, 1],
      label: "Fraction of wealth staked at every flip (%)",
      labelAnchor: "center",
      labelArrow: "none",
      tickFormat: (d: number) => String(Math.round(d * 100))
    },
    y: {domain: [0, ceiling], label: "Expected final wealth ($)", labelArrow: "none", ticks: 5},
    marks: [
      Plot.ruleY([best], {stroke: colors.optimum, strokeWidth: 2}),
      Plot.text([[1, best]], {
        text: ["the optimum"],
        textAnchor: "end",
        dy: best > ceiling * 0.9 ? 12 : -9,
        fill: colors.optimum,
        fontWeight: 600,
        ...halo
      }),
      Plot.ruleY([wealth], {stroke: colors.muted, strokeDasharray: "3 3"}),
      Plot.text([[1, wealth]], {
        text: ["what you began with"],
        textAnchor: "end",
        dy: wealth > ceiling * 0.12 ? 11 : -8,
        fill: colors.muted,
        ...halo
      }),
      Plot.line(points, {stroke: colors.other, strokeWidth: 2, strokeOpacity: curve?.current ? 1 : 0.25}),
      Plot.dot([[kelly, payoffs.kelly[rounds]!]], {
        r: 4.5,
        fill: colors.background,
        stroke: colors.kelly,
        strokeWidth: 2
      }),
      Plot.text([[kelly, payoffs.kelly[rounds]!]], {
        text: ["Kelly"],
        textAnchor: "start",
        dx: 8,
        dy: 4,
        fill: colors.kelly,
        fontWeight: 600,
        ...halo
      }),
      Plot.dot([[fraction, own]], {r: 4.5, fill: colors.background, stroke: colors.other, strokeWidth: 2})
    ]
  };
}

/** What the chart shows, in words. */
export function fractionSummary({game, fraction, payoffs, curve}: StrategyState): string {
  const {edge, rounds} = game;
  if (edge <= 0.5) return "With a fair coin no fraction gains anything; large ones lose what the ceiling cuts off.";
  const own = `Staking ${percent(fraction)} each time expects ${dollars(payoffs.fraction[rounds]!)} after ${count(rounds, "flip")}.`;
  if (!curve?.current) return own;
  const at = peak(curve.payoff);
  return `${own} Of the fractions drawn the best is ${percent(curve.fractions[at]!)}, with ${dollars(curve.payoff[at]!)}; Kelly’s ${percent(2 * edge - 1)} expects ${dollars(payoffs.kelly[rounds]!)}, everything at every flip ${dollars(curve.payoff[curve.payoff.length - 1]!)}.`;
}
