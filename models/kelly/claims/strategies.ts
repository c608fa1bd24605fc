import type {Claim} from "../../about/claims.js";
import {defaultGame} from "../game.js";
import {constantFraction, kelly, meansByHorizon, outcome} from "../strategies.js";
import {value} from "../value.js";
import {cents, once, sources} from "./sources.js";

const group = "The Kelly criterion";
const here = (name: string) => ({file: "models/kelly/claims/strategies.ts", name});

/** Expected final wealth of the player who stakes Kelly’s fraction but never more than the ceiling leaves to win. */
const modifiedKelly = once(() => meansByHorizon(kelly(), defaultGame).at(-1)!);

/** The same of the player who stakes it in full, the last win cut at the ceiling. */
function cutKelly(): number {
  return outcome(kelly({clip: false}), defaultGame).mean;
}

/** What the best play earns more than modified Kelly. */
function leadOverModified(): number {
  return value(defaultGame) - modifiedKelly();
}

/** By how much the best play is ahead of Kelly’s, for each number of flips: both exact. */
const leads = once(() =>
  meansByHorizon(kelly({clip: false}), defaultGame).map((mean, rounds) => value({...defaultGame, rounds}) - mean)
);

/** The number of flips at which the lead is greatest. */
function bestHorizon(): number {
  return leads().indexOf(Math.max(...leads()));
}

/** The lead there. */
function greatestLead(): number {
  return leads()[bestHorizon()]!;
}

/** The percentage of games that reach the ceiling when so large a part of wealth is staked at each flip. */
function reach(part: number): number {
  return 100 * outcome(constantFraction(part, {clip: false}), defaultGame).atCeiling;
}

/** Claims about the Kelly criterion and what the best play gains on it. */
export const strategyClaims: Claim[] = [
  {
    id: "kelly-benchmark",
    group,
    claim: "A modified Kelly criterion earns about $240",
    source: sources.abstract,
    published: 240,
    unit: "$",
    within: 5,
    compute: modifiedKelly,
    code: here("modifiedKelly"),
    note: () =>
      `A figure its authors rounded to the nearest ten. Staking 20 %, and near the ceiling only what is left to win, earns ${cents(modifiedKelly())}; letting the last win be cut instead earns ${cents(cutKelly())}.`
  },
  {
    id: "gain-over-kelly",
    group,
    claim: "The best play earns $6.6 more than modified Kelly",
    source: sources.abstract,
    published: 6.6,
    unit: "$",
    within: 0.05,
    compute: leadOverModified,
    code: here("leadOverModified"),
    note: () =>
      `6.6 is 246.6 less the rounded 240. Against the exact earnings of the same strategy the gain is larger: ${cents(leadOverModified())}, or ${cents(value(defaultGame) - cutKelly())} where the last win is cut. The case for the exact solution is stronger than its authors made it.`
  },
  {
    id: "peak-lead-horizon",
    group,
    claim: "The lead over Kelly is greatest with 23 flips",
    source: sources.abstract,
    published: 23,
    unit: "flips",
    within: 0.5,
    compute: bestHorizon,
    code: here("bestHorizon"),
    note: () =>
      `The top is so flat that simulation can hardly find it: between 23 and ${bestHorizon()} flips the exact lead grows by ${cents(greatestLead() - leads()[23]!)}.`
  },
  {
    id: "peak-lead",
    group,
    claim: "The greatest lead over Kelly is about $36",
    source: sources.abstract,
    published: 36,
    unit: "$",
    within: 0.5,
    compute: greatestLead,
    code: here("greatestLead"),
    note: "The published figure came from simulated games, and picking the greatest of many noisy estimates picks one that is too high."
  },
  {
    id: "kelly-one-flip",
    group,
    claim: "With a single flip left, Kelly’s stake earns $26",
    source: sources.body,
    published: 26,
    unit: "$",
    within: 0.5,
    compute: () => outcome(kelly(), {...defaultGame, rounds: 1}).mean,
    code: {file: "models/kelly/strategies.ts", name: "outcome"},
    note: "Against $30 for staking everything."
  },
  {
    id: "fractions-at-ceiling",
    group,
    claim: "95 % reach the ceiling staking 10–20 % of wealth",
    source: sources.people,
    published: 95,
    unit: "%",
    within: 0.5,
    compute: () => reach(0.15),
    code: here("reach"),
    note: () =>
      `Computed at 15 %. It is ${reach(0.1).toFixed(1)} % at a tenth of wealth and ${reach(0.2).toFixed(1)} % at a fifth.`
  }
];
