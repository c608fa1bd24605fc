import type {TreeGame} from "../../models/kelly/decisionTree.js";
import {value} from "../../models/kelly/value.js";
import {figure} from "../figure.js";
import {count, dollars, percent} from "../format.js";
import {plotView} from "../plotView.js";
import type {View} from "../view.js";
import {withNextMove} from "../withNextMove.js";
import {isFresh, type PennyState, pennyCurves, wholeValue} from "./pennyCurves.js";
import {pennyField} from "./pennyField.js";
import {moneyUnits, type PennyGame} from "./pennyInputs.js";
import {pennySolver} from "./pennySolver.js";

/** The main chart of the page and the heat map below it: two places, one solver. */
export interface PennyViews extends View<PennyGame> {
  field: HTMLElement;
}

/**
 * V for money that divides and for whole units of it, over wealth, with the heat map of the difference. The closed
 * form follows the sliders at once; whole units follow as fast as they are solved. A click on the heat map picks a
 * game.
 */
export function pennyView(pick: (point: {rounds: number; wealth: number}) => void): PennyViews {
  const curves = plotView<PennyState>({height: "clamp(290px, 40cqw, 400px)"}, pennyCurves);
  const map = pennyField(pick);
  const bar = document.createElement("progress");
  bar.className = "thin-progress";
  bar.setAttribute("aria-label", "Solving the game in whole units");
  const frame = figure({
    main: true,
    title: "Value of the game: money that divides, and whole units of it",
    children: [bar, curves.node]
  });
  let state: PennyState;
  let asked = "";
  let moving = false;

  const drawer = withNextMove(() => {
    curves.update(state);
    map.update(state);
    bar.hidden = isFresh(state);
    describe();
  });
  const describe = () => {
    const {game} = state;
    const worth = value(game);
    const inUnits = wholeValue(state);
    if (inUnits === undefined) return;
    const cost = Math.max(0, worth - inUnits);
    const {short, plural} = moneyUnits[game.unit];
    frame.key(dollars(cost), `lost to ${plural} from ${dollars(game.wealth)}`);
    frame.summary(
      game.wealth < Number(game.unit)
        ? `${dollars(game.wealth)} is less than one unit of ${short}: there is nothing to stake. Divided, it would be worth ${dollars(worth)} with ${count(game.rounds, "flip")} left.`
        : `With a ${percent(game.edge)} coin and ${count(game.rounds, "flip")} left, ${dollars(game.wealth)} is worth ${dollars(worth)} when money divides and ${dollars(inUnits)} in ${plural}. The gap of ${dollars(cost)} is ${percent(worth > 0 ? cost / worth : 0, 2)} of the value.`
    );
  };
  const solve = pennySolver({
    solved(game, costs) {
      state = {...state, solved: {game, costs}};
      if (isFresh(state)) frame.status("ready");
      // A small game is solved while its sliders are read, and drawn with them.
      if (!moving) drawer.answered();
    },
    progress(_, done) {
      bar.value = done;
    },
    failed(_, message) {
      console.warn(`whole units: ${message}`);
      bar.hidden = true;
      frame.status("error", "This game could not be solved in whole units. Moving a slider tries again.");
    }
  });

  return {
    node: frame.node,
    field: map.node,
    update(game) {
      state = {...state, game};
      const {edge, ceiling, rounds} = game;
      const tree: TreeGame = {edge, ceiling, rounds, unit: Number(game.unit)};
      const key = JSON.stringify(tree);
      if (key !== asked) {
        asked = key;
        moving = true;
        solve(tree);
        moving = false;
      }
      drawer.moved();
    }
  };
}
