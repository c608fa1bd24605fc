import * as Plot from "@observablehq/plot";
import type {SurfaceFile} from "../../models/kelly/files.js";
import {defaultGame, type Game} from "../../models/kelly/game.js";
import {valueContours, valueSurface} from "../../models/kelly/surface.js";
import {value} from "../../models/kelly/value.js";
import {sequential} from "../colorTable.js";
import {type FieldLine, field, fieldAxes, fieldMargin} from "../field.js";
import {figure, fill} from "../figure.js";
import {dollars, wholeDollars} from "../format.js";
import {colors} from "../theme.js";
import type {View} from "../view.js";
import {readValue, valueSummary} from "./valueWords.js";

/** Steps of wealth from 0 to the ceiling: two to a pixel row or fewer at the heights drawn. */
const steps = 200;

/** The shares of the ceiling at which contours are drawn. */
export const contourShares = [0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.99];

const sameSpan = (a: Omit<Game, "wealth">, b: Omit<Game, "wealth">) =>
  a.edge === b.edge && a.ceiling === b.ceiling && a.rounds === b.rounds;

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
    // Far from the end a contour is so smooth that every other flip does: three pixels or so apart.
    const points = Array.from(wealth, (w, b) => [b, w] as const)
      .filter(([b]) => b % 2 === 0 || b < 120 || b === rounds)
      .reverse();
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
    points: d.points.filter(([b]) => b % 4 === 0 || b < 40 || b === game.rounds)
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

/** How dark each point is, as `field` wants it: from the top row, time running to the right. */
export function valueLevels(
  surface: ArrayLike<number>,
  columns: number,
  rows: number,
  ceiling: number,
  levels = new Uint8Array(columns * rows)
): Uint8Array {
  for (let b = 0; b < columns; ++b)
    for (let i = 0; i < rows; ++i)
      levels[(rows - 1 - i) * columns + columns - 1 - b] = 255.999 * shade(surface[b * rows + i]! / ceiling);
  return levels;
}

/** The built surface, or an Error when it is none. */
export function checkSurfaceFile(file: SurfaceFile): SurfaceFile {
  const {game, rounds, wealth, value} = file;
  const evenly = (axis: number[], end: number) =>
    axis.length > 1 && axis.every((v, i) => Math.abs(v - (end * i) / (axis.length - 1)) < 1e-9 * end);
  if (!evenly(rounds, game.rounds) || !evenly(wealth, game.ceiling)) throw new Error("surface.json is malformed");
  if (value.length !== rounds.length * wealth.length || !value.every(Number.isFinite))
    throw new Error("surface.json is malformed");
  return file;
}

/**
 * The value of the game over flips left × wealth, as a heat map with contours; the dot is the game of the sliders.
 * Time runs to the right: the game starts at the left edge and ends at the right one. A click picks a new start. The
 * first picture of the game that was built is painted from its file, asked for by `built`; all others, and that one
 * where the file cannot be had, are worked out on the spot.
 */
export function valueField(
  pick?: (point: {rounds: number; wealth: number}) => void,
  built?: () => Promise<SurfaceFile>
): View<Game> {
  let game: Game;
  let first = true;
  let giveUp: (() => void) | undefined;
  let surface = new Float64Array();
  let levels = new Uint8Array();
  const chart = field({
    label: "Value of the game over flips left and wealth",
    height: "clamp(300px, 46cqw, 430px)",
    table: () => sequential("optimum").table,
    read: (x, wealth) => readValue({...game, rounds: Math.round(x), wealth}),
    ...(pick && {
      pick: (x: number, wealth: number) =>
        pick({rounds: Math.max(1, Math.round(x)), wealth: Math.round(wealth * 2) / 2})
    })
  });
  const frame = figure({main: true, title: "Expected final wealth under the best play", children: [chart.node]});

  function paint(levels: Uint8Array, columns: number, rows: number): void {
    const {ceiling, rounds, wealth} = game;
    chart.update({
      levels,
      columns,
      rows,
      x: {label: "Flips left", domain: [rounds, 0]},
      y: {label: "Wealth ($)", domain: [0, ceiling]},
      lines: valueLines(game),
      mark: [rounds, wealth]
    });
  }

  function solve(): void {
    const {edge, ceiling, rounds} = game;
    const [columns, rows] = [rounds + 1, steps + 1];
    const size = columns * rows;
    // Room for the longest game so far: a drag along the flips allocates nothing.
    if (surface.length < size) {
      surface = new Float64Array(size);
      levels = new Uint8Array(size);
    }
    const values = valueSurface({edge, ceiling, rounds, wealth: steps}, surface.subarray(0, size));
    paint(valueLevels(values, columns, rows, ceiling, levels.subarray(0, size)), columns, rows);
  }

  function paintBuilt(file: SurfaceFile): void {
    const {rounds, wealth, value} = checkSurfaceFile(file);
    if (!sameSpan(file.game, game)) throw new Error("surface.json is about another game");
    paint(valueLevels(value, rounds.length, wealth.length, game.ceiling), rounds.length, wealth.length);
  }

  return {
    node: frame.node,
    update(next) {
      game = next;
      if (first && built && sameSpan(game, defaultGame))
        giveUp = fill(frame, built(), paintBuilt, () => {
          solve();
          frame.status("error", "The picture built for this page could not be read; this one was made here.", "corner");
        });
      else {
        giveUp?.();
        frame.status("ready");
        solve();
      }
      first = false;
      frame.key(dollars(value(game)), `expected from ${dollars(game.wealth)}`);
      frame.summary(() => valueSummary(game));
    }
  };
}
