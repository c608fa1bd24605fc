import type {HumansFile} from "../../models/kelly/files.js";
import {players2016} from "../../models/kelly/players.js";

process.stdout.write(
  JSON.stringify({
    note: "Transcribed from the publication, not computed here; counts are the whole numbers of players that print as its percentages. How those between bust and ceiling are spread was not reported beyond these figures.",
    source:
      "Victor Haghani and Richard Dewey, “Rational decision-making under uncertainty: observed betting patterns on a biased coin”, 2016",
    ...players2016
  } satisfies HumansFile)
);
