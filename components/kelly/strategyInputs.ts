import {type Controls, controls, slider} from "../inputs/controls.js";
import {gameSliders} from "./gameInputs.js";

/** The game but for its ceiling, which is $250 here: only wealth as a share of it matters. And a fraction to bet. */
export interface StrategySettings {
  edge: number;
  rounds: number;
  wealth: number;
  /** The constant fraction of wealth that the reader looks at. */
  fraction: number;
}

/** The slider bar of the page on strategies. */
export function strategyInputs(): Controls<StrategySettings> {
  const {edge, rounds, wealth} = gameSliders;
  return controls(
    {
      edge: {...edge, min: 0.5},
      rounds,
      wealth: {...wealth, max: 249.5, min: 0.5},
      fraction: slider({
        label: "Fraction",
        min: 0,
        max: 1,
        step: 0.005,
        value: 0.125,
        factor: 100,
        suffix: " %"
      })
    },
    {label: "The game and a strategy"}
  );
}
