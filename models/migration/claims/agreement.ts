import {rootBetween} from "../numerics.js";
import type {SomeParameters} from "../parameters.js";
import {coupling, welfare} from "../payoff.js";
import type {MigrationClaim} from "./claim.js";
import {test} from "./claim.js";
import {type At, digits, pairs, shares, text, war, wars, warsText} from "./ranges.js";

const file = "models/migration/claims/agreement.ts";

/** What an even split costs against everybody on the old, worse platform, in utility a year: W(0) − W(½). */
export function splitAgainstWorse(p: SomeParameters): number {
  return welfare(p, 0) - welfare(p, 0.5);
}

/** What a crowd split at a share lacks to as large a crowd that is whole, here and there: xW(1) + (1 − x)W(0) − W(x). */
export function splitDeficit([p, share]: At): number {
  return share * welfare(p, 1) + (1 - share) * welfare(p, 0) - welfare(p, share);
}

/** The coupling at which an even split is as good as agreeing on the worse platform. */
function couplingForAgreement(advantage: number): number {
  return rootBetween((J) => splitAgainstWorse(war(advantage, J)), 1e-6, 50);
}

/** Claims about agreeing. */
export const agreementClaims: readonly MigrationClaim[] = [
  {
    id: "agree-first",
    number: 1,
    title: "Agreeing beats choosing well",
    claim: "What matters is less to make the good decision than to make the same one",
    tests: [
      test<SomeParameters>({
        says: "Everybody on the worse platform is better than half on each",
        range: warsText,
        points: wars,
        holds: (p) => splitAgainstWorse(p) > 0,
        here: (p) => p
      })
    ],
    evidence: () => ({
      threshold: digits(couplingForAgreement(1)),
      coupling: coupling({}),
      split: digits(splitAgainstWorse({})),
      wrong: digits(welfare({}, 1) - welfare({}, 0))
    }),
    computed: (e) => `true where J > ${text(e.threshold)} at Δq = 1; the default war has J = ${text(e.coupling)}`,
    note: (e) =>
      `The condition is J > Δq. In the default war choosing wrong together costs ${text(e.wrong)} a year, and half on each ${text(e.split)} more than that. For a platform whose users hardly need each other, choosing well comes first.`,
    code: {file, name: "splitAgainstWorse"},
    page: "wars",
    parameters: {}
  },
  {
    id: "two-halves",
    number: 2,
    title: "Two halves are less than a whole",
    claim: "Two half-communities add up to less than one whole",
    tests: [
      test<At>({
        says: "A split crowd has less than two whole crowds of the same sizes would",
        range: `${warsText}, at nine shares`,
        points: () => pairs(wars(), shares),
        holds: (at) => splitDeficit(at) > 0,
        here: (p) => [p, 0.5]
      })
    ],
    evidence: () => ({deficit: digits(splitDeficit([{}, 0.5])), coupling: coupling({})}),
    computed: (e) => `an even split lacks ${text(e.deficit)} a year, J/2; always above 0 for J > 0`,
    note: () =>
      "Exactly 2Jx(1 − x) is missing at share x. It is the curvature of welfare: whatever the two platforms are like, the best is at one of the two ends.",
    code: {file, name: "splitDeficit"},
    page: "wars",
    parameters: {}
  }
];
