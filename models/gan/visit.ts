import {checkWhole} from "../check.js";
import {type Lineage, lineageText, longestLineage, parseLineage} from "./lineage.js";

/** The last seed; after it comes the first again. */
export const lastSeed = 999_999_999;

/** The faces that somebody has been shown, and where they are among them. */
export interface Visit {
  /** Lineages in the order in which they were shown. */
  shown: readonly string[];
  at: number;
  /** Those that were kept. */
  kept: readonly string[];
}

/** A visit that begins with a face. @throws RangeError if the text is no lineage. */
export function beginVisit(face: string): Visit {
  return {shown: [lineageText(parseLineage(face))], at: 0, kept: []};
}

export const faceOfVisit = ({shown, at}: Visit): string => shown[at]!;

/** Goes to a face; those after the present one are forgotten, as in a browser. */
export function goTo(visit: Visit, face: string): Visit {
  const shown = [...visit.shown.slice(0, visit.at + 1), lineageText(parseLineage(face))];
  return {...visit, shown, at: shown.length - 1};
}

/** The number of the latest face that came from a plain number: the next one is counted from there. */
function latestSeed({shown, at}: Visit): number {
  for (let i = at; i >= 0; --i) if (/^\d{1,9}$/.test(shown[i]!)) return Number(shown[i]!);
  return 0;
}

/** The face after the present one: one that was shown already, or the next seed. */
export function nextFace(visit: Visit): string {
  return visit.shown[visit.at + 1] ?? String((latestSeed(visit) % lastSeed) + 1);
}

export function goOn(visit: Visit): Visit {
  return visit.at + 1 < visit.shown.length ? {...visit, at: visit.at + 1} : goTo(visit, nextFace(visit));
}

export function goBack(visit: Visit): Visit {
  return {...visit, at: Math.max(0, visit.at - 1)};
}

/** Keeps the present face, or lets it go again. */
export function keep(visit: Visit): Visit {
  const face = faceOfVisit(visit);
  const kept = visit.kept.includes(face) ? visit.kept.filter((one) => one !== face) : [...visit.kept, face];
  return {...visit, kept};
}

/** With whom the present face has children: the one kept last, else the one shown before it, else the next seed. */
export function partnerOf(visit: Visit): string {
  const face = faceOfVisit(visit);
  const other = (faces: readonly string[]) => faces.findLast((one) => one !== face);
  return other(visit.kept) ?? other(visit.shown.slice(0, visit.at)) ?? String((latestSeed(visit) % lastSeed) + 1);
}

/** Children of two faces. @throws RangeError if one is no lineage, or the family grows too old to be written. */
export function childrenOf(a: string, b: string, count: number): string[] {
  const parents = [parseLineage(a), parseLineage(b)] as const;
  return numbered(count, (number) => ({kind: "child", parents, number}));
}

/** Mutations of a face by `amount` of a right angle. */
export function mutantsOf(face: string, amount: number, count: number): string[] {
  const of = parseLineage(face);
  return numbered(count, (number) => ({kind: "mutant", of, amount, number}));
}

function numbered(count: number, make: (number: number) => Lineage): string[] {
  return Array.from({length: checkWhole("count", count, 0, 100)}, (_, i) => {
    const text = lineageText(make(i + 1));
    if (text.length > longestLineage)
      throw new RangeError(`lineage has ${text.length} letters, but must have at most ${longestLineage}`);
    return text;
  });
}
