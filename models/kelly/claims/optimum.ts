import type {Claim} from "../../about/claims.js";
import {decisionTree} from "../decisionTree.js";
import {defaultGame} from "../game.js";
import {value} from "../value.js";
import {once, sources} from "./sources.js";

const group = "The best play";
const valueCode = {file: "models/kelly/value.ts", name: "value"};
const here = (name: string) => ({file: "models/kelly/claims/optimum.ts", name});

/** The value of the game with money in units of so many dollars. */
function inUnits(unit: number): number {
  return decisionTree({...defaultGame, unit}).value(defaultGame.wealth, defaultGame.rounds);
}

/** The same in whole dollars. */
export const inDollars = once(() => inUnits(1));

/** What whole dollars cost against money that can be divided without end. */
function dollarCost(): number {
  return value(defaultGame) - inDollars();
}

/** The fewest flips at which the value of the game, to the cent, is at least so many dollars. */
function flipsFor(dollars: number): number {
  let rounds = defaultGame.rounds;
  while (value({...defaultGame, rounds}) < dollars - 0.005) ++rounds;
  return rounds;
}

/** Claims about the best play of the game in which everything is known. */
export const optimumClaims: Claim[] = [
  {
    id: "setting",
    group,
    claim: "The game: $25, 60 % heads, 300 flips, a $250 ceiling",
    source: sources.abstract,
    published: "$25, 60 %, 300, $250",
    note: "The rules are what everything else is computed from, so there is nothing to compare them with."
  },
  {
    id: "optimal-value",
    group,
    claim: "The best play earns $246.61 on average",
    source: sources.abstract,
    published: 246.61,
    unit: "$",
    within: 0.005,
    compute: () => value(defaultGame),
    code: valueCode,
    note: "From the closed form, which is exact for money that can be divided without end."
  },
  {
    id: "optimal-value-cents",
    group,
    claim: "To the tenth of a cent, $246.606",
    source: sources.body,
    published: 246.606,
    unit: "$",
    within: 0.0005,
    compute: () => inUnits(0.01),
    code: {file: "models/kelly/decisionTree.ts", name: "decisionTree"},
    note: "The value of the game played in whole cents. Divisible money is worth three hundredths of a cent more."
  },
  {
    id: "one-flip",
    group,
    claim: "With a single flip left, staking everything earns $30",
    source: sources.body,
    published: 30,
    unit: "$",
    within: 0.5,
    compute: () => value({...defaultGame, rounds: 1}),
    code: valueCode,
    note: "Staking all is the best play of a last flip."
  },
  {
    id: "more-flips",
    group,
    claim: "With more flips the value comes up to $249.99",
    source: sources.body,
    published: "$249.99",
    compute: () => ({
      text: `$249.99 from ${flipsFor(249.99)} flips on`,
      agrees: value({...defaultGame, rounds: 1000}) >= 249.99
    }),
    code: here("flipsFor"),
    note: "The value rises towards the ceiling with every flip and never gets there."
  },
  {
    id: "whole-dollars",
    group,
    claim: "Playing in whole dollars costs $0.61",
    source: sources.body,
    published: 0.61,
    unit: "$",
    within: 0.005,
    compute: dollarCost,
    code: here("dollarCost"),
    note: () =>
      `The tree in whole dollars is worth $${inDollars().toFixed(3)}, the closed form $${value(defaultGame).toFixed(3)}. The two are solved here independently, and meet as the unit shrinks.`
  },
  {
    id: "closed-formula",
    group,
    claim: "A closed formula gives the value at ($25, 300 flips)",
    source: sources.body,
    published: "$246.606",
    note: () =>
      `The printed formula is not kept here, so no line evaluates it. Typed as it was printed, in double precision, it returned 2.0e9. The claim itself holds: the closed form used on these pages adds positive terms only, and gives $${value(defaultGame).toFixed(3)}.`
  }
];
