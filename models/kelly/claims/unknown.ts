import type {Claim} from "../../about/claims.js";
import {headsOnlyValue} from "../bayes.js";
import {defaultGame} from "../game.js";
import {generalizedParetoMean, generalizedParetoQuantile, paretoMean} from "../pareto.js";
import {inDollars} from "./optimum.js";
import {cents, once, sources} from "./sources.js";

const unknown = "An edge that is not known";
const general = "The generalised game";
const here = (name: string) => ({file: "models/kelly/claims/unknown.ts", name});
const bayesCode = {file: "models/kelly/bayes.ts", name: "headsOnlyValue"};

/** The game in whole dollars for a player who believes the edge to be Beta(8, 4). */
const unsure = once(() => headsOnlyValue({...defaultGame, alpha: 8, beta: 4}));

/** What it costs not to know the edge, both games in whole dollars. */
function costOfNotKnowing(): number {
  return inDollars() - unsure().actual;
}

/** What the code of the source draws the ceiling from. */
const drawn = {shape: 5, location: 200, scale: 1};

/** The law that the code draws from, in three figures. */
function drawnCeiling(): {text: string; agrees: boolean} {
  const mean = generalizedParetoMean(drawn);
  const [half, most] = [0.5, 0.85].map((share) => Math.round(generalizedParetoQuantile(drawn, share)));
  const meanText = Number.isFinite(mean) ? `mean $${mean}` : "infinite mean";
  return {
    text: `${meanText}; median $${half}, 85th percentile $${most!.toLocaleString("en-US")}`,
    agrees: mean === paretoMean(5, 200)
  };
}

/** Claims about the variants in which something is hidden from the player. */
export const unknownClaims: Claim[] = [
  {
    id: "bayes-believed",
    group: unknown,
    claim: "A player unsure of the edge expects $207.238",
    source: sources.body,
    published: 207.238,
    unit: "$",
    within: 0.0005,
    compute: () => unsure().believed,
    code: bayesCode,
    note: "The prior is Beta(8, 4); bets on heads only, in whole dollars."
  },
  {
    id: "bayes-actual",
    group: unknown,
    claim: "And earns $245.676 from a 60 % coin",
    source: sources.body,
    published: 245.676,
    unit: "$",
    within: 0.0005,
    compute: () => unsure().actual,
    code: bayesCode,
    note: "The same plan, played with the coin of the original game."
  },
  {
    id: "bayes-cost",
    group: unknown,
    claim: "Not knowing the edge costs about $1",
    source: sources.abstract,
    published: 1,
    unit: "$",
    within: 0.25,
    compute: costOfNotKnowing,
    code: here("costOfNotKnowing"),
    note: () =>
      `The dollar sets a game in whole dollars beside one in cents. With both in whole dollars the cost is ${cents(costOfNotKnowing())}. Ignorance is cheaper still than claimed; for a prior wholly above one half it is free, since the best stakes are then the same for every edge.`
  },
  {
    id: "ceiling-mean",
    group: general,
    claim: "A Pareto(5, 200) ceiling has a mean of $250",
    source: sources.body,
    published: 250,
    unit: "$",
    within: 0.5,
    compute: () => paretoMean(5, 200),
    code: {file: "models/kelly/pareto.ts", name: "paretoMean"},
    note: "Pareto’s own law with shape 5 and least value 200."
  },
  {
    id: "ceiling-drawn",
    group: general,
    claim: "The program draws the ceiling from that law",
    source: sources.code,
    published: "mean $250",
    compute: drawnCeiling,
    code: here("drawnCeiling"),
    note: "The program samples a generalised Pareto law with shape 5 and location 200, a namesake with a far heavier tail: the figures beside this show how far it reaches."
  },
  ...[
    ["dqn", "A DQN agent does not learn to play", "it never learnt"],
    ["ddpg", "A DDPG agent earns about 0.8 a step", "0.8 a step"],
    ["cem", "A cross-entropy agent earns at most 0.4 a step", "≤ 0.4 a step"]
  ].map(([id, claim, published]) => ({
    id: `agent-${id}`,
    group: general,
    claim: claim!,
    source: sources.body,
    published: published!,
    note: "Training runs from 2018 whose code and random numbers cannot be run again as they were."
  }))
];
