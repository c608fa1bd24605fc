import type {Game} from "../../models/kelly/game.js";
import type {StakeRule} from "../../models/kelly/nextStake.js";
import {type Controls, choice, controls, slider} from "../inputs/controls.js";
import {gameSliders} from "./gameInputs.js";

/** The game to play, whether the adviser speaks, and how to go on after a flip. */
export interface PlaySettings extends Game {
  adviser: "off" | "on";
  next: StakeRule;
}

/** The slider bar of the game itself. Moving a slider of the game deals a new one. */
export function playInputs(): Controls<PlaySettings> {
  return controls(
    {
      ...gameSliders,
      wealth: slider({...gameSliders.wealth, label: "Start with", min: 0.5}),
      rounds: slider({...gameSliders.rounds, label: "Flips"}),
      adviser: choice<PlaySettings["adviser"]>({
        label: "Exact adviser",
        options: {off: "silent", on: "speaks before each flip"},
        value: "off"
      }),
      next: choice<StakeRule>({
        label: "Go on with",
        options: {sum: "the same sum", share: "the same share", kelly: "Kelly’s stake", best: "the adviser’s"},
        value: "share"
      })
    },
    {label: "The game to play"}
  );
}
