import {nearestPlace, type UnitCosts} from "../../models/kelly/unitCost.js";
import {value} from "../../models/kelly/value.js";
import {colorKey} from "../colorKey.js";
import {sequential} from "../colorTable.js";
import {type FieldLine, field} from "../field.js";
import {figure} from "../figure.js";
import {count, dollars} from "../format.js";
import type {View} from "../view.js";
import {isFresh, type PennyState, roundSum} from "./pennyCurves.js";
import {moneyUnits} from "./pennyInputs.js";

/** Rows of the picture, evenly spaced in the logarithm of wealth. */
const rows = 170;

/** The palest colour stands for this cost and less, the strongest for half the ceiling: powers of ten between. */
const least = 0.001;

/** Labels for powers of ten alone: the ticks between them would crowd a narrow axis. */
const powersOnly = (dollars: number) => (Math.abs(Math.log10(dollars) % 1) < 1e-9 ? roundSum(dollars) : "");

/** For each number of flips left, the greatest wealth that costs at least so much. */
function reach({game, solved}: PennyState, cost: number): FieldLine["points"] {
  const {places, cost: costs} = solved!.costs;
  const points: [number, number][] = [];
  for (let b = 0; b <= game.rounds; ++b) {
    let i = places.length - 1;
    while (i >= 0 && costs[b * places.length + i]! < cost) --i;
    if (i >= 0) points.push([b, places[i]! * Number(game.unit)]);
  }
  return points;
}

/** A curve, with its name written a quarter of the way along. */
function contour(points: FieldLine["points"], label: string): FieldLine[] {
  const at = points[Math.floor(points.length * 0.75)];
  return at ? [{points}, {points: [at], label}] : [];
}

/** Levels 0 … 255 of a field of costs, on a logarithmic scale up to `most` dollars. */
function paintCosts({places, cost, units}: UnitCosts, rounds: number, most: number): Uint8Array {
  const columns = rounds + 1;
  const levels = new Uint8Array(columns * rows);
  const scale = 255 / Math.log(most / least);
  for (let r = 0; r < rows; ++r) {
    const i = nearestPlace(places, units ** (1 - r / (rows - 1)));
    for (let b = 0; b <= rounds; ++b) {
      const gap = cost[b * places.length + i]!;
      if (gap > least) levels[r * columns + rounds - b] = Math.min(255, Math.log(gap / least) * scale);
    }
  }
  return levels;
}

/**
 * What whole units cost over flips left × wealth, as a heat map on logarithmic scales of wealth and cost. A click
 * picks a new start.
 */
export function pennyField(pick: (point: {rounds: number; wealth: number}) => void): View<PennyState> {
  let state: PennyState;
  const chart = field({
    label: "Cost of whole units over flips left and wealth",
    height: "clamp(280px, 42cqw, 380px)",
    table: () => sequential("ruin").table,
    read: (x, y) => {
      const {game, solved} = state;
      const rounds = Math.round(x);
      const unit = Number(game.unit);
      if (!solved || !isFresh(state)) return "being solved";
      const {places, cost} = solved.costs;
      const i = nearestPlace(places, y / unit);
      const gap = cost[rounds * places.length + i]!;
      const wealth = places[i]! * unit;
      const worth = value({...game, rounds, wealth});
      return `${dollars(wealth)} with ${count(rounds, "flip")} left\ndivided: worth ${dollars(worth)}\n${moneyUnits[game.unit].plural}: ${dollars(worth - gap)}\ncost: ${dollars(gap)}`;
    },
    pick: (x, y) => pick({rounds: Math.max(1, Math.round(x)), wealth: Math.max(0.01, Math.round(y * 100) / 100)}),
    margin: {top: 12, right: 16, bottom: 38, left: 52}
  });
  const key = colorKey("ruin");
  const frame = figure({title: "What whole units cost, everywhere", children: [key.node, chart.node]});

  return {
    node: frame.node,
    update(next) {
      state = next;
      const {game, solved} = state;
      if (!solved || !isFresh(state)) return;
      const {rounds, ceiling} = game;
      const {places, cost} = solved.costs;
      const unit = Number(game.unit);
      const most = ceiling / 2;
      let painted: Uint8Array | undefined;
      let lines: FieldLine[] | undefined;
      const shown = state;
      // Worked out when it is drawn: out of sight, the picture waits.
      chart.update({
        get levels() {
          return (painted ??= paintCosts(solved.costs, rounds, most));
        },
        columns: rounds + 1,
        rows,
        x: {label: "Flips left", domain: [rounds, 0]},
        y: {label: "Wealth", domain: [unit, ceiling], log: true, format: powersOnly},
        get lines() {
          return (lines ??= [...contour(reach(shown, 1), "a dollar"), ...contour(reach(shown, 0.01), "a cent")]);
        },
        mark: game.wealth >= unit ? [rounds, game.wealth] : undefined
      });
      key.update([
        [0, "≤ 0.1¢"],
        ...[0.01, 0.1, 1, 10, 100]
          .filter((c) => c < most)
          .map((c): [number, string] => [Math.log(c / least) / Math.log(most / least), c < 1 ? `${c * 100}¢` : `$${c}`])
      ]);
      const first = cost[rounds * places.length]!;
      frame.summary(
        first === 0
          ? "Without an edge, or with so few flips left, whole units cost nothing."
          : `The last unit of ${dollars(unit)} with ${count(rounds, "flip")} left costs the most it can here, ${dollars(first)}. The two lines mark the greatest wealth that costs a dollar, and a cent: poorer players pay more, and the longer the game, the more.`
      );
    }
  };
}
