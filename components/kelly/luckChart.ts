import * as Plot from "@observablehq/plot";
import {account, type Play} from "../../models/kelly/play.js";
import {value} from "../../models/kelly/value.js";
import {colors} from "../theme.js";
import {lastFlip} from "./playChart.js";

/** One moment: what the game was worth at the start less what the stakes gave away, and what it is worth. */
type Moment = [flip: number, kept: number, worth: number];

/** The account of a game, flip by flip. */
export function moments(play: Play): Moment[] {
  let kept = value(play.game);
  return [[0, kept, kept], ...play.history.map((d, i): Moment => [i + 1, (kept -= d.loss), d.value])];
}

/** Luck and skill told apart: the gap to the top line is what the stakes gave away, the rest is the coin. */
export function luckChart(play: Play): Plot.PlotOptions {
  const all = moments(play);
  const {expected, loss, luck} = account(play);
  const values = all.flatMap(([, kept, worth]) => [kept, worth]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = Math.max(0.5, (high - low) * 0.1);
  const last = all.at(-1)!;
  return {
    marginLeft: 56,
    marginRight: 96,
    marginBottom: 36,
    marginTop: 26,
    x: {
      label: "Flips played",
      domain: [0, lastFlip(play.history.length, play.game.rounds)],
      labelAnchor: "center",
      labelArrow: "none"
    },
    y: {
      label: "Value of the position ($)",
      domain: [Math.max(0, low - pad), high + pad],
      labelArrow: "none",
      nice: true
    },
    marks: [
      Plot.ruleY([expected], {stroke: colors.optimum, strokeDasharray: "3 3"}),
      Plot.areaY(all, {x: "0", y1: "1", y2: expected, fill: colors.ruin, fillOpacity: 0.2}),
      Plot.areaY(all, {x: "0", y1: "1", y2: "2", fill: colors.muted, fillOpacity: 0.14}),
      Plot.line(all, {x: "0", y: "1", stroke: colors.ruin, strokeWidth: 1.75}),
      Plot.line(all, {x: "0", y: "2", stroke: colors.foreground, strokeWidth: 2}),
      Plot.text(loss > (high - low + 2 * pad) * 0.06 ? [[last[0], expected - loss / 2]] : [], {
        text: ["given away"],
        textAnchor: "start",
        dx: 8,
        fill: colors.ruin
      }),
      Plot.text(Math.abs(luck) > (high - low + 2 * pad) * 0.06 ? [[last[0], last[1] + luck / 2]] : [], {
        text: [luck > 0 ? "good luck" : "bad luck"],
        textAnchor: "start",
        dx: 8,
        fill: colors.muted
      }),
      Plot.dot([[last[0], last[2]]], {r: 4, fill: colors.foreground})
    ]
  };
}
