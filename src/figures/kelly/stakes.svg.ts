import {stakeChartOptions} from "../../../components/kelly/stakeChart.js";
import {defaultGame} from "../../../models/kelly/game.js";
import {still} from "../still.js";

const [width, height] = [1080, 400];
process.stdout.write(
  still(stakeChartOptions(defaultGame, width), {
    title: "The optimal stakes over wealth with 300 flips left, and Kelly’s stake",
    width,
    height
  })
);
