import * as Plot from "@observablehq/plot";
import {colors} from "../theme.js";
import {halo} from "./stakeChart.js";

/** A distribution of final wealth: P(final ≤ x) at evenly spaced wealths from 0 to the ceiling. */
export interface Distribution {
  name: string;
  color: string;
  cumulative: readonly number[];
}

export interface Distributions {
  ceiling: number;
  lines: readonly Distribution[];
  /** What is known of the people: [wealth, share who ended with that or less]. */
  people: readonly (readonly [wealth: number, share: number])[];
}

/** The chance of ending with so much or less, for several players. What is missing at the right ends at the ceiling. */
export function cumulativeOptions({ceiling, lines, people}: Distributions): Plot.PlotOptions {
  const drawn = lines.map((line) => {
    const points = line.cumulative
      .slice(0, -1)
      .map((share, i) => [(ceiling * i) / (line.cumulative.length - 1), share]);
    const last = points.at(-1)![1]!;
    return {...line, last, points: [...points, [ceiling, last]]};
  });
  const labels = [
    ...drawn.map(({name, color, last}) => ({name, color, at: last})),
    ...(people.length ? [{name: "people", color: colors.human, at: people.at(-1)![1]}] : [])
  ].sort((a, b) => a.at - b.at);
  // Labels that would lie on each other are pushed up, from the lowest; heights go with the root of the share.
  let above = Number.NEGATIVE_INFINITY;
  const placed = labels.map((label) => ({...label, root: (above = Math.max(Math.sqrt(label.at), above + 0.065))}));
  const over = Math.max(0, (placed.at(-1)?.root ?? 0) - 1);
  return {
    marginLeft: 46,
    marginRight: 112,
    marginTop: 22,
    marginBottom: 40,
    x: {domain: [0, ceiling], label: "Final wealth ($)", labelAnchor: "center", labelArrow: "none", ticks: 5},
    y: {
      domain: [0, 1],
      label: "Chance of ending with this or less (%)",
      labelArrow: "none",
      type: "sqrt",
      ticks: [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 1],
      tickFormat: (d: number) => String(Math.round(d * 100))
    },
    marks: [
      Plot.ruleX([ceiling], {stroke: colors.ceiling, strokeDasharray: "3 3"}),
      drawn.map(({points, color}) => Plot.line(points, {stroke: color, strokeWidth: 2, curve: "step-after"})),
      Plot.dot(people, {r: 4, fill: colors.human}),
      placed.map(({name, color, root}) =>
        Plot.text([[ceiling, Math.max(0, root - over) ** 2]], {
          text: [name],
          textAnchor: "start",
          dx: 8,
          fill: color,
          fontWeight: 600,
          ...halo
        })
      )
    ]
  };
}
