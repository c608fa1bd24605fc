import type {HumansFile} from "./files.js";
import {defaultGame} from "./game.js";
import {countsFor} from "./people.js";

const players = 61;
const [reachedCeiling, bust, others] = [0.21, 0.28, 0.51];
const counts = countsFor([reachedCeiling, bust, others], players);

/** The people who played the game for Haghani and Dewey in 2016, as they reported them: transcribed, not computed. */
export const players2016: Omit<HumansFile, "note" | "source"> = {
  game: defaultGame,
  players,
  reachedCeiling,
  bust,
  belowStart: 1 / 3,
  mean: 91,
  meanOfOthers: 75,
  counts: counts ? {reachedCeiling: counts[0]!, bust: counts[1]!, others: counts[2]!} : null,
  wentAllIn: 18,
  betTails: 41,
  hadHeardOfKelly: 5
};
