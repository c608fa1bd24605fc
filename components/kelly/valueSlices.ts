import * as Plot from "@observablehq/plot";
import type {Game} from "../../models/kelly/game.js";
import {valueSurface} from "../../models/kelly/surface.js";
import {value, valueCurve} from "../../models/kelly/value.js";
import {figure} from "../figure.js";
import {figureRow} from "../figureRow.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";
import type {View} from "../view.js";
import {halo} from "./stakeChart.js";
import {overRoundsWords, overWealthWords} from "./valueWords.js";

/** V over wealth with the horizon held: its knots, and the wealth itself, which is what not betting is worth. */
export function sliceOverWealth(game: Game): Plot.PlotOptions {
  const {wealth, value: worth} = valueCurve(game);
  const knots = Array.from(wealth, (w, i) => [w, worth[i]!]);
  // Hundreds of knots sit within a pixel of the axis or of the ceiling: draw as dots those that stand apart.
  const apart = knots.filter(([w], i) => i === 0 || w! - knots[i - 1]![0]! > game.ceiling / 400);
  return {
    marginLeft: 48,
    marginBottom: 36,
    x: {label: "Wealth ($)", domain: [0, game.ceiling], labelAnchor: "center", labelArrow: "none"},
    y: {label: "Value ($)", domain: [0, game.ceiling], labelArrow: "none"},
    marks: [
      Plot.ruleY([game.ceiling], {stroke: colors.ceiling, strokeDasharray: "3 3"}),
      Plot.line(
        [
          [0, 0],
          [game.ceiling, game.ceiling]
        ],
        {stroke: colors.muted}
      ),
      Plot.text([[game.ceiling * 0.62, game.ceiling * 0.62]], {
        text: ["no bets"],
        dy: 12,
        dx: 8,
        fill: colors.muted,
        ...halo
      }),
      Plot.line(knots, {stroke: colors.optimum, strokeWidth: 2}),
      Plot.dot(apart, {r: 2, fill: colors.optimum}),
      Plot.ruleX([game.wealth], {stroke: colors.foreground, strokeDasharray: "2 3"}),
      Plot.dot([[game.wealth, value(game)]], {
        r: 4.5,
        fill: colors.background,
        stroke: colors.foreground,
        strokeWidth: 2
      })
    ]
  };
}

/** V over the flips left with the wealth held. */
export function sliceOverRounds(game: Game): Plot.PlotOptions {
  const curve = Array.from(valueSurface({...game, wealth: Float64Array.of(game.wealth)}), (worth, b) => [b, worth]);
  return {
    marginLeft: 48,
    marginBottom: 36,
    x: {label: "Flips left", domain: [0, game.rounds], labelAnchor: "center", labelArrow: "none"},
    y: {label: "Value ($)", domain: [0, game.ceiling], labelArrow: "none"},
    marks: [
      Plot.ruleY([game.ceiling], {stroke: colors.ceiling, strokeDasharray: "3 3"}),
      Plot.text([[0, game.ceiling]], {
        text: ["ceiling"],
        dx: 4,
        dy: 9,
        textAnchor: "start",
        fill: colors.ceiling,
        ...halo
      }),
      Plot.line(curve, {stroke: colors.optimum, strokeWidth: 2}),
      Plot.dot(curve.slice(-1), {r: 4.5, fill: colors.background, stroke: colors.foreground, strokeWidth: 2})
    ]
  };
}

/** Two cuts through the value surface at the dot: along wealth, and along the flips left. */
export function valueSlices(): View<Game> {
  const overWealth = plotView({height: 260}, sliceOverWealth);
  const overRounds = plotView({height: 260}, sliceOverRounds);
  const first = figure({title: "Along wealth", children: [overWealth.node]});
  const second = figure({title: "Along time", children: [overRounds.node]});
  const node = figureRow(first, second);
  return {
    node,
    update(game) {
      overWealth.update(game);
      overRounds.update(game);
      first.summary(() => overWealthWords(game));
      second.summary(() => overRoundsWords(game));
    }
  };
}
