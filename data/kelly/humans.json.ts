import type {HumansFile} from "../../models/kelly/files.js";
import {defaultGame} from "../../models/kelly/game.js";
import {countsFor} from "../../models/kelly/people.js";

const players = 61;
const [reachedCeiling, bust, others] = [0.21, 0.28, 0.51];
const counts = countsFor([reachedCeiling, bust, others], players);

process.stdout.write(
  JSON.stringify({
    note: "Transcribed from the publication, not computed here; counts are the whole numbers of players that print as its percentages. How those between bust and ceiling are spread was not reported beyond these figures.",
    source:
      "Victor Haghani and Richard Dewey, “Rational decision-making under uncertainty: observed betting patterns on a biased coin”, 2016",
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
  } satisfies HumansFile)
);
