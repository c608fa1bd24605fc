import {valueStill} from "../../../components/kelly/valueField.js";
import {defaultGame} from "../../../models/kelly/game.js";
import {still} from "../still.js";

process.stdout.write(
  still(valueStill(defaultGame), {title: "The value of the game over flips left and wealth", width: 1080, height: 460})
);
