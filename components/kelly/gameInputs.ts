import {defaultGame, type Game} from "../../models/kelly/game.js";
import {type Controls, controls, slider} from "../inputs/controls.js";

/** The four sliders of the game. They keep wealth at or below the ceiling. */
export const gameSliders = {
  edge: slider({
    label: "Edge",
    min: 0.4,
    max: 0.95,
    step: 0.005,
    value: defaultGame.edge,
    factor: 100,
    suffix: " %"
  }),
  ceiling: slider({label: "Ceiling", min: 50, max: 1000, step: 10, value: defaultGame.ceiling, prefix: "$"}),
  rounds: slider({label: "Flips left", min: 1, max: 500, step: 1, value: defaultGame.rounds}),
  wealth: slider({
    label: "Wealth",
    min: 0,
    max: (values) => values.ceiling as number,
    step: 0.5,
    decimals: 2,
    value: defaultGame.wealth,
    prefix: "$"
  })
};

/** The slider bar of a page about one game: its value is a `Game`, kept in the address. */
export function gameInputs(): Controls<Game> {
  return controls(gameSliders, {label: "The game"});
}
