import * as Plot from "@observablehq/plot";
import {type Play, wealthNow} from "../../models/kelly/play.js";
import type {Rivals} from "../../models/kelly/rivals.js";
import {wholeDollars} from "../format.js";
import {colors} from "../theme.js";

/** A game under way and, once a flip has been played, what others made of the same flips. */
export interface PlayPicture {
  play: Play;
  rivals?: Rivals | undefined;
  /** Shows the rivals to the end of their game: when the player's own is over, there is nothing left to give away. */
  over: boolean;
}

/** The last flip on the axis: a game just begun fills the chart, and the axis grows in steps that do not distract. */
export function lastFlip(played: number, rounds: number): number {
  for (const end of [20, 50, 100, 200, 400]) if (end < rounds && played <= end * 0.9) return end;
  return rounds;
}

interface Path {
  name: string;
  color: string;
  width: number;
  points: [flip: number, wealth: number][];
}

/** The top of the axis: a fortune still small fills the chart, and the axis grows in steps up to the ceiling. */
function topWealth(most: number, ceiling: number): number {
  for (const share of [0.2, 0.4]) if (most <= share * ceiling * 0.85) return share * ceiling;
  return ceiling;
}

/**
 * Heights for labels at the ends of lines, in dollars. Labels closer than `reach` flips and `gap` dollars are stacked:
 * upwards in the lower half of the chart, downwards in the upper.
 */
function apart(paths: Path[], reach: number, gap: number, top: number): {path: Path; at: number}[] {
  const placed: {path: Path; flip: number; at: number}[] = [];
  const mean = paths.reduce((sum, d) => sum + d.points.at(-1)![1], 0) / paths.length;
  const up = mean < top / 2 ? 1 : -1;
  const rising = [...paths].sort((a, b) => up * (a.points.at(-1)![1] - b.points.at(-1)![1]));
  for (const path of rising) {
    const [flip, wealth] = path.points.at(-1)!;
    let at = wealth;
    for (const other of placed)
      if (Math.abs(other.flip - flip) < reach && (at - other.at) * up < gap) at = other.at + up * gap;
    placed.push({path, flip, at});
  }
  return placed;
}

/** Wealth over flips: yours, and those of the optimal player and of Kelly on the same flips. */
export function playChart({play, rivals, over}: PlayPicture, width: number, height: number): Plot.PlotOptions {
  const {ceiling, rounds, wealth} = play.game;
  const played = play.history.length;
  const seen = over ? rounds : played;
  const follow = (path: Float64Array) => Array.from(path.subarray(0, seen + 1), (w, i): [number, number] => [i, w]);
  const own: [number, number][] = [[0, wealth], ...play.history.map((d, i): [number, number] => [i + 1, d.wealth])];
  const paths: Path[] = [
    ...(rivals && played > 0
      ? [
          {name: "optimum", color: colors.optimum, width: 1.75, points: follow(rivals.optimum)},
          {name: "Kelly", color: colors.kelly, width: 1.75, points: follow(rivals.kelly)}
        ]
      : []),
    {name: "you", color: colors.foreground, width: 2.5, points: own}
  ];
  const end = lastFlip(Math.max(...paths.map((d) => d.points.length - 1)), rounds);
  const top = topWealth(Math.max(...paths.flatMap((d) => d.points.map(([, w]) => w))), ceiling);
  const gap = (top * 14) / Math.max(100, height - 62);
  const reach = (end * 70) / Math.max(100, width - 112);
  return {
    marginLeft: 48,
    marginRight: 64,
    marginBottom: 40,
    marginTop: 26,
    x: {label: "Flips played", domain: [0, end], labelAnchor: "center", labelArrow: "none"},
    y: {label: "Wealth ($)", domain: [0, top], labelArrow: "none"},
    marks: [
      Plot.ruleY(top < ceiling ? [] : [ceiling], {stroke: colors.ceiling, strokeDasharray: "3 3"}),
      Plot.text(top < ceiling ? [] : [[0, ceiling]], {
        text: [`ceiling ${wholeDollars(ceiling)}`],
        textAnchor: "start",
        dx: 6,
        dy: 9,
        fill: colors.ceiling,
        stroke: colors.background,
        strokeWidth: 4,
        paintOrder: "stroke"
      }),
      Plot.ruleY([0], {stroke: colors.ruin}),
      paths.map((d) => Plot.line(d.points, {stroke: d.color, strokeWidth: d.width, strokeLinejoin: "round"})),
      paths.map((d) => Plot.dot(d.points.slice(-1), {r: d.width * 1.6, fill: d.color})),
      apart(paths, reach, gap, top).map(({path, at}) =>
        Plot.text([[path.points.at(-1)![0], at]], {
          text: [path.name],
          textAnchor: "start",
          dx: 8,
          fill: path.color,
          stroke: colors.background,
          strokeWidth: 4,
          paintOrder: "stroke",
          fontWeight: path.name === "you" ? 600 : 400
        })
      ),
      Plot.text(played === 0 ? [[0, wealthNow(play)]] : [], {
        text: [
          width < 500
            ? "Type a stake and press Flip."
            : "Type a stake and press Enter: your wealth is drawn here, flip by flip."
        ],
        textAnchor: "start",
        dx: 44,
        dy: -10,
        fill: colors.muted,
        fontSize: 13
      })
    ]
  };
}
