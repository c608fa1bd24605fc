import type {Claim, NumberClaim} from "../../about/claims.js";
import {defaultGame} from "../game.js";
import {restated} from "../inflation.js";
import {countsFor, meanOfParts} from "../people.js";
import {value} from "../value.js";
import {cents, sources} from "./sources.js";

const group = "The 61 people";
const here = (name: string) => ({file: "models/kelly/claims/people.ts", name});

/** The mean of all players from what was reported of each part: at the ceiling, in between, bust. */
function meanWinnings(): number {
  return meanOfParts([
    {share: 0.21, mean: defaultGame.ceiling},
    {share: 0.51, mean: 75},
    {share: 0.28, mean: 0}
  ]);
}

/** What people earned as a percentage of what the best play earns. */
function shareOfPossible(): number {
  return (100 * meanWinnings()) / value(defaultGame);
}

/** What people left on the table, from their mean as it was printed. */
function leftOnTable(): number {
  return value(defaultGame) - 91;
}

/** How many of the 61 players the percentages stand for. */
function playersMeant(): {text: string; agrees: boolean} {
  const counts = countsFor([0.21, 0.28, 0.51], 61);
  return counts
    ? {text: `${counts.join(" + ")} = 61`, agrees: true}
    : {text: "no whole numbers of players", agrees: false};
}

const inflated = [
  {amount: 25, printed: 30.4, within: 0.05},
  {amount: 250, printed: 303.8, within: 0.05},
  {amount: 91, printed: 110.6, within: 0.05},
  {amount: 240, printed: 291.6, within: 0.05}
];

const meaning = ["The start", "The ceiling", "What people earned", "The benchmark"];

/** What one sum comes to by the factor that the other three sums share. */
function inflatedLikeOthers(amount: number): number {
  return restated(
    amount,
    inflated.filter((d) => d.amount !== amount)
  );
}

const inflationClaims = inflated.map(
  ({amount, printed}, i): NumberClaim => ({
    id: `inflated-${amount}`,
    group: "In later dollars",
    claim: `${meaning[i]}, $${amount}, is $${printed.toFixed(1)} in later dollars`,
    source: sources.abstract,
    published: printed,
    unit: "$",
    within: 0.05,
    compute: () => inflatedLikeOthers(amount),
    code: here("inflatedLikeOthers"),
    note: "No price index is kept here. The four restated sums are held against each other: this one follows from the factor that the other three share."
  })
);

const notPublished = "The players’ records were not published, so this cannot be counted again.";

/** Claims about the players of 2016, and their sums in later dollars. */
export const peopleClaims: Claim[] = [
  {
    id: "human-mean",
    group,
    claim: "People earned $91 on average",
    source: sources.people,
    published: 91,
    unit: "$",
    within: 0.5,
    compute: meanWinnings,
    code: here("meanWinnings"),
    note: "From the reported parts: 21 % with $250, 51 % with $75 on average, 28 % with nothing."
  },
  {
    id: "human-share",
    group,
    claim: "People earned 36.8 % of what was possible",
    source: sources.abstract,
    published: 36.8,
    unit: "%",
    within: 0.05,
    compute: shareOfPossible,
    code: here("shareOfPossible"),
    note: () =>
      `From the ${cents(meanWinnings())} that the reported parts make. From the rounded $91 it would print as ${(9100 / value(defaultGame)).toFixed(1)} %.`
  },
  {
    id: "human-loss",
    group,
    claim: "People left $155.6 on the table",
    source: sources.abstract,
    published: 155.6,
    unit: "$",
    within: 0.05,
    compute: leftOnTable,
    code: here("leftOnTable"),
    note: "The value of the best play less the printed mean of $91."
  },
  {
    id: "human-parts",
    group,
    claim: "21 % reached the ceiling, 28 % went bust, 51 % neither",
    source: sources.people,
    published: "21 %, 28 %, 51 % of 61",
    compute: playersMeant,
    code: here("playersMeant"),
    note: "Whole numbers of players print as these percentages and leave no one out."
  },
  {
    id: "human-below-start",
    group,
    claim: "One third ended with less than they started with",
    source: sources.people,
    published: "a third of 61",
    note: notPublished
  },
  {
    id: "human-all-in",
    group,
    claim: "18 of 61 staked everything at least once",
    source: sources.people,
    published: "18 of 61",
    note: notPublished
  },
  {
    id: "human-tails",
    group,
    claim: "41 of 61 bet on tails at least once",
    source: sources.people,
    published: "41 of 61",
    note: notPublished
  },
  {
    id: "human-heard",
    group,
    claim: "5 of 61 had heard of the Kelly criterion",
    source: sources.people,
    published: "5 of 61",
    note: notPublished
  },
  ...inflationClaims
];
