import type {StakesFile} from "../../models/kelly/files.js";
import {defaultGame} from "../../models/kelly/game.js";
import {kellyStake} from "../../models/kelly/kellyStake.js";
import {stakeLoss} from "../../models/kelly/stakeLoss.js";
import {optimalStakes} from "../../models/kelly/value.js";

const {edge, ceiling} = defaultGame;
const rounds = [...new Set(Array.from({length: 90}, (_, i) => Math.round(300 ** (i / 89))))];
const wealth = Array.from({length: 100}, (_, i) => 1.25 + 2.5 * i);
const games = rounds.flatMap((b) => wealth.map((w) => ({edge, ceiling, rounds: b, wealth: w})));
const stakes = games.map((game) => optimalStakes(game));
const round = (dollars: number) => Number(dollars.toFixed(4));

process.stdout.write(
  JSON.stringify({
    note: "Optimal stakes (low to high, the same for every edge above one half) and what Kelly's stake, 2p − 1 of wealth stopped at the ceiling, costs in expected final dollars; in dollars rounded to four decimals; row by row, one row for each number of flips left, which are chosen evenly on a logarithmic scale.",
    edge,
    ceiling,
    rounds,
    wealth,
    low: stakes.map(([low]) => round(low)),
    high: stakes.map(([, high]) => round(high)),
    kellyCost: games.map((game) => round(stakeLoss({...game, stake: kellyStake(game)})))
  } satisfies StakesFile)
);
