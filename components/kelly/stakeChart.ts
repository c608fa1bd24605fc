import * as Plot from "@observablehq/plot";
import type {Game} from "../../models/kelly/game.js";
import {kellyStake} from "../../models/kelly/kellyStake.js";
import {type StakeBand, stakeBand} from "../../models/kelly/stakeBand.js";
import {stakeLoss} from "../../models/kelly/stakeLoss.js";
import {optimalStakes} from "../../models/kelly/value.js";
import {figure} from "../figure.js";
import {count, dollars, percent, wholeDollars} from "../format.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";
import type {View} from "../view.js";

/** A label that stays readable where a line passes behind it. */
export const halo = {stroke: colors.background, strokeWidth: 4} as const;

/** The corners that the eye can tell apart at this width: those of the diamonds wider than a fifth of a pixel. */
function visible({wealth, low, high}: StakeBand, width: number): [wealth: number, low: number, high: number][] {
  const apart = wealth.at(-1)! / width / 5;
  const corners: [number, number, number][] = [];
  for (let i = 0; i < wealth.length; ++i) {
    const last = i === wealth.length - 1;
    if (i === 0 || last || wealth[i]! - corners.at(-1)![0] >= apart) corners.push([wealth[i]!, low[i]!, high[i]!]);
  }
  return corners;
}

/**
 * The optimal stakes over wealth: a chain of diamonds, with Kelly's stake and the most that can be staked. The axes do
 * not depend on the edge, so that nothing but Kelly's line moves with it.
 */
export function stakeChartOptions(game: Game, width: number): Plot.PlotOptions {
  const {edge, ceiling, rounds, wealth} = game;
  const band = stakeBand(game);
  const highest = band.high.reduce((a, b) => Math.max(a, b), 0);
  const top = Math.min(ceiling / 2, 4 * highest) || ceiling / 2;
  const fraction = Math.max(0, 2 * edge - 1);
  const peak = ceiling / (1 + fraction);
  const [low, high] = optimalStakes(game);
  const kelly = kellyStake(game);
  const narrow = width < 560;
  // A steep line leaves the chart through its top: the label stands beside the part that can be seen.
  const steep = fraction * ceiling * 0.4 > top;
  const labelAt = steep ? (top * 0.6) / fraction : Math.min(peak * 0.86, (top * 0.86) / Math.max(fraction, 1e-9));
  // Under a tall tent there is no room inside for its labels.
  const outside = top > ceiling * 0.25;
  const hintAt = outside ? ceiling * 0.27 : top * 0.93;
  const bandShown = edge > 0.5;
  return {
    marginLeft: 48,
    marginRight: 16,
    marginTop: 14,
    marginBottom: 38,
    x: {domain: [0, ceiling], label: "Wealth ($)", labelAnchor: "center", labelArrow: "none", ticks: narrow ? 5 : 10},
    y: {domain: [0, top], label: "Stake ($)", labelArrow: "none", ticks: 6},
    marks: [
      Plot.line(
        [
          [0, 0],
          [ceiling / 2, ceiling / 2],
          [ceiling, 0]
        ],
        {stroke: colors.muted, strokeDasharray: "2 3", clip: true}
      ),
      narrow
        ? null
        : [
            Plot.text([[hintAt, hintAt]], {
              text: ["all you have"],
              textAnchor: outside ? "end" : "start",
              dx: outside ? -8 : 8,
              fill: colors.muted,
              ...halo
            }),
            Plot.text([[ceiling - hintAt, hintAt]], {
              text: ["all there is left to win"],
              textAnchor: outside ? "start" : "end",
              dx: outside ? 8 : -8,
              fill: colors.muted,
              ...halo
            })
          ],
      bandShown
        ? [
            Plot.areaY(visible(band, width), {
              x: "0",
              y1: "1",
              y2: "2",
              fill: colors.optimum,
              fillOpacity: 0.32,
              stroke: colors.optimum,
              strokeWidth: 1
            }),
            Plot.text([[ceiling / 2, highest]], {
              text: ["optimal stakes"],
              dy: -9,
              fill: colors.optimum,
              fontWeight: 600,
              ...halo
            })
          ]
        : null,
      Plot.line(
        [
          [0, 0],
          [peak, fraction * peak],
          [ceiling, 0]
        ],
        {stroke: colors.kelly, strokeWidth: 2, clip: true}
      ),
      Plot.text([[labelAt, fraction * labelAt]], {
        text: [`Kelly: ${Number((fraction * 100).toFixed(1))} % of wealth`],
        textAnchor: steep ? "start" : "end",
        dx: steep ? 8 : -8,
        dy: steep ? 4 : -8,
        fill: colors.kelly,
        fontWeight: 600,
        ...halo
      }),
      rounds > 0
        ? [
            Plot.ruleX([wealth], {stroke: colors.foreground, strokeDasharray: "2 3"}),
            bandShown ? Plot.ruleX([wealth], {y1: low, y2: high, stroke: colors.optimum, strokeWidth: 5}) : null,
            Plot.dot([[wealth, kelly]], {
              r: 4.5,
              fill: colors.background,
              stroke: colors.kelly,
              strokeWidth: 2,
              clip: true
            })
          ]
        : null
    ]
  };
}

/** Kelly's stake held against the interval, in words. */
function verdict(game: Game, low: number, high: number): string {
  const stake = kellyStake(game);
  const loss = stakeLoss({...game, stake: Math.min(stake, game.wealth)});
  // Half a cent either way cannot be seen, nor staked.
  if (stake >= low - 0.005 && stake <= high + 0.005) return `Kelly’s ${dollars(stake)} is one of them.`;
  return `Kelly’s ${dollars(stake)} is ${stake > high ? "more" : "less"} than any of them, and that one stake costs ${loss < 0.005 ? "less than a cent" : dollars(loss)}.`;
}

/** The interval of optimal stakes over wealth, at the horizon of the sliders; the mark is the slider’s wealth. */
export function stakeChart(): View<Game> {
  const chart = plotView<Game>({height: "clamp(300px, 40cqw, 400px)"}, stakeChartOptions);
  const frame = figure({main: true, title: "The stakes that lose nothing, over wealth", children: [chart.node]});
  return {
    node: frame.node,
    update(game) {
      chart.update(game);
      const {edge, ceiling, rounds, wealth} = game;
      const [low, high] = optimalStakes(game);
      const situation = `With ${count(rounds, "flip")} left and ${dollars(wealth)} in hand`;
      if (edge < 0.5) {
        frame.key(dollars(0), "is the best stake");
        frame.summary(
          `A ${percent(edge)} coin loses on average: the best stake is nothing, at any wealth and any horizon.`
        );
      } else if (edge === 0.5) {
        frame.key("any stake", "is as good as any other");
        frame.summary(
          "A fair coin neither gives nor takes: every stake is worth the same. Above 50 % the band appears."
        );
      } else if (wealth <= 0 || wealth >= ceiling) {
        frame.key(dollars(0), "is all that can be staked");
        frame.summary(`At ${wholeDollars(wealth)} there is nothing ${wealth > 0 ? "left to win" : "to stake"}.`);
      } else {
        frame.key(
          dollars(low) === dollars(high) ? dollars(low) : `${dollars(low)}\u2060–\u2060${dollars(high)}`,
          "to stake"
        );
        frame.summary(
          dollars(low) === dollars(high)
            ? `${situation} the one optimal stake is ${dollars(low)}. ${verdict(game, low, high)}`
            : `${situation} any stake from ${dollars(low)} to ${dollars(high)} is optimal. ${verdict(game, low, high)}`
        );
      }
    }
  };
}
