import * as Plot from "@observablehq/plot";
import {defaultGame} from "../../models/kelly/game.js";
import {peak} from "../../models/kelly/payoffs.js";
import {count, dollars, percent} from "../format.js";
import {colors} from "../theme.js";
import {halo} from "./stakeChart.js";
import type {StrategyState} from "./strategySolver.js";

/** What the optimum is ahead by, in dollars, for each horizon. What only rounding makes of two equal means is 0. */
export function leads(optimal: Float64Array, other: Float64Array): Float64Array {
  return optimal.map((v, b) => (v - other[b]! > 1e-9 ? v - other[b]! : 0));
}

/** The peak that the source gives for the lead, from simulated games: about $36 at 23 flips. */
const published = {horizon: 23, lead: 36};

const line = (lead: Float64Array) => Array.from(lead, (v, b) => [b, v] as const);

/** The optimum's lead in expected final dollars over three other ways to bet, by the length of the game. */
export function leadChartOptions(state: StrategyState, width: number): Plot.PlotOptions {
  const {game, fraction, longest, payoffs, clipped} = state;
  const overKelly = leads(payoffs.optimal, payoffs.kelly);
  const overFraction = leads(payoffs.optimal, payoffs.fraction);
  const overClipped = clipped && leads(payoffs.optimal, clipped.subarray(0, longest + 1));
  const at = peak(overKelly);
  const highest = overKelly[at]!;
  // A reckless fraction may trail by hundreds of dollars: its line leaves the chart rather than flatten the others.
  const top = Math.max(
    1,
    Math.min(2.2 * Math.max(highest, 1), Math.max(highest, ...overFraction) * 1.12),
    highest * 1.25
  );
  const narrow = width < 560;
  const fractionAt = Math.min(longest, peak(overFraction.map((v) => (v <= top * 0.93 ? v : 0))));
  const isDefault = game.edge === defaultGame.edge && game.wealth === defaultGame.wealth;
  const asleep = highest < 1e-9;
  // Under the dashed line, on the side where it leaves room.
  const clippedAt = Math.round(longest * (narrow ? 0.55 : 0.42));
  const clippedLead = overClipped?.[clippedAt] ?? 0;
  const rising = (overClipped?.[longest] ?? 0) > clippedLead;
  return {
    marginLeft: 44,
    marginRight: 16,
    marginTop: 22,
    marginBottom: 40,
    x: {
      domain: [0, longest],
      label: "Horizon: flips in the game",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: narrow ? 5 : 10
    },
    y: {domain: [0, top], label: "Lead of the optimum ($)", labelArrow: "none", ticks: 6},
    marks: [
      Plot.ruleY([0], {stroke: colors.optimum, strokeWidth: 2}),
      Plot.text([[longest, 0]], {
        text: ["the optimum"],
        textAnchor: "end",
        dy: -9,
        fill: colors.optimum,
        fontWeight: 600,
        ...halo
      }),
      Plot.ruleX([game.rounds], {stroke: colors.foreground, strokeDasharray: "2 3"}),
      Plot.line(line(overFraction), {stroke: colors.other, strokeWidth: 2, clip: true}),
      overClipped
        ? Plot.line(line(overClipped), {stroke: colors.kelly, strokeWidth: 1.5, strokeDasharray: "4 3"})
        : null,
      Plot.line(line(overKelly), {stroke: colors.kelly, strokeWidth: 2}),
      Plot.text([[fractionAt, overFraction[fractionAt]!]], {
        text: [`${Number((fraction * 100).toFixed(1))} % every time`],
        textAnchor: fractionAt > longest * 0.6 ? "end" : "start",
        dx: fractionAt > longest * 0.6 ? -8 : 6,
        dy: -9,
        fill: colors.other,
        fontWeight: 600,
        ...halo
      }),
      asleep
        ? null
        : [
            Plot.dot([[at, highest]], {r: 3.5, fill: colors.kelly}),
            Plot.text([[at, highest]], {
              text: [
                narrow ? `Kelly: ${dollars(highest)}` : `Kelly trails by ${dollars(highest)} at ${count(at, "flip")}`
              ],
              textAnchor: at > longest * 0.6 ? "end" : "start",
              dx: at > longest * 0.6 ? -8 : 8,
              dy: at > longest * 0.6 ? -12 : -4,
              fill: colors.kelly,
              fontWeight: 600,
              ...halo
            })
          ],
      clippedLead > top * 0.1
        ? Plot.text([[clippedAt, clippedLead]], {
            text: [narrow ? "stopping at the ceiling" : "Kelly, stopping at the ceiling"],
            textAnchor: rising ? "start" : "end",
            dx: rising ? 10 : -10,
            dy: 13,
            fill: colors.kelly,
            ...halo
          })
        : null,
      isDefault
        ? [
            Plot.dot([[published.horizon, published.lead]], {
              r: 3.5,
              stroke: colors.foreground,
              fill: colors.background
            }),
            Plot.text([[published.horizon, published.lead]], {
              text: ["published: ≈ $36 at 23"],
              textAnchor: "start",
              dx: 4,
              dy: -13,
              fill: colors.muted,
              ...halo
            })
          ]
        : null,
      Plot.dot(
        [
          [game.rounds, overKelly[game.rounds]!, colors.kelly],
          [game.rounds, overFraction[game.rounds]!, colors.other]
        ].filter((d) => (d[1] as number) <= top),
        {x: "0", y: "1", stroke: "2", r: 4.5, fill: colors.background, strokeWidth: 2}
      )
    ]
  };
}

/** What the chart shows, in words. */
export function leadSummary({game, fraction, payoffs, clipped}: StrategyState): string {
  const {edge, rounds} = game;
  if (edge <= 0.5)
    return "A fair coin has no edge: no stake gains anything, and a win that the ceiling cuts short only loses.";
  const best = payoffs.optimal[rounds]!;
  const kelly = payoffs.kelly[rounds]!;
  const own = payoffs.fraction[rounds]!;
  const overKelly = leads(payoffs.optimal, payoffs.kelly);
  const at = peak(overKelly);
  const stopping = clipped ? `, or ${dollars(clipped[rounds]!)} if he stops at the ceiling` : "";
  return `${percent(edge)} coin, ${count(rounds, "flip")}: the best play expects ${dollars(best)}, Kelly ${dollars(kelly)}${stopping}, and a constant ${percent(fraction)} ${dollars(own)}. Kelly trails most, by ${dollars(overKelly[at]!)}, in a game of ${count(at, "flip")}.`;
}
