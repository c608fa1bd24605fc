import type {Definition} from "../../about/claims.js";
import type {SomeParameters} from "../parameters.js";

/** How a claim about platform wars fares. */
export type Standing = "holds" | "holds in part" | "fails";

/** At how many points of its range a test has to come out as claimed: “all”, more than half, or at least one. */
export type Needs = "all" | "most" | "some";

/** A condition on a sign or a threshold, with the range on which it is tried. */
export interface Test {
  /** What has to be so. */
  says: string;
  /** Where it is tried, in words. */
  range: string;
  needs: Needs;
  /** Tries every point of the range. */
  run(): {held: number; of: number};
  /** Whether it is so in one war; null where that takes too long to ask at every move of a slider. */
  here: ((p: SomeParameters) => boolean) | null;
}

export interface TestParts<Point> {
  says: string;
  range: string;
  needs?: Needs;
  points: () => readonly Point[];
  holds: (point: Point) => boolean;
  /** The point that stands for a war; left out where the test takes long. */
  here?: (p: SomeParameters) => Point;
}

/** A test from its parts. */
export function test<Point>({says, range, needs = "all", points, holds, here}: TestParts<Point>): Test {
  return {
    says,
    range,
    needs,
    run() {
      const all = points();
      if (all.length === 0) throw new RangeError("points has 0 entries, but must have at least 1");
      return {held: all.filter(holds).length, of: all.length};
    },
    here: here ? (p) => holds(here(p)) : null
  };
}

/** Numbers and words that a claim rests on; a time that never comes is “never”. */
export type Evidence = Record<string, number | string>;

/** A claim of the source about platform wars, and how it is put to the test. */
export interface MigrationClaim {
  /** Short, lasting, in words joined by hyphens. */
  id: string;
  /** Its place among the fourteen. */
  number: number;
  /** A few words, for a chart. */
  title: string;
  /** What the source says, in our words. */
  claim: string;
  tests: readonly Test[];
  evidence: () => Evidence;
  /** The sign or threshold found, in one line; of the evidence. */
  computed: (evidence: Evidence) => string;
  note: (evidence: Evidence) => string;
  code: Definition;
  /** The page that shows it at length, and what to set there. */
  page: "wars" | "tipping" | "bitcreep" | "ending" | "wall" | "real";
  parameters: Readonly<Record<string, number>>;
}

/** A test and how it came out. */
export interface TestResult {
  says: string;
  range: string;
  needs: Needs;
  held: number;
  of: number;
  passes: boolean;
}

/** A claim, judged: a row of data/migration/claims.json. */
export interface MigrationClaimRow {
  id: string;
  number: number;
  title: string;
  claim: string;
  tests: TestResult[];
  evidence: Evidence;
  computed: string;
  verdict: Standing;
  note: string;
  /** The line that computes the sign or threshold, such as `models/migration/claims/war.ts#L42`. */
  code: string;
  page: string;
  parameters: Record<string, number>;
}

/** Whether so many points of so many are enough. */
export function passes(needs: Needs, held: number, of: number): boolean {
  if (needs === "all") return held === of;
  return needs === "most" ? 2 * held > of : held > 0;
}

/** A claim holds if all of its tests pass, fails if none does, and else holds in part. */
export function standing(results: readonly {passes: boolean}[]): Standing {
  if (results.length === 0) throw new RangeError("results has 0 entries, but must have at least 1");
  const passed = results.filter((d) => d.passes).length;
  return passed === results.length ? "holds" : passed === 0 ? "fails" : "holds in part";
}

/** Runs the tests of a claim. */
export function results({tests}: Pick<MigrationClaim, "tests">): TestResult[] {
  return tests.map(({says, range, needs, run}) => {
    const {held, of} = run();
    return {says, range, needs, held, of, passes: passes(needs, held, of)};
  });
}

/**
 * Computes a claim and judges it. `line` finds the line of a definition, or throws.
 *
 * @throws RangeError when a number of the evidence is not finite.
 */
export function judgeMigration(claim: MigrationClaim, line: (code: Definition) => number): MigrationClaimRow {
  const tests = results(claim);
  const evidence = claim.evidence();
  for (const [name, value] of Object.entries(evidence))
    if (typeof value === "number" && !Number.isFinite(value))
      throw new RangeError(`evidence.${name} is ${value}, but must be finite or a text`);
  return {
    id: claim.id,
    number: claim.number,
    title: claim.title,
    claim: claim.claim,
    tests,
    evidence,
    computed: claim.computed(evidence),
    verdict: standing(tests),
    note: claim.note(evidence),
    code: `${claim.code.file}#L${line(claim.code)}`,
    page: claim.page,
    parameters: {...claim.parameters}
  };
}
