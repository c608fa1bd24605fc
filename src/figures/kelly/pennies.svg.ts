import {pennyCurves} from "../../../components/kelly/pennyCurves.js";
import {defaultGame} from "../../../models/kelly/game.js";
import {unitCosts} from "../../../models/kelly/unitCost.js";
import {still} from "../still.js";

const game = {...defaultGame, unit: 1};

process.stdout.write(
  still(pennyCurves({game: {...game, unit: "1"}, solved: {game, costs: unitCosts(game, 120)}}, 1080), {
    title: "The value of the game over wealth, for money that divides and in whole dollars",
    width: 1080,
    height: 420
  })
);
