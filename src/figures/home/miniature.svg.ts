import {miniatureStill} from "../../../components/home/miniatureChart.js";
import {still} from "../still.js";

process.stdout.write(
  still(miniatureStill(1080), {title: "Two players’ wealth over the value of the game", width: 1080, height: 330})
);
