import {fractionOutcome} from "../../models/kelly/fractionLattice.js";
import {defaultGame} from "../../models/kelly/game.js";
import {optimalOutcome} from "../../models/kelly/optimalOutcome.js";
import {stakeLoss} from "../../models/kelly/stakeLoss.js";
import {value} from "../../models/kelly/value.js";
import {dollars, percent} from "../format.js";

const firstStake = (stake: number) => dollars(stakeLoss({...defaultGame, stake}));

/** The computed numbers that the page to play on quotes, by name. */
export const playQuotes: Record<string, () => string> = {
  "play.kellyGap": () => dollars(value(defaultGame) - fractionOutcome(2 * defaultGame.edge - 1, defaultGame).mean),
  "play.first5": () => firstStake(5),
  "play.first10": () => firstStake(10),
  "play.firstAll": () => firstStake(defaultGame.wealth),
  "play.optimalMiss": () => percent(1 - optimalOutcome("replicating", defaultGame).atCeiling)
};
