import * as Plot from "@observablehq/plot";
import type {Game} from "../../models/kelly/game.js";
import {kellyStake} from "../../models/kelly/kellyStake.js";
import {stakeLoss} from "../../models/kelly/stakeLoss.js";
import {stakeLossCurve} from "../../models/kelly/stakeLossCurve.js";
import {stakeSurface} from "../../models/kelly/surface.js";
import {optimalStakes} from "../../models/kelly/value.js";
import {figure} from "../figure.js";
import {figureRow} from "../figureRow.js";
import {count, dollars, percent} from "../format.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";
import type {View} from "../view.js";
import {halo} from "./stakeChart.js";

const margins = {marginLeft: 48, marginRight: 14, marginTop: 24, marginBottom: 36};

/** The interval of optimal stakes at this wealth over the flips left: one bar a flip. */
export function stakesOverTime(game: Game, width: number): Plot.PlotOptions {
  const {edge, ceiling, rounds, wealth} = game;
  const {low, high} = stakeSurface({ceiling, rounds, wealth: Float64Array.of(wealth)});
  const top = Math.max(0.01, Math.min(wealth, ceiling - wealth));
  const kelly = kellyStake(game);
  // All the bars are one path, with gaps: hundreds of marks would be slow to redraw.
  const bars = Array.from({length: rounds}, (_, i) => [
    [i + 1, low[i + 1]!],
    [i + 1, high[i + 1]!],
    [i + 1, Number.NaN]
  ]).flat();
  // Where both bounds meet, a bar has no length; the round cap still makes a dot of it.
  const thick = Math.max(1, Math.min(6, ((width - 62) / (rounds + 1)) * 0.62));
  return {
    ...margins,
    x: {
      domain: [0.4, rounds + 0.6],
      label: "Flips left",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: Math.min(6, rounds),
      tickFormat: (d: number) => (Number.isInteger(d) ? String(d) : "")
    },
    y: {domain: [0, top], label: "Stake ($)", labelArrow: "none", ticks: 5},
    marks: [
      edge > 0.5 ? Plot.line(bars, {stroke: colors.optimum, strokeWidth: thick, strokeLinecap: "round"}) : null,
      Plot.ruleY([kelly], {stroke: colors.kelly, strokeWidth: 2}),
      Plot.text([[rounds + 0.6, kelly]], {
        text: ["Kelly"],
        textAnchor: "end",
        dx: -4,
        dy: kelly > top * 0.9 ? 11 : -9,
        fill: colors.kelly,
        fontWeight: 600,
        ...halo
      })
    ]
  };
}

/** The coins that are drawn beside the slider's own. */
export const otherEdges = [0.52, 0.55, 0.6, 0.7, 0.8];

/** Loss over the stake for one coin, up to `most` dollars, in shares of what a stake of `most` loses. */
function lossShape(game: Game, most: number): [stake: number, share: number][] {
  const {stake, loss} = stakeLossCurve(game);
  const end = stakeLoss({...game, stake: most});
  const points: [number, number][] = [];
  for (let i = 0; i < stake.length && stake[i]! < most; ++i) points.push([stake[i]!, loss[i]! / (end || 1)]);
  points.push([most, end > 0 ? 1 : 0]);
  return points;
}

/** The stakes shown: some way past the interval, whatever the edge. */
export function stakesShown({ceiling, rounds, wealth}: Game): number {
  const [, high] = optimalStakes({ceiling, rounds, wealth});
  return Math.min(wealth, Math.max(2.5 * high, 0.01));
}

/**
 * What a stake costs in expected dollars over the stake, for the slider's coin and, in grey, for others. Each coin has
 * its own scale (a better coin has more to lose), so that it can be seen that they are flat over the same interval.
 */
export function lossOverStake(game: Game): Plot.PlotOptions {
  const {edge, ceiling, rounds, wealth} = game;
  const [low, high] = optimalStakes({ceiling, rounds, wealth});
  const most = stakesShown(game);
  const end = stakeLoss({...game, stake: most});
  const scale = end > 0 ? end : 1;
  const kelly = kellyStake(game);
  const curve = edge > 0.5 ? lossShape(game, most).map(([x, share]) => [x, share * scale]) : [];
  const ghosts = otherEdges.flatMap((other) => [
    ...lossShape({...game, edge: other}, most).map(([x, share]) => [x, share * scale]),
    [most, Number.NaN]
  ]);
  const top = Math.max(...curve.map((d) => d[1]!), scale * 1.02);
  const kellyLoss = stakeLoss({...game, stake: Math.min(kelly, wealth)});
  return {
    ...margins,
    x: {domain: [0, most || 1], label: "Stake ($)", labelAnchor: "center", labelArrow: "none", ticks: 6},
    y: {domain: [0, top], label: "Expected loss ($)", labelArrow: "none", ticks: 5},
    marks: [
      Plot.rect([0], {x1: low, x2: high, y1: 0, y2: top, fill: colors.optimum, fillOpacity: 0.14}),
      Plot.line(ghosts, {stroke: colors.muted, strokeOpacity: 0.55, strokeWidth: 1, clip: true}),
      Plot.line(curve, {stroke: colors.ruin, strokeWidth: 2}),
      Plot.ruleX(low < high ? [low, high] : [low], {stroke: colors.optimum, strokeWidth: 1}),
      Plot.text([[(low + high) / 2, top]], {text: ["free"], dy: 10, fill: colors.optimum, fontWeight: 600, ...halo}),
      edge > 0.5 && kelly <= most
        ? [
            Plot.dot([[kelly, kellyLoss]], {r: 4.5, fill: colors.background, stroke: colors.kelly, strokeWidth: 2}),
            Plot.text([[kelly, kellyLoss]], {text: ["Kelly"], dy: -13, fill: colors.kelly, fontWeight: 600, ...halo})
          ]
        : null
    ]
  };
}

const nothingToStake = ({edge, ceiling, wealth}: Game) => edge <= 0.5 || wealth <= 0 || wealth >= ceiling;

function timeWords(game: Game): string {
  const {ceiling, wealth} = game;
  if (nothingToStake(game)) return "There is nothing to stake here.";
  const [last] = optimalStakes({ceiling, rounds: 1, wealth});
  return `On the last flip there is only one best stake, ${dollars(last)}. With more flips the interval opens, closes and opens again, each flip shifting the corners by half a step.`;
}

function lossWords(game: Game): string {
  const {edge, ceiling, rounds, wealth} = game;
  if (nothingToStake(game)) return "There is nothing to choose here.";
  const most = stakesShown(game);
  const [low, high] = optimalStakes({ceiling, rounds, wealth});
  return `With a ${percent(edge)} coin a stake of ${dollars(most)} costs ${dollars(stakeLoss({...game, stake: most}))}; stakes from ${dollars(low)} to ${dollars(high)} cost nothing. Grey: coins of ${otherEdges.map((p) => (p * 100).toFixed(0)).join(", ")} %, each on its own scale, with ${count(rounds, "flip")} left.`;
}

/** The interval over time, and what leaving it costs. */
export function stakeDetails(): View<Game> {
  const time = plotView<Game>({height: 260}, stakesOverTime);
  const loss = plotView<Game>({height: 260}, lossOverStake);
  const first = figure({title: "The interval over the flips left, at this wealth", children: [time.node]});
  const second = figure({title: "What a stake costs", children: [loss.node]});
  const node = figureRow(first, second);
  return {
    node,
    update(game) {
      time.update(game);
      loss.update(game);
      first.summary(() => timeWords(game));
      second.summary(() => lossWords(game));
    }
  };
}
