import {decisionTree} from "../../models/kelly/decisionTree.js";
import {defaultGame} from "../../models/kelly/game.js";
import {kelly, meansByHorizon} from "../../models/kelly/strategies.js";
import {value} from "../../models/kelly/value.js";
import {miseryThreshold, timeTo} from "../../models/migration/meanField.js";
import {defaults} from "../../models/migration/parameters.js";
import {dollars, percent, wholeDollars} from "../format.js";
import {years} from "../migration/format.js";

const {wealth, rounds} = defaultGame;

/** The computed numbers that the home page quotes, by name. */
export const homeQuotes: Record<string, () => string> = {
  "value.10flips": () => wholeDollars(Math.round(value({...defaultGame, rounds: 10}))),
  "home.lead": () =>
    wholeDollars(
      Math.round(
        value({...defaultGame, rounds: 30}) - meansByHorizon(kelly({clip: false}), {...defaultGame, rounds: 30})[30]!
      )
    ),
  "home.dollarCost": () => dollars(value(defaultGame) - decisionTree({...defaultGame, unit: 1}).value(wealth, rounds)),
  "home.T90": () => years(timeTo(defaults, 0.9)),
  "home.misery": () => percent(miseryThreshold(defaults), 0)
};
