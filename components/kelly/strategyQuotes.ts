import {defaultGame} from "../../models/kelly/game.js";
import {payoffs, peak} from "../../models/kelly/payoffs.js";
import {
  allIn,
  constantFraction,
  flatStake,
  kelly,
  meansByHorizon,
  optimal,
  outcome,
  type Strategy
} from "../../models/kelly/strategies.js";
import {dollars, percent} from "../format.js";
import {leads} from "./leadChart.js";

/** Computed once, and only when a page asks. */
function once<T>(compute: () => T): () => T {
  let result: {value: T} | undefined;
  return () => (result ??= {value: compute()}).value;
}

const curves = once(() => payoffs(defaultGame, 0.125));
const lead = once(() => leads(curves().optimal, curves().kelly));
const stopping = once(() => meansByHorizon(kelly(), defaultGame));
const mean = (strategy: Strategy) => () => dollars(meansByHorizon(strategy, defaultGame).at(-1)!);
const long = (amount: number) => `$${amount.toFixed(3)}`;
const rounds = defaultGame.rounds;
const end = (stake: "high" | "replicating") => outcome(optimal({stake}), defaultGame);

const quotes: Record<string, () => string> = {
  "strategies.optimum": () => dollars(curves().optimal[rounds]!),
  "strategies.kelly": () => dollars(curves().kelly[rounds]!),
  "strategies.kellyLong": () => long(curves().kelly[rounds]!),
  "strategies.stopping": () => dollars(stopping()[rounds]!),
  "strategies.stoppingLong": () => long(stopping()[rounds]!),
  "strategies.lead": () => dollars(lead()[rounds]!),
  "strategies.leadStopping": () => dollars(curves().optimal[rounds]! - stopping()[rounds]!),
  "strategies.peak": () => dollars(lead()[peak(lead())]!),
  "strategies.peakAt": () => String(peak(lead())),
  "strategies.leadAt23": () => dollars(lead()[23]!),
  "strategies.leadAt10": () => dollars(lead()[10]!),
  "strategies.eighthCut": () => long(curves().fraction[rounds]!),
  "strategies.eighthClipped": () => long(meansByHorizon(constantFraction(0.125), defaultGame)[rounds]!),
  "strategies.allIn": mean(allIn),
  "strategies.flat": mean(flatStake(5)),
  "strategies.allInBust": () => percent(outcome(allIn, defaultGame).bust, 0),
  "strategies.flatBust": () => percent(outcome(flatStake(5), defaultGame).bust, 0),
  "strategies.bustHigh": () => percent(end("high").bust, 2),
  "strategies.bustMiddle": () => percent(end("replicating").bust, 2),
  "strategies.ceilingHigh": () => percent(end("high").atCeiling, 2),
  "strategies.ceilingMiddle": () => percent(end("replicating").atCeiling, 2),
  "strategies.kellyShort": () =>
    percent(
      1 - outcome(kelly({clip: false}), defaultGame).atCeiling - outcome(kelly({clip: false}), defaultGame).bust,
      0
    )
};

/** The computed numbers that the prose about strategies quotes, by name; each is computed when a page first asks. */
export const strategyQuotes: Record<string, () => string> = Object.fromEntries(
  Object.entries(quotes).map(([name, compute]) => [name, once(compute)])
);
