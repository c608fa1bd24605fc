import {players2016} from "../../models/kelly/players.js";
import {percent, wholeDollars} from "../format.js";

const {players, bust, reachedCeiling, mean, meanOfOthers, wentAllIn, betTails, hadHeardOfKelly} = players2016;

/** The reported numbers about the people who played that prose quotes, by name. */
export const peopleQuotes: Record<string, () => string> = {
  "people.players": () => String(players),
  "people.bust": () => percent(bust, 0),
  "people.ceiling": () => percent(reachedCeiling, 0),
  "people.between": () => percent(1 - bust - reachedCeiling, 0),
  "people.mean": () => wholeDollars(mean),
  "people.meanBetween": () => wholeDollars(meanOfOthers),
  "people.allIn": () => String(wentAllIn),
  "people.tails": () => String(betTails),
  "people.kelly": () => String(hadHeardOfKelly)
};
