import {preferential} from "../ecosystem.js";
import {
  crossing,
  feasibleThresholds,
  type NamedPlan,
  outcome,
  type Plan,
  plans,
  planTrajectory,
  playPlan
} from "../interventions.js";
import {rootBetween} from "../numerics.js";
import {checkParameters, type SomeParameters} from "../parameters.js";
import {newPayoff, oldPayoff} from "../payoff.js";
import {trajectory} from "../trajectory.js";
import type {MigrationClaim} from "./claim.js";
import {test} from "./claim.js";
import {digits, pairs, span, text, war, yearsText} from "./ranges.js";

const file = "models/migration/claims/remedies.ts";

/** Wars on a graph of dependencies in which a few packages are depended on by many. */
const network = {size: 400, links: 2, seed: "commanding heights"};
const seeds = 80;

/** A mean over seeds and its standard error. */
export interface Mean {
  mean: number;
  error: number;
}

const graph = preferential(network);

/** Years until half have moved, over seeds; 40 where they have not by then. */
export function halfway(given: SomeParameters, plan: Plan): Mean {
  const all = Array.from({length: seeds}, (_, seed) =>
    Math.min(40, crossing(playPlan(given, plan, {graph, seed: `hubs ${seed}`, years: 40, step: 0.25}), 0.5))
  );
  const mean = all.reduce((a, b) => a + b) / seeds;
  const variance = all.reduce((a, b) => a + (b - mean) ** 2, 0) / (seeds - 1);
  return {mean, error: Math.sqrt(variance / seeds)};
}

/** Advantage and weight of dependencies of wars that are won in the end. */
const gated: [advantage: number, dependencyWeight: number][] = [
  [1.5, 1],
  [2, 1],
  [2, 2],
  [2.5, 2]
];
const known = new Map<string, Mean>();

/** As `halfway`, once for each war and plan: several tests ask for the same. */
function halfwayOf([advantage, dependencyWeight]: [number, number], {id, plan}: NamedPlan): Mean {
  const key = `${advantage} ${dependencyWeight} ${id}`;
  if (!known.has(key)) known.set(key, halfway({advantage, dependencyWeight}, plan));
  return known.get(key)!;
}

const stock = plans();
const planOf = (id: string) => stock.find((d) => d.id === id)!;

/** By how many standard errors starting with the hubs is sooner than starting with anybody. */
export function hubsAhead(point: [number, number]): number {
  const any = halfwayOf(point, planOf("none"));
  const hubs = halfwayOf(point, planOf("hubs"));
  return (any.mean - hubs.mean) / Math.hypot(any.error, hubs.error, 1e-9);
}

/** The share that leaves the platforms within 40 years for a third one of so much worth. */
export function leavers(p: SomeParameters, exitValue: number): number {
  return trajectory({...p, exitValue}, {step: 1}).gone.at(-1)!;
}

/** The worth of a platform, as good as the old one, that nobody else uses. */
export function worthAlone(p: SomeParameters): number {
  return oldPayoff({...p, shimOld: 0}, 1);
}

/** The highest interval of thresholds at which a pledge fires, if it asks for more than half. */
export function pledgeForMost(p: SomeParameters): [low: number, high: number] | null {
  const high = feasibleThresholds(p).at(-1)!;
  return high[1] > 0.5 ? high : null;
}

/** Whether a pledge at the middle of that interval carries the crowd over. */
function pledgeWins(p: SomeParameters): boolean {
  const most = pledgeForMost(p);
  if (!most) return false;
  const threshold = (most[0] + most[1]) / 2;
  return outcome(p, planTrajectory(p, {pledge: {threshold}}, {step: 0.5})).T90 < 5;
}

const asked = [0.25, 0.5, 0.75, 1, 1.25, 1.5];
const pledged = [2, 3, 4];
const asks = () => pairs(asked, pledged).map(([advantage, J]) => war(advantage, J));
const asksText = `Δq ${span(asked)}, J ${span(pledged)}`;
const left = [0.5, 0.75, 1, 1.5];
const exits = () => pairs(left, pledged).map(([advantage, J]) => war(advantage, J));
const exitText = `Δq ${span(left)}, J ${span(pledged)}`;
/** Worse than the old platform was with everybody on it, by a tenth. */
const nearly = (p: SomeParameters) => oldPayoff(p, 0) - 0.1;
const interval = (list: readonly number[]) => list.map((d) => d.toFixed(3)).join(" to ");

/** Claims about remedies, and about walking away. */
export const remedyClaims: readonly MigrationClaim[] = [
  {
    id: "commanding-heights",
    number: 12,
    title: "Commanding heights first",
    claim: "Starting from the commanding heights may be the single most effective strategy",
    tests: [
      test<[number, number]>({
        says: "Starting with the hubs is sooner than starting with anybody, by more than 3 standard errors",
        range: `4 wars of 400 on a graph with hubs: Δq 1.5 to 2.5, γ 1 to 2, ${seeds} seeds`,
        points: () => gated,
        holds: (point) => hubsAhead(point) > 3
      }),
      test<[number, number]>({
        says: "No other measure of the stock is sooner",
        range: "the same wars; a believed date, a shim for adopters, a pledge, a subsidy",
        points: () => gated,
        holds: (point) =>
          ["believed", "shimNew", "pledge", "subsidy"].every(
            (id) => halfwayOf(point, planOf(id)).mean >= halfwayOf(point, planOf("hubs")).mean
          )
      })
    ],
    evidence: () => ({
      any: digits(halfwayOf([2, 2], planOf("none")).mean, 3),
      hubs: digits(halfwayOf([2, 2], planOf("hubs")).mean, 3),
      error: digits(halfwayOf([2, 2], planOf("none")).error, 2),
      hubsError: digits(halfwayOf([2, 2], planOf("hubs")).error, 2),
      date: digits(halfwayOf([2, 2], planOf("believed")).mean, 3),
      least: digits(Math.min(...gated.map(hubsAhead)), 3)
    }),
    computed: (e) =>
      `half moved after ${text(e.hubs, 1)} ± ${text(e.hubsError, 1)} years from the hubs, ${text(e.any, 1)} ± ${text(e.error, 1)} from anywhere (Δq = 2, γ = 2)`,
    note: (e) =>
      `As many first movers, chosen for how many depend on them. It is sooner in every war (by at least ${text(e.least, 1)} standard errors) and costs nothing more. A date that is believed, which takes an authority, is sooner still: ${yearsText(e.date)}.`,
    code: {file, name: "hubsAhead"},
    page: "wall",
    parameters: {}
  },
  {
    id: "assurance",
    number: 13,
    title: "Assurance contracts work",
    claim: "An assurance contract might bring the crowd over",
    tests: [
      test<SomeParameters>({
        says: "Some pledge of more than half fires",
        range: asksText,
        needs: "some",
        points: asks,
        holds: (p) => pledgeForMost(p) !== null,
        here: (p) => p
      }),
      test<SomeParameters>({
        says: "Where one fires, nine in ten have moved within five years",
        range: asksText,
        points: () => asks().filter((p) => pledgeForMost(p) !== null),
        holds: pledgeWins
      })
    ],
    evidence() {
      const of = (advantage: number) => feasibleThresholds({advantage});
      return {
        at50: of(0.5).map(interval).join(" and "),
        at75: of(0.75).map(interval).join(" and "),
        at100: of(1).map(interval).join(" and "),
        least: digits(leastPledged(), 3)
      };
    },
    computed: (e) =>
      `at Δq = 0.75 a pledge fires for a threshold of ${e.at75}; at 1 of ${e.at100}; at 0.5 of ${e.at50}`,
    note: (e) =>
      `A pledge has to ask for enough to make it worth while and not for so much that it cannot be had. Below Δq = ${text(e.least)} no pledge of more than half fires. It wins wars that would be stuck, and the low interval moves hardly anybody.`,
    code: {file, name: "pledgeForMost"},
    page: "ending",
    parameters: {}
  },
  {
    id: "exit",
    number: 14,
    title: "Exit is hollow",
    claim: "The option to leave for something else is often a hollow one",
    tests: [
      test<SomeParameters>({
        says: "For a platform that nobody else uses, fewer than one in twenty leave in 40 years",
        range: exitText,
        points: exits,
        holds: (p) => leavers(p, worthAlone(p)) < 0.05,
        here: (p) => p
      }),
      test<SomeParameters>({
        says: "Fewer than half leave for one worth a little less than the old platform was when whole",
        range: exitText,
        points: exits,
        holds: (p) => leavers(p, nearly(p)) < 0.5,
        here: (p) => p
      })
    ],
    evidence: () => ({
      alone: digits(leavers({}, worthAlone({})), 2),
      half: digits(rootBetween((v) => leavers({}, v) - 0.5, worthAlone({}), newPayoff({}, 1))),
      old: digits(oldPayoff({}, 0)),
      peak: digits(Math.max(...trajectory({exitValue: checkParameters().quality}, {step: 0.5}).gone), 2)
    }),
    computed: (e) =>
      `half leave for a platform worth ${text(e.half)} a year, though the old one, whole, is worth ${text(e.old)}`,
    note: (e) =>
      `Nothing that stands alone tempts anybody (${text(typeof e.alone === "number" ? 100 * e.alone : e.alone, 1)} % leave). But the war makes leaving look good: at its height ${text(typeof e.peak === "number" ? 100 * e.peak : e.peak, 0)} % are away on something worth less than either platform whole, and most come back when it is over.`,
    code: {file, name: "leavers"},
    page: "wars",
    parameters: {exitValue: 1}
  }
];

/** The least advantage, to about a thousandth, from which a pledge of more than half fires in the default war. */
function leastPledged(): number {
  let [low, high] = [0, 1];
  while (high - low > 1e-3) {
    const middle = (low + high) / 2;
    if (pledgeForMost({advantage: middle})) high = middle;
    else low = middle;
  }
  return high;
}
