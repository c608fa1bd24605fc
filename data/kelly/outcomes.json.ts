import type {OutcomeRow, OutcomesFile} from "../../models/kelly/files.js";
import {defaultGame} from "../../models/kelly/game.js";
import {outcomeRow, rowWealths} from "../../models/kelly/outcomeRow.js";
import {rosterIds, rosterStrategy} from "../../models/kelly/roster.js";

const fraction = 0.125;
const round = (v: number) => Number(v.toPrecision(5));
const rows = rosterIds.map((id): OutcomeRow => {
  const {shares, ...row} = outcomeRow(id, rosterStrategy(id, fraction), defaultGame);
  return {
    ...row,
    mean: Number(row.mean.toFixed(6)),
    error: Number(row.error.toPrecision(2)),
    shares: {
      bust: round(shares.bust),
      below: round(shares.below),
      above: round(shares.above),
      ceiling: round(shares.ceiling)
    },
    cumulative: row.cumulative.map(round)
  };
});

process.stdout.write(
  JSON.stringify({
    note: "Where each strategy ends, never sampled. shares: bust (less than a cent), below the start, above it, at the ceiling; probabilities to five significant digits, on the basis named: exact, or those of the game played in whole cents (penny). cumulative: P(final wealth ≤ x) at each of `wealth`.",
    game: defaultGame,
    fraction,
    wealth: rowWealths(defaultGame.ceiling),
    rows
  } satisfies OutcomesFile)
);
