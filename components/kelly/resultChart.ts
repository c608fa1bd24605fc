import * as Plot from "@observablehq/plot";
import type {Outcome} from "../../models/kelly/outcome.js";
import {percent, wholeDollars} from "../format.js";
import {colors} from "../theme.js";

/** The exact distributions of the final wealth of two players, and a result to place in them. */
export interface ResultPicture {
  optimum: Outcome;
  kelly: Outcome;
  ceiling: number;
  /** Dollars in hand, and whether that is final. */
  wealth: number;
  over: boolean;
}

/** The chance of ending with at most so much, as the corners of a staircase below the ceiling. */
function staircase({wealth, probability}: Outcome, ceiling: number): [wealth: number, chance: number][] {
  let sum = 0;
  const steps: [number, number][] = [[0, 0]];
  wealth.forEach((w, i) => {
    if (w < ceiling) steps.push([w, (sum += probability[i]!)]);
  });
  steps.push([ceiling, sum]);
  return steps;
}

/** The chance of ending with at most so much, for the optimal player and for Kelly, and where a result lies. */
export function resultChart({optimum, kelly, ceiling, wealth, over}: ResultPicture, width: number): Plot.PlotOptions {
  const curves = [
    {name: "optimum", color: colors.optimum, points: staircase(optimum, ceiling)},
    {name: "Kelly", color: colors.kelly, points: staircase(kelly, ceiling)}
  ];
  const most = Math.max(...curves.map((d) => d.points.at(-1)![1]));
  const top = Math.min(1, Math.max(0.02, most * 1.25));
  const [high, low] = [...curves].sort((a, b) => b.points.at(-1)![1] - a.points.at(-1)![1]);
  const label = (curve: (typeof curves)[number], dy: number) =>
    Plot.text([curve.points.at(-1)!], {
      text: [`${curve.name}: ${percent(curve.points.at(-1)![1])} end below the ceiling`],
      textAnchor: "end",
      dx: -6,
      dy,
      fill: curve.color,
      stroke: colors.background,
      strokeWidth: 4,
      paintOrder: "stroke"
    });
  return {
    marginLeft: 52,
    marginRight: 20,
    marginBottom: 36,
    marginTop: 26,
    x: {label: "Final wealth ($)", domain: [0, ceiling], labelAnchor: "center", labelArrow: "none"},
    y: {
      label: "Chance of ending with at most this",
      domain: [0, top],
      labelArrow: "none",
      tickFormat: (d: number) => percent(d, top < 0.05 ? 1 : 0),
      ticks: 5
    },
    marks: [
      Plot.ruleY([0], {stroke: colors.hairline}),
      Plot.ruleX([ceiling], {stroke: colors.ceiling, strokeDasharray: "3 3"}),
      Plot.ruleX([Math.min(wealth, ceiling)], {
        stroke: colors.foreground,
        strokeWidth: over ? 2 : 1,
        ...(over ? {} : {strokeDasharray: "2 3"})
      }),
      curves.map((d) => Plot.line(d.points, {stroke: d.color, strokeWidth: 2, curve: "step-after"})),
      label(high!, -9),
      label(
        low!,
        low!.points.at(-1)![1] < top * 0.12 || high!.points.at(-1)![1] - low!.points.at(-1)![1] > top * 0.15 ? -9 : 12
      ),
      Plot.text([[Math.min(wealth, ceiling), top]], {
        text: [over ? `you: ${wholeDollars(wealth)}` : "you now"],
        textAnchor: wealth > ceiling * (width < 500 ? 0.6 : 0.8) ? "end" : "start",
        dx: wealth > ceiling * (width < 500 ? 0.6 : 0.8) ? -6 : 6,
        dy: 6,
        fill: colors.foreground,
        fontWeight: 600
      })
    ]
  };
}
