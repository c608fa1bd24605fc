import type {Game} from "../../models/kelly/game.js";
import {type Controls, choice, controls, slider} from "../inputs/controls.js";
import {gameSliders} from "./gameInputs.js";

/** The units of money on offer, in dollars, and what one and many are called. */
export const moneyUnits = {
  "1": {short: "$1", plural: "whole dollars"},
  "0.25": {short: "25¢", plural: "quarters"},
  "0.1": {short: "10¢", plural: "dimes"},
  "0.05": {short: "5¢", plural: "nickels"},
  "0.01": {short: "1¢", plural: "whole cents"}
} as const;

export type MoneyUnit = keyof typeof moneyUnits;

/** A game in whole units of money. */
export interface PennyGame extends Game {
  unit: MoneyUnit;
}

/** The slider bar of the page about units: a penny table of its largest game takes 120 MB, which a browser stands. */
export function pennyInputs(): Controls<PennyGame> {
  return controls(
    {
      ...gameSliders,
      ceiling: slider({...gameSliders.ceiling, min: 20, max: 500}),
      rounds: slider({...gameSliders.rounds, max: 300}),
      wealth: slider({...gameSliders.wealth, min: 0.01, step: 0.01}),
      unit: choice<MoneyUnit>({
        label: "Smallest unit of money",
        options: Object.fromEntries(Object.entries(moneyUnits).map(([key, {short}]) => [key, short])) as Record<
          MoneyUnit,
          string
        >,
        value: "1"
      })
    },
    {label: "The game and its money"}
  );
}
