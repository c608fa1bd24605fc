import * as Plot from "@observablehq/plot";
import type {TreeGame} from "../../models/kelly/decisionTree.js";
import type {UnitCosts} from "../../models/kelly/unitCost.js";
import {value} from "../../models/kelly/value.js";
import {valuesAlong} from "../../models/kelly/valuesAlong.js";
import {colors} from "../theme.js";
import {moneyUnits, type PennyGame} from "./pennyInputs.js";
import {halo} from "./stakeChart.js";

/** A game, and the last one solved in whole units: the same, or one that the solver has not caught up with. */
export interface PennyState {
  game: PennyGame;
  solved?: {game: TreeGame; costs: UnitCosts} | undefined;
}

/** Whether what is solved is the game in view. */
export function isFresh({game, solved}: PennyState): boolean {
  return (
    solved !== undefined &&
    solved.game.edge === game.edge &&
    solved.game.ceiling === game.ceiling &&
    solved.game.rounds === game.rounds &&
    solved.game.unit === Number(game.unit)
  );
}

/** V of the wealth in whole units, in dollars: what does not fill a unit is worth nothing. Undefined until solved. */
export function wholeValue(state: PennyState): number | undefined {
  const {game, solved} = state;
  if (!solved || !isFresh(state)) return undefined;
  const units = Math.floor(game.wealth / Number(game.unit) + 1e-9);
  if (units === 0) return 0;
  const {places, cost} = solved.costs;
  const i = places.indexOf(units);
  const wealth = units * Number(game.unit);
  const gap = (j: number) => cost[game.rounds * places.length + j]!;
  if (i >= 0) return value({...game, wealth}) - gap(i);
  // Between two places the cost is nearly flat: they lie closer than a pixel.
  const above = places.findIndex((n) => n > units);
  const part = (units - places[above - 1]!) / (places[above]! - places[above - 1]!);
  return value({...game, wealth}) - (gap(above - 1) * (1 - part) + gap(above) * part);
}

/** A sum in round figures, as `5¢` or `$100`. */
export const roundSum = (amount: number): string =>
  amount < 1 ? `${Number((amount * 100).toPrecision(3))}¢` : `$${amount.toLocaleString("en-US")}`;

/** An axis of dollars in powers of ten, from a cent. */
export function moneyAxis(label: string, domain: [number, number]): Plot.ScaleOptions {
  // Few ticks: each costs a redraw as much as a line of the chart.
  const powers = [1e-4, 1e-3, 0.01, 0.1, 1, 10, 100, 1000].filter((d) => d >= domain[0] && d <= domain[1]);
  return {type: "log", domain, label, labelAnchor: "center", labelArrow: "none", ticks: powers, tickFormat: roundSum};
}

/** V over wealth for money that divides and for whole units of it; what lies between is what the units cost. */
export function pennyCurves(state: PennyState, width: number): Plot.PlotOptions {
  const {game, solved} = state;
  const {edge, ceiling, rounds} = game;
  const least = 0.01;
  const wealth = Float64Array.from({length: 141}, (_, i) => least * (ceiling / least) ** (i / 140));
  const smooth = valuesAlong({edge, ceiling, rounds}, wealth);
  const divisible = Array.from(wealth, (w, i) => [w, smooth[i]!] as const);
  const fresh = isFresh(state);
  const whole = solved
    ? Array.from(solved.costs.places, (n, i) => [n * solved.game.unit, solved.costs.whole[i]!] as const)
    : [];
  const unit = Number(game.unit);
  const name = moneyUnits[game.unit].plural;
  const worth = value(game);
  const inUnits = wholeValue(state);
  const middle = whole[Math.min(whole.length - 1, 2)];
  const below = divisible.filter(([w]) => w < unit);
  const room = ((width - 64) * Math.log(unit / least)) / Math.log(ceiling / least);
  const emptyLabel =
    room > 300 ? "with less than one unit there is nothing to stake" : room > 110 ? "nothing to stake" : "";
  return {
    marginLeft: 48,
    marginRight: 16,
    marginBottom: 38,
    marginTop: 24,
    x: moneyAxis("Wealth, on a scale of powers of ten", [least, ceiling]),
    y: {label: "Value ($)", domain: [0, ceiling], labelArrow: "none", ticks: 6},
    marks: [
      fresh
        ? [
            Plot.areaY([...below, [unit, value({...game, wealth: Math.min(unit, ceiling)})]], {
              x: "0",
              y1: 0,
              y2: "1",
              fill: colors.ruin,
              fillOpacity: 0.08
            }),
            Plot.areaY(
              whole.map(([w, v], i) => [w, v, v + solved!.costs.cost[rounds * whole.length + i]!]),
              {x: "0", y1: "1", y2: "2", fill: colors.ruin, fillOpacity: 0.22}
            )
          ]
        : null,
      Plot.ruleY([ceiling], {stroke: colors.ceiling, strokeDasharray: "3 3"}),
      Plot.text([[least, ceiling]], {
        text: ["ceiling"],
        textAnchor: "start",
        dx: 6,
        dy: 9,
        fill: colors.ceiling,
        ...halo
      }),
      Plot.line(divisible, {stroke: colors.optimum, strokeWidth: 2}),
      Plot.line(whole, {stroke: colors.foreground, strokeWidth: 1.5, strokeOpacity: fresh ? 1 : 0.3}),
      Plot.dot(whole.slice(0, 12), {r: 2.5, fill: colors.foreground, fillOpacity: fresh ? 1 : 0.3}),
      Plot.text(emptyLabel ? [[unit, 0]] : [], {
        text: [emptyLabel],
        textAnchor: "end",
        dx: -6,
        dy: -8,
        fill: colors.muted
      }),
      Plot.text([divisible[Math.round(width < 500 ? 44 : 52)]!], {
        text: ["money that divides"],
        textAnchor: "end",
        dx: -8,
        dy: -6,
        fill: colors.optimum,
        ...halo
      }),
      middle &&
        Plot.text([middle], {text: [name], textAnchor: "start", dx: 10, dy: 8, fill: colors.foreground, ...halo}),
      Plot.ruleX([Math.max(least, game.wealth)], {stroke: colors.foreground, strokeDasharray: "2 3"}),
      inUnits === undefined
        ? null
        : Plot.ruleX([game.wealth], {y1: inUnits, y2: worth, stroke: colors.ruin, strokeWidth: 3}),
      Plot.dot(
        [[worth, colors.optimum] as const, ...(inUnits === undefined ? [] : [[inUnits, colors.foreground] as const])],
        {
          x: Math.max(least, game.wealth),
          y: (d) => d[0],
          r: 4.5,
          fill: colors.background,
          stroke: (d) => d[1],
          strokeWidth: 2
        }
      )
    ]
  };
}
