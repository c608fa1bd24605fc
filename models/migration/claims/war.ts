import {outcome, planTrajectory} from "../interventions.js";
import {criticalCoupling, fixedPoints, miseryThreshold, spinodal, timeTo} from "../meanField.js";
import {holdoutEffect} from "../misery.js";
import {checkParameters, type SomeParameters} from "../parameters.js";
import {coupling, newPayoff, oldPayoff} from "../payoff.js";
import {withCoupling} from "../withCoupling.js";
import type {MigrationClaim} from "./claim.js";
import {test} from "./claim.js";
import {costs, couplings, digits, pairs, span, text, time, war, yearsText} from "./ranges.js";

const file = "models/migration/claims/war.ts";

/** A crowd: coupling and switching cost. */
type Crowd = [J: number, cost: number];

const slowCouplings = [2, 3, 4, 6];
const slowCosts = [1, 1.25, 1.5];
const crowds = (): Crowd[] => pairs(slowCouplings, slowCosts);
const crowdsText = `12 crowds: J ${span(slowCouplings)}, k ${span(slowCosts)}`;
const crowdOf = (p: SomeParameters): Crowd => [coupling(p), checkParameters(p).switchingCost];

/** T90, in years, of a crowd whose advantage is so far past the tipping point; ∞ if nine in ten never come. */
export function yearsPastTipping([J, cost]: Crowd, excess: number): number {
  const edge = spinodal(war(0, J, cost));
  return edge ? timeTo(war(edge[1] + excess, J, cost), 0.9) : 0;
}

/** How T90 grows as the tipping point is approached: the slope of its logarithm over that of the excess. */
export function bottleneckExponent(crowd: Crowd): number {
  return Math.log10(yearsPastTipping(crowd, 0.005) / yearsPastTipping(crowd, 0.0005));
}

/** The number of places where a crowd can come to rest. */
export function restingPlaces(p: SomeParameters): number {
  return fixedPoints(p).filter((point) => point.stable).length;
}

/** What hangs on the outcome for one user, in utility a year: winning against losing, on either side together. */
export function stakes(p: SomeParameters): number {
  return newPayoff(p, 1) - newPayoff(p, 0) + oldPayoff(p, 0) - oldPayoff(p, 1);
}

/** How wide the range of advantages is in which history decides. */
function undecided(p: SomeParameters): number {
  const edge = spinodal(p);
  return edge ? edge[1] - edge[0] : 0;
}

/** What the whole war costs the average user in 40 years, at a coupling. */
function warLoss(J: number): number {
  const p = withCoupling({}, J);
  return outcome(p, planTrajectory(p, {}, {step: 0.25})).loss;
}

/** The coupling, to a tenth, at which the default war costs most. */
function costliest(): number {
  const all = Array.from({length: 41}, (_, i) => 2 + i / 10);
  const loss = all.map(warLoss);
  return all[loss.indexOf(Math.max(...loss))]!;
}

const free = [-1, -0.5, 0, 0.5, 1, 1.5];
const rising = couplings.slice(1).map((J, i): [low: number, high: number] => [couplings[i]!, J]);

/** Claims about what makes a war, and how long it lasts. */
export const warClaims: readonly MigrationClaim[] = [
  {
    id: "prolonged",
    number: 6,
    title: "Wars are prolonged",
    claim: "Such wars drag on, and could go on for ever",
    tests: [
      test<Crowd>({
        says: "A tenth past its tipping point a war takes more than twice as long as 1 past it",
        range: crowdsText,
        points: crowds,
        holds: (crowd) => yearsPastTipping(crowd, 0.1) > 2 * yearsPastTipping(crowd, 1),
        here: crowdOf
      }),
      test<Crowd>({
        says: "Close to it the time grows as one over the square root of what is left (exponent −0.45 to −0.55)",
        range: crowdsText,
        points: crowds,
        holds: (crowd) => Math.abs(bottleneckExponent(crowd) + 0.5) < 0.05
      }),
      test<Crowd>({
        says: "Short of it the war is never won",
        range: crowdsText,
        points: crowds,
        holds: (crowd) => yearsPastTipping(crowd, -0.1) === Infinity
      })
    ],
    evidence: () => ({
      tipping: digits(spinodal()![1]),
      years: time(timeTo({}, 0.9)),
      stuck: time(timeTo({advantage: 0.75}, 0.9, {within: 400})),
      fast: time(timeTo({advantage: 1.5}, 0.9)),
      exponent: digits(bottleneckExponent([3, 1]), 3)
    }),
    computed: (e) =>
      `tips at Δq = ${text(e.tipping, 3)}; nine in ten after ${yearsText(e.years)} at Δq = 1, ${yearsText(e.fast)} at 1.5, ${e.stuck} at 0.75`,
    note: (e) =>
      `Past the tipping point the crowd has to pass a bottleneck; the time goes as a power ${text(e.exponent)} of the distance. The nearer the race, the longer.`,
    code: {file, name: "yearsPastTipping"},
    page: "tipping",
    parameters: {}
  },
  {
    id: "network-effects",
    number: 7,
    title: "No war without network effects",
    claim: "Holy wars are always about platforms with network effects",
    tests: [
      test<SomeParameters>({
        says: "With J = 0 there is one place to rest",
        range: `Δq ${text(-1, 0)} to 1.5, k ${span(costs)}`,
        points: () => pairs(free, costs).map(([advantage, cost]) => war(advantage, 0, cost)),
        holds: (p) => restingPlaces(p) === 1,
        here: (p) => withCoupling(p, 0)
      }),
      test<SomeParameters>({
        says: "With J = 0 nobody’s choice touches anybody, and a better platform makes no adopter worse off",
        range: `Δq 0 to 1.5, k ${span(costs)}`,
        points: () =>
          pairs(
            free.filter((d) => d >= 0),
            costs
          ).map(([advantage, cost]) => war(advantage, 0, cost)),
        holds: (p) => holdoutEffect(p, 0.5).net === 0 && miseryThreshold(p) <= 0,
        here: (p) => ({...withCoupling(p, 0), advantage: Math.abs(checkParameters(p).advantage)})
      }),
      test<number>({
        says: "A tipping point appears at J_c, and not before",
        range: `k ${span(costs)}, a hundredth either side of J_c`,
        points: () => costs,
        holds(cost) {
          const critical = criticalCoupling({switchingCost: cost});
          return undecided(war(0, critical * 0.99, cost)) === 0 && undecided(war(0, critical * 1.01, cost)) > 0;
        },
        here: (p) => checkParameters(p).switchingCost
      })
    ],
    evidence: () => ({critical: digits(criticalCoupling(), 5), free: restingPlaces(war(1, 0))}),
    computed: (e) => `no tipping point below J = ${text(e.critical, 4)}`,
    note: () =>
      "With J = 0 people choose by taste and advantage, side by side and in peace. It takes more than a little network effect: below J_c, which rises with noise and falls with the cost of switching, both platforms share the crowd.",
    code: {file, name: "restingPlaces"},
    page: "tipping",
    parameters: {}
  },
  {
    id: "stakes",
    number: 8,
    title: "The stakes grow with J",
    claim: "The more encompassing a platform, the more it matters to convert others",
    tests: [
      test<[number, number]>({
        says: "Winning against losing is worth more to a user at a greater J",
        range: `J ${span(couplings)}, each against the next`,
        points: () => rising,
        holds: ([low, high]) => stakes(war(1, high)) > stakes(war(1, low)),
        here: (p) => [coupling(p), coupling(p) + 0.1]
      }),
      test<[number, number]>({
        says: "History decides over a wider range of advantages",
        range: `J ${span(couplings)}, each against the next, k ${span(costs)}`,
        points: () => rising,
        holds: ([low, high]) => costs.every((k) => undecided(war(0, high, k)) > undecided(war(0, low, k)))
      })
    ],
    evidence: () => {
      const worst = costliest();
      return {stakes: digits(stakes({})), worst, worstLoss: digits(warLoss(worst)), most: digits(warLoss(6))};
    },
    computed: (e) => `2J hangs on the outcome: ${text(e.stakes)} a year for one user of either side`,
    note: (e) =>
      `The stakes grow, but what a war costs does not for ever: the default war is dearest at J = ${text(e.worst, 1)} (${text(e.worstLoss, 1)} per user in 40 years) and costs ${text(e.most, 1)} at J = 6, where hardly anybody takes it up.`,
    code: {file, name: "stakes"},
    page: "tipping",
    parameters: {}
  }
];
