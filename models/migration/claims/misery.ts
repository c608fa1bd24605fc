import {miseryThreshold} from "../meanField.js";
import {adopterBalance, holdoutBreakEven, holdoutEffect, misery, miseryEnd} from "../misery.js";
import {checkParameters, type SomeParameters} from "../parameters.js";
import type {MigrationClaim} from "./claim.js";
import {test} from "./claim.js";
import {type At, digits, pairs, shares, text, time, wars, warsText, yearsText} from "./ranges.js";

const file = "models/migration/claims/misery.ts";

/** Whether adopters are worse off than without the new platform just below the threshold, and not just above it. */
export function miseryTurns(p: SomeParameters): boolean {
  const at = miseryThreshold(p);
  const hair = 1e-6;
  const gain = (share: number) => adopterBalance(p, share).total;
  const below = at <= 0 || gain(Math.max(0, at - hair)) < 0;
  const above = at >= 1 || gain(Math.min(1, at + hair)) > 0;
  return below && above;
}

/** The misery threshold without bitcreep. */
export function thresholdWithout(p: SomeParameters): number {
  return miseryThreshold({...p, bitcreep: 0});
}

/** Whether a holdout costs adopters more at this share than it is worth to the other holdouts. */
export function costsMoreThanItGives([p, share]: At): boolean {
  return holdoutEffect(p, share).net < 0;
}

/** Claims about who suffers, and from whom. */
export const miseryClaims: readonly MigrationClaim[] = [
  {
    id: "adopters-worse-off",
    number: 3,
    title: "Adopters end up worse off",
    claim: "Early adopters may be worse off than if the new platform had never been",
    tests: [
      test<SomeParameters>({
        says: "They are below the threshold 1 − Δq/(ν + ρ + κ(1 − σ_N)), and are not above it",
        range: `${warsText}, with shims for adopters of 0, ½ and 1`,
        points: () => pairs(wars(), [0, 0.5, 1]).map(([p, shimNew]) => ({...p, shimNew})),
        holds: miseryTurns,
        here: (p) => p
      }),
      test<SomeParameters>({
        says: "The first adopters are worse off",
        range: warsText,
        points: wars,
        holds: (p) => adopterBalance(p, checkParameters(p).initialShare).total < 0,
        here: (p) => p
      })
    ],
    evidence: () => ({
      threshold: digits(miseryThreshold()),
      year: time(miseryEnd().year),
      first: digits(adopterBalance({}, checkParameters().initialShare).total)
    }),
    computed: (e) => `worse off below x = ${text(e.threshold, 3)}, for ${yearsText(e.year)}`,
    note: (e) =>
      `The first adopters of the default war have ${text(e.first)} a year against the world without the new platform.`,
    code: {file, name: "miseryTurns"},
    page: "bitcreep",
    parameters: {}
  },
  {
    id: "bitcreep-it-is",
    number: 4,
    title: "Bitcreep, not a lost network",
    claim: "It is bitcreep, and not lost network effects alone, that leaves adopters worse off",
    tests: [
      test<SomeParameters>({
        says: "Bitcreep widens the range of shares at which adopters are worse off",
        range: warsText,
        points: wars,
        holds: (p) => miseryThreshold(p) > thresholdWithout(p),
        here: (p) => p
      }),
      test<SomeParameters>({
        says: "Without bitcreep no adopter is worse off",
        range: warsText,
        points: wars,
        holds: (p) => thresholdWithout(p) <= 0,
        here: (p) => p
      })
    ],
    evidence: () => ({
      with: digits(miseryThreshold()),
      without: digits(thresholdWithout({})),
      lost: digits(misery()),
      lostWithout: digits(misery({bitcreep: 0}))
    }),
    computed: (e) => `worse off below x = ${text(e.with, 3)} with bitcreep, and below ${text(e.without, 3)} without`,
    note: (e) =>
      `A lost network and bitrot are enough while ν + ρ > Δq. But bitcreep makes it long: over the default war adopters lose ${text(e.lost)} per user, and ${text(e.lostWithout)} without it.`,
    code: {file, name: "thresholdWithout"},
    page: "bitcreep",
    parameters: {bitcreep: 0}
  },
  {
    id: "holdouts-cost-others",
    number: 5,
    title: "Holdouts’ costs fall on others",
    claim: "Almost all of what holding out costs is borne by others",
    tests: [
      test<At>({
        says: "A holdout takes something from adopters",
        range: `${warsText}, at nine shares`,
        points: () => pairs(wars(), shares),
        holds: ([p, share]) => holdoutEffect(p, share).toAdopters < 0,
        here: (p) => [p, 0.5]
      }),
      test<At>({
        says: "It takes more from adopters than it gives to the other holdouts",
        range: `${warsText}, at nine shares`,
        points: () => pairs(wars(), shares),
        holds: costsMoreThanItGives,
        here: (p) => [p, 0.25]
      })
    ],
    evidence: () => ({
      even: digits(holdoutBreakEven()),
      early: digits(holdoutEffect({}, 0.25).net),
      late: digits(holdoutEffect({}, 0.75).net)
    }),
    computed: (e) => `a net cost above x = ${text(e.even)}, a net gain below`,
    note: (e) =>
      `To adopters a holdout costs Jx, but it is worth J(1 − x) to those who stayed with it. With a quarter moved the others are ${text(e.early)} a year better off for it, with three quarters ${text(typeof e.late === "number" ? -e.late : e.late)} worse.`,
    code: {file, name: "costsMoreThanItGives"},
    page: "bitcreep",
    parameters: {}
  }
];
