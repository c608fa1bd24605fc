import * as Plot from "@observablehq/plot";
import type {Game} from "../../models/kelly/game.js";
import {valueContours, valueSurface} from "../../models/kelly/surface.js";
import {optimalStakes, value} from "../../models/kelly/value.js";
import {sequential} from "../colorTable.js";
import {type FieldLine, field, fieldAxes, fieldMargin} from "../field.js";
import {figure} from "../figure.js";
import {count, dollars, percent, wholeDollars} from "../format.js";
import {colors} from "../theme.js";
import type {View} from "../view.js";

/** Steps of wealth from 0 to the ceiling: two to a pixel row or fewer at the heights drawn. */
const steps = 200;

/** The shares of the ceiling at which contours are drawn. */
export const contourShares = [0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.99];

/**
 * How strong a share of the ceiling is drawn. Most of the surface lies close under the ceiling: the square root
 * spreads out what is missing to it, and the contours say how much that is.
 */
function shade(share: number): number {
  return 1 - Math.sqrt(Math.max(0, 1 - share));
}

/** The contours of V over (flips left, wealth), from the start of the game to its end. */
export function valueLines({edge, ceiling, rounds}: Omit<Game, "wealth">): Required<Omit<FieldLine, "className">>[] {
  const values = contourShares.map((share) => share * ceiling);
  return valueContours({edge, ceiling, rounds, values}).map((wealth, i) => {
    const points = Array.from(wealth, (w, b) => [b, w] as const).reverse();
    return {
      label: wholeDollars(Math.round(values[i]! * 100) / 100),
      // The contours fan out from one corner: along the diagonal their labels stand apart.
      labelAt: points.find(([b, w]) => w / ceiling >= b / rounds)!,
      points
    };
  });
}

/** The same picture without a canvas: the bands between contours, filled. For the page's still figure. */
export function valueStill(game: Omit<Game, "wealth">): Plot.PlotOptions {
  // A contour is smooth: four rounds apart the eye cannot tell, and the file is a quarter the size.
  const lines = valueLines(game).map((d) => ({
    ...d,
    points: d.points.filter((_, i) => i % 4 === 0 || i > game.rounds - 40)
  }));
  const top = [
    [game.rounds, game.ceiling],
    [0, game.ceiling]
  ];
  return {
    ...fieldAxes(
      {label: "Flips left", domain: [game.rounds, 0]},
      {label: "Wealth ($)", domain: [0, game.ceiling]},
      fieldMargin
    ),
    marks: [
      lines.map(({points}) =>
        Plot.areaY(points, {x: "0", y1: "1", y2: game.ceiling, fill: colors.optimum, fillOpacity: 0.13})
      ),
      lines.map(({points}) => Plot.line(points, {stroke: colors.foreground, strokeOpacity: 0.45})),
      Plot.text(
        lines.map(({labelAt, label}) => ({label, rounds: labelAt[0], wealth: labelAt[1]})),
        {x: "rounds", y: "wealth", text: "label", fill: colors.foreground, stroke: colors.background}
      ),
      Plot.line(top, {stroke: colors.ceiling}),
      Plot.axisX({label: "Flips left", labelAnchor: "center", labelArrow: "none"}),
      Plot.axisY({label: "Wealth ($)", labelArrow: "none"})
    ]
  };
}

/**
 * The value of the game over flips left × wealth, as a heat map with contours; the dot is the game of the sliders.
 * Time runs to the right: the game starts at the left edge and ends at the right one. A click picks a new start.
 */
export function valueField(pick?: (point: {rounds: number; wealth: number}) => void): View<Game> {
  let game: Game;
  let surface = new Float64Array();
  let levels = new Uint8Array();
  const chart = field({
    label: "Value of the game over flips left and wealth",
    height: "clamp(300px, 46cqw, 430px)",
    table: () => sequential("optimum").table,
    read: (x, wealth) => {
      const rounds = Math.round(x);
      const [low, high] = optimalStakes({...game, rounds, wealth});
      return `${dollars(wealth)} with ${count(rounds, "flip")} left\nworth ${dollars(value({...game, rounds, wealth}))}\nstake ${dollars(low)} to ${dollars(high)}`;
    },
    ...(pick && {
      pick: (x: number, wealth: number) =>
        pick({rounds: Math.max(1, Math.round(x)), wealth: Math.round(wealth * 2) / 2})
    })
  });
  const frame = figure({main: true, title: "Expected final wealth under the best play", children: [chart.node]});

  return {
    node: frame.node,
    update(next) {
      game = next;
      const {edge, ceiling, rounds, wealth} = game;
      const columns = rounds + 1;
      const rows = steps + 1;
      if (surface.length !== columns * rows) {
        surface = new Float64Array(columns * rows);
        levels = new Uint8Array(columns * rows);
      }
      valueSurface({edge, ceiling, rounds, wealth: steps}, surface);
      for (let b = 0; b <= rounds; ++b)
        for (let i = 0; i < rows; ++i)
          levels[(steps - i) * columns + rounds - b] = 255.999 * shade(surface[b * rows + i]! / ceiling);
      chart.update({
        levels,
        columns,
        rows,
        x: {label: "Flips left", domain: [rounds, 0]},
        y: {label: "Wealth ($)", domain: [0, ceiling]},
        lines: valueLines(game),
        mark: [rounds, wealth]
      });
      const worth = value(game);
      const [low, high] = optimalStakes(game);
      frame.key(dollars(worth), `expected from ${dollars(wealth)}`);
      frame.summary(
        edge <= 0.5
          ? `A coin that lands heads ${percent(edge)} of the time gives no edge to bet on: ${dollars(wealth)} is worth ${dollars(worth)}, and the best stake is nothing.`
          : `With a ${percent(edge)} coin, ${count(rounds, "flip")} left and ${dollars(wealth)} in hand the best play is worth ${dollars(worth)}, ${percent(worth / ceiling)} of the ${wholeDollars(ceiling)} ceiling. The first stake may be anything from ${dollars(low)} to ${dollars(high)}.`
      );
    }
  };
}
