import {playChart} from "../../../components/kelly/playChart.js";
import {defaultGame} from "../../../models/kelly/game.js";
import {nextStake} from "../../../models/kelly/nextStake.js";
import {playRule} from "../../../models/kelly/play.js";
import {rivals} from "../../../models/kelly/rivals.js";
import {still} from "../still.js";

const seed = "three";
const chosen = {stake: 7.5, wealth: 25};
const play = playRule(
  (wealth, rounds) => nextStake("share", chosen, {...defaultGame, wealth, rounds}),
  defaultGame,
  seed
);

process.stdout.write(
  still(playChart({play, rivals: rivals(defaultGame, seed), over: true}, 1080, 340), {
    title: "A game played by three players on the same flips: you, Kelly and the optimum",
    width: 1080,
    height: 340
  })
);
