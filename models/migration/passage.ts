import {checkWhole} from "../check.js";
import {type ChainRates, checkChain, constantPressure, firstCount, logChainRates} from "./chain.js";
import type {SomeParameters} from "./parameters.js";

/** ln(exp a + exp b). */
function logAdd(a: number, b: number): number {
  const top = Math.max(a, b);
  return top === -Infinity ? top : top + Math.log1p(Math.exp(-Math.abs(a - b)));
}

/** Counts of agents: where to stop below and above, and where to begin (`initialShare` of all by default). */
export interface AbsorptionCounts {
  low?: number;
  high?: number;
  from?: number;
}

/**
 * P(the chain of `agents` reaches `high` agents on the new platform before `low`), begun at `from`; by default N before 0.
 * Gambler's ruin with rates that vary: the ratio of two sums of products of down(i)/up(i), taken in logarithms.
 *
 * @throws RangeError naming a parameter (see `exactness`; a sunset must not change in time), agents, low, high or from.
 */
export function absorption(given: SomeParameters, agents: number, counts: AbsorptionCounts = {}): number {
  const p = checkChain(given, agents);
  const {low = 0, high = agents, from = firstCount(p, agents)} = counts;
  checkWhole("low", low, 0, agents - 1);
  checkWhole("high", high, low + 1, agents);
  checkWhole("from", from, low, high);
  const {up, down} = logChainRates(p, agents, constantPressure(p));
  let term = 0;
  let below = -Infinity;
  let above = -Infinity;
  for (let j = low; j < high; ++j) {
    if (j > low) term += down[j]! - up[j]!;
    if (j < from) below = logAdd(below, term);
    else above = logAdd(above, term);
  }
  return 1 / (1 + Math.exp(above - below));
}

/**
 * `absorption` for every start from `low` to `high`, in that order: two passes over the chain for all of them.
 *
 * @throws RangeError as `absorption`.
 */
export function absorptionCurve(
  given: SomeParameters,
  agents: number,
  {low = 0, high = agents}: Omit<AbsorptionCounts, "from"> = {}
): Float64Array {
  const p = checkChain(given, agents);
  checkWhole("low", low, 0, agents - 1);
  checkWhole("high", high, low + 1, agents);
  const {up, down} = logChainRates(p, agents, constantPressure(p));
  const below = new Float64Array(high - low + 1).fill(-Infinity);
  const above = new Float64Array(high - low + 1).fill(-Infinity);
  const term = new Float64Array(high - low);
  for (let i = 0; i < term.length; ++i) {
    if (i > 0) term[i] = term[i - 1]! + down[low + i]! - up[low + i]!;
    below[i + 1] = logAdd(below[i]!, term[i]!);
  }
  for (let i = term.length - 1; i >= 0; --i) above[i] = logAdd(above[i + 1]!, term[i]!);
  return below.map((sum, i) => 1 / (1 + Math.exp(above[i]! - sum)));
}

/** Counts of agents: where to begin (`initialShare` of all by default), and where to arrive. */
export interface PassageCounts {
  from?: number;
  to: number;
}

/**
 * The mean number of years until the chain of `agents` first has `to` agents on the new platform, begun with `from`. ∞
 * above 1.8e308; for those see `logFirstPassage`. Relative error about 1e-10 at 1,000 agents.
 *
 * @throws RangeError naming a parameter (see `exactness`; a sunset must not change in time), agents, from or to.
 */
export function firstPassage(given: SomeParameters, agents: number, counts: PassageCounts): number {
  return Math.exp(logFirstPassage(given, agents, counts));
}

/**
 * The natural logarithm of `firstPassage`, −∞ where `from` is `to`. The mean time τ(n) from n to n + 1 obeys
 * τ(n) = (1 + down(n)·τ(n − 1)) / up(n), and times add; all terms are positive, so that logarithms lose nothing.
 */
export function logFirstPassage(given: SomeParameters, agents: number, counts: PassageCounts): number {
  const p = checkChain(given, agents);
  const {from = firstCount(p, agents), to} = counts;
  checkWhole("from", from, 0, agents);
  checkWhole("to", to, 0, agents);
  const rates = logChainRates(p, agents, constantPressure(p));
  return from <= to ? climb(rates, from, to) : climb(mirrored(rates), agents - from, agents - to);
}

function climb({up, down}: ChainRates, from: number, to: number): number {
  let step = -Infinity;
  let sum = -Infinity;
  for (let n = 0; n < to; ++n) {
    step = n === 0 ? -up[0]! : logAdd(-up[n]!, down[n]! - up[n]! + step);
    if (n >= from) sum = logAdd(sum, step);
  }
  return sum;
}

/** The chain that counts the agents on the old platform. */
function mirrored({up, down}: ChainRates): ChainRates {
  return {up: down.toReversed(), down: up.toReversed()};
}
