import {defaultGame} from "../../models/kelly/game.js";
import {kellyStake} from "../../models/kelly/kellyStake.js";
import {stakeLoss} from "../../models/kelly/stakeLoss.js";
import {optimalStakes, value} from "../../models/kelly/value.js";
import {dollars, wholeDollars} from "../format.js";
import {pennyQuotes} from "./pennyQuotes.js";
import {peopleQuotes} from "./peopleQuotes.js";
import {playQuotes} from "./playQuotes.js";
import {strategyQuotes} from "./strategyQuotes.js";

const worth = (change: Partial<typeof defaultGame>) => value({...defaultGame, ...change});
const stakes = (change: Partial<typeof defaultGame>) => optimalStakes({...defaultGame, ...change});
const kellyLoss = (change: Partial<typeof defaultGame>) => {
  const game = {...defaultGame, ...change};
  return stakeLoss({...game, stake: kellyStake(game)});
};

/** The computed numbers that the prose of the Kelly pages quotes, by name. */
export const kellyQuotes: Record<string, () => string> = {
  value: () => dollars(worth({})),
  "value.1dollar": () => wholeDollars(Math.round(worth({wealth: 1}))),
  "value.10dollars": () => wholeDollars(Math.round(worth({wealth: 10}))),
  "value.100flips": () => wholeDollars(Math.round(worth({rounds: 100}))),
  "gain.first100": () => wholeDollars(Math.round(worth({rounds: 100}) - defaultGame.wealth)),
  "gain.third100": () => wholeDollars(Math.round(worth({rounds: 300}) - worth({rounds: 200}))),
  "value.70percent10flips": () => wholeDollars(Math.round(worth({edge: 0.7, rounds: 10}))),
  "value.55percentFlips": () => {
    const target = worth({edge: 0.7, rounds: 10});
    let rounds = 10;
    while (worth({edge: 0.55, rounds}) < target) ++rounds;
    return String(rounds);
  },
  "stake.low": () => dollars(stakes({})[0]),
  "stake.high": () => dollars(stakes({})[1]),
  "stake.kelly": () => dollars(kellyStake(defaultGame)),
  "stake.kellyLoss": () => dollars(kellyLoss({})),
  "stake.lastKellyLoss": () => dollars(kellyLoss({rounds: 1})),
  "stake.225": () => stakes({wealth: 225}).map(dollars).join(" to "),
  "stake.200by10": () => stakes({wealth: 200, rounds: 10}).map(dollars).join(" to "),
  "stake.200by10kelly": () => dollars(kellyStake({...defaultGame, wealth: 200})),
  "stake.200by10loss": () => dollars(kellyLoss({wealth: 200, rounds: 10})),
  "stake.100by50": () => stakes({wealth: 100, rounds: 50}).map(dollars).join(" to "),
  ...peopleQuotes,
  ...pennyQuotes,
  ...strategyQuotes,
  ...playQuotes
};
