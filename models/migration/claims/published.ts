import type {Claim} from "../../about/claims.js";
import {criticalCoupling, spinodal, timeTo} from "../meanField.js";
import {type MigrationClaim, results, standing} from "./claim.js";

const file = "models/migration/claims/published.ts";
const essay = "Branwen 2020, “Technology Holy Wars are Coordination Problems”";
const group = "Platform wars: the fourteen claims";
const figures = "Platform wars: published figures";

/**
 * A claim of the essay as a row of Reproduction. What holds reproduces; what holds in part, or fails, differs, and the
 * note says on which tests.
 */
export function asReproduction(claim: MigrationClaim): Claim {
  const judged = () => {
    const tests = results(claim);
    return {tests, verdict: standing(tests)};
  };
  return {
    id: `war-${claim.id}`,
    group,
    claim: claim.title,
    source: essay,
    published: claim.claim,
    compute() {
      const {verdict} = judged();
      return {text: `${verdict}: ${claim.computed(claim.evidence())}`, agrees: verdict === "holds"};
    },
    code: claim.code,
    note: () => {
      const missed = judged().tests.filter((d) => !d.passes);
      const why = missed.map((d) => ` Not so: “${d.says}” (${d.held} of ${d.of}).`).join("");
      return `${claim.note(claim.evidence())}${why}`;
    }
  };
}

/** Brock and Durlauf's βJ at which a second place to rest appears, in their units: ours over 2T, with nothing to pay. */
export function criticalInTheirUnits(): number {
  return criticalCoupling({switchingCost: 0}) / 2;
}

/** The exponent of the time through the bottleneck over the distance from the tipping point. */
export function bottleneck(): number {
  const edge = spinodal()![1];
  const time = (excess: number) => timeTo({advantage: edge + excess}, 0.9);
  return Math.log10(time(5e-4) / time(5e-5));
}

/** So many of so many, in percent. */
export function percentage(part: number, whole: number): number {
  return (100 * part) / whole;
}

const ported: [
  id: string,
  when: string,
  part: number,
  whole: number,
  printed: number,
  within: number,
  where: string
][] = [
  ["2013-01", "January 2013", 103, 200, 51, 0.5, "begg.digital 2014, Python 3 readiness"],
  ["2014-01", "January 2014", 138, 200, 69, 0.5, "begg.digital 2014, Python 3 readiness"],
  ["2016-11", "November 2016", 341, 360, 94.7, 0.05, "py3readiness, results of that month"],
  ["2018-09", "September 2018", 349, 360, 96.9, 0.05, "py3readiness, results of that month"],
  ["2018-11", "November 2018", 359, 360, 99.7, 0.05, "py3readiness, results of that month"]
];

const records: [id: string, claim: string, published: string, source: string][] = [
  ["pypi", "Python 3 had 8.7 % of the downloads in January 2016", "8.704 %", "hugovk/pypi-tools, PyPI downloads"],
  ["https", "HTTPS had half of the page loads in January 2017", "51.164 %", "Let’s Encrypt, Firefox telemetry"],
  ["git", "Git had 36 % of Eclipse’s users in 2013", "36.3 %", "Eclipse community survey"]
];

/** Figures about platform wars that others have printed. */
export const publishedFigures: readonly Claim[] = [
  {
    id: "war-critical",
    group: figures,
    claim: "A second equilibrium appears at βJ = 1",
    source: "Brock & Durlauf 2001",
    published: 1,
    unit: "",
    within: 0.0005,
    compute: criticalInTheirUnits,
    code: {file, name: "criticalInTheirUnits"},
    note: "For choices without a cost of switching. Their J is counted per head on a scale from −1 to 1, which makes their βJ our J/2T."
  },
  {
    id: "war-bottleneck",
    group: figures,
    claim: "A bottleneck is passed in r to the −½",
    source: "Strogatz 1994, ch. 4",
    published: -0.5,
    unit: "",
    within: 0.05,
    compute: bottleneck,
    code: {file, name: "bottleneck"},
    note: "The scaling law of any saddle-node bifurcation, here of T90 from 5 · 10⁻⁵ to 5 · 10⁻⁴ past the tipping point of the default war. Time spent outside the bottleneck bends it a little."
  },
  ...ported.map(
    ([id, when, part, whole, printed, within, source]): Claim => ({
      id: `ported-${id}`,
      group: figures,
      claim: `${part} of ${whole} packages ported by ${when}`,
      source,
      published: printed,
      unit: "%",
      within,
      compute: () => percentage(part, whole),
      code: {file, name: "percentage"},
      note: "The percentage from the counts printed beside it; the packages themselves cannot be counted again."
    })
  ),
  ...records.map(
    ([id, claim, published, source]): Claim => ({
      id: `record-${id}`,
      group: figures,
      claim,
      source,
      published,
      note: "A record, quoted as it was printed. What it was counted from is not kept here; Real migrations fits the whole series."
    })
  )
];
