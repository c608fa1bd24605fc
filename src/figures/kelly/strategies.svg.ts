import {leadChartOptions} from "../../../components/kelly/leadChart.js";
import {defaultGame} from "../../../models/kelly/game.js";
import {payoffs} from "../../../models/kelly/payoffs.js";
import {kelly, meansByHorizon} from "../../../models/kelly/strategies.js";
import {still} from "../still.js";

const [width, height] = [1080, 400];
const fraction = 0.125;
process.stdout.write(
  still(
    leadChartOptions(
      {
        game: defaultGame,
        fraction,
        payoffs: payoffs(defaultGame, fraction),
        longest: defaultGame.rounds,
        clipped: meansByHorizon(kelly(), defaultGame),
        curve: undefined,
        rows: new Map(),
        current: new Set()
      },
      width
    ),
    {title: "How far Kelly and a constant fraction trail the optimum, by the length of the game", width, height}
  )
);
