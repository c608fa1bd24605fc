import {checkNumber} from "../check.js";

/** Where a number is computed: a file of the project and the name that is defined in it. */
export interface Definition {
  file: string;
  name: string;
}

interface ClaimBase {
  /** Short, lasting, in words joined by hyphens. */
  id: string;
  /** What the source says, in our words; short enough to label a chart. */
  claim: string;
  /** Which part of which source says so. */
  source: string;
  /** The heading under which the claim stands. */
  group: string;
  /** Why the two figures agree or do not; a function where it quotes computed numbers. */
  note: string | (() => string);
}

/** A published number, and the function that computes it. */
export interface NumberClaim extends ClaimBase {
  published: number;
  /** What the number counts: it is printed before or after it. */
  unit: "$" | "%" | "flips" | "";
  /** Most by which the two may differ: half a unit of the last digit that was printed. */
  within: number;
  compute: () => number;
  code: Definition;
}

/** Published words or several numbers at once, and a function that says what holds in their place. */
export interface TextClaim extends ClaimBase {
  published: string;
  compute: () => {text: string; agrees: boolean};
  code: Definition;
}

/** Something that cannot be computed here; the note says why. */
export interface OpenClaim extends ClaimBase {
  published: number | string;
}

export type Claim = NumberClaim | TextClaim | OpenClaim;

export type Verdict = "reproduces" | "differs" | "cannot be computed";

/** A row of the table of claims, as it is published. */
export interface ClaimRow {
  id: string;
  group: string;
  claim: string;
  source: string;
  published: number | string;
  /** Null when it cannot be computed. */
  computed: number | string | null;
  /** What a number counts: "$", "%", "flips" or nothing. */
  unit: string;
  verdict: Verdict;
  /** The line that computes it, such as `models/kelly/value.ts#L42`; null when nothing does. */
  code: string | null;
  note: string;
}

/** The line, counted from 1, on which a text of TypeScript defines a function or a constant at its top level. */
export function definitionLine(text: string, name: string): number {
  const start = new RegExp(`^(?:export )?(?:function|const|class) ${name}\\b`);
  const line = text.split(/\r?\n/).findIndex((d) => start.test(d));
  if (line < 0)
    throw new RangeError(`name is ${JSON.stringify(name)}, but must be defined at the top level of the text`);
  return line + 1;
}

/** Whether a computed number is the published one to the digits that were printed. */
export function agrees(published: number, computed: number, within: number): boolean {
  checkNumber("computed", computed, "a finite number");
  // Rounding must not decide a case that lies on the edge of the last digit.
  return Math.abs(computed - published) <= within * (1 + 1e-9);
}

/**
 * Computes a claim and judges it. `line` finds the line of a definition, or throws.
 *
 * @throws RangeError when a computed number is not finite.
 */
export function judge(claim: Claim, line: (code: Definition) => number): ClaimRow {
  const {id, group, source, published} = claim;
  const note = typeof claim.note === "function" ? claim.note() : claim.note;
  const row = {id, group, claim: claim.claim, source, published, note};
  if (!("compute" in claim)) return {...row, computed: null, unit: "", verdict: "cannot be computed", code: null};
  const code = `${claim.code.file}#L${line(claim.code)}`;
  if ("within" in claim) {
    const computed = claim.compute();
    const verdict = agrees(claim.published, computed, claim.within) ? "reproduces" : "differs";
    return {...row, computed: Number(computed.toPrecision(9)), unit: claim.unit, verdict, code};
  }
  const {text, agrees: same} = claim.compute();
  return {...row, computed: text, unit: "", verdict: same ? "reproduces" : "differs", code};
}
