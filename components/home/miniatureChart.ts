import * as Plot from "@observablehq/plot";
import {defaultGame} from "../../models/kelly/game.js";
import {rivals} from "../../models/kelly/rivals.js";
import {fieldAxes, fieldMargin} from "../field.js";
import {valueLines} from "../kelly/valueField.js";
import {colors} from "../theme.js";

/** The two who play. */
export const players = [
  {key: "optimum", name: "best play", color: colors.optimum},
  {key: "kelly", name: "Kelly", color: colors.kelly}
] as const;

/** A player's wealth as points of the chart. */
export function pathOf(wealth: Float64Array): [flipsLeft: number, wealth: number][] {
  return Array.from(wealth, (w, i) => [defaultGame.rounds - i, w]);
}

/** The value surface, paler than on its own page: here it is the ground that two players walk on. */
export function miniatureGround(width: number): Plot.PlotOptions {
  const {rounds, ceiling} = defaultGame;
  const lines = valueLines(defaultGame).map((d) => ({
    ...d,
    // Four rounds apart the eye cannot tell the curve from the whole one, but for its end.
    points: d.points.filter((_, i) => i % 4 === 0 || i > rounds - 40)
  }));
  const labelled = width < 640 ? [] : lines.filter((_, i) => i % 2 === 0);
  return {
    ...fieldAxes({label: "Flips left", domain: [rounds, 0]}, {label: "Wealth ($)", domain: [0, ceiling]}, fieldMargin),
    marks: [
      lines.map(({points}) =>
        Plot.areaY(points, {x: "0", y1: "1", y2: ceiling, fill: colors.optimum, fillOpacity: 0.055})
      ),
      lines.map(({points}) => Plot.line(points, {stroke: colors.foreground, strokeOpacity: 0.18})),
      Plot.text(labelled, {
        x: (d) => d.labelAt[0],
        y: (d) => d.labelAt[1],
        text: (d) => `worth ${d.label}`,
        fill: colors.muted,
        stroke: colors.background
      }),
      Plot.ruleY([ceiling], {stroke: colors.ceiling, strokeWidth: 1.5}),
      Plot.axisX({label: "Flips left", labelAnchor: "center", labelArrow: "none", ticks: width < 640 ? 4 : 8}),
      Plot.axisY({label: "Wealth ($)", labelArrow: "none", ticks: 5})
    ]
  };
}

/** Both players on the flips of one seed, over the value surface, as a still picture. */
export function miniatureStill(width: number, seed = 1): Plot.PlotOptions {
  const paths = rivals(defaultGame, seed);
  const ground = miniatureGround(width);
  return {
    ...ground,
    marks: [
      ...(ground.marks ?? []),
      ...players.map(({key, color}) =>
        Plot.line(pathOf(paths[key]), {stroke: color, strokeWidth: 2.5, strokeLinejoin: "round"})
      )
    ]
  };
}
