import {checkWhole} from "../check.js";
import {random} from "../random.js";
import {classNumber, classValues} from "./classes.js";
import {faceOf} from "./faceSeed.js";
import {breed, type Latent, mutate} from "./latents.js";

/**
 * Where a face comes from: a seed, a mutation of another face, or two parents. Written as text it is all that is needed
 * to make the face again:
 *
 *     417              the face of seed 417
 *     m(417,0.25,2)    the second mutation of it, of size 0.25
 *     b(417,98,1)      the first child of 417 and 98
 */
export type Lineage =
  | {kind: "seed"; seed: string}
  | {kind: "mutant"; of: Lineage; amount: number; number: number}
  | {kind: "child"; parents: readonly [Lineage, Lineage]; number: number};

/** Longer texts are refused: a family of some ten generations. */
export const longestLineage = 1000;

/** A lineage as text. */
export function lineageText(lineage: Lineage): string {
  if (lineage.kind === "seed") return lineage.seed;
  const {number} = lineage;
  if (lineage.kind === "mutant") return `m(${lineageText(lineage.of)},${lineage.amount},${number})`;
  return `b(${lineage.parents.map(lineageText).join()},${number})`;
}

/**
 * The lineage that a text writes.
 *
 * @throws RangeError if it writes none.
 */
export function parseLineage(text: string): Lineage {
  const refuse = () => {
    const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    return new RangeError(
      `seed is "${shown}", but must be letters and digits, m(face,size,number) or b(face,face,number)`
    );
  };
  if (text.length > longestLineage) throw refuse();
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) throw refuse();
    at += found.length;
    return found;
  };
  const number = () => Number(take(/\d{1,9}/y));
  const person = (): Lineage => {
    if (!/^[mb]\(/.test(text.slice(at, at + 2))) return {kind: "seed", seed: take(/[\p{L}\p{N}_-]{1,40}/uy)};
    const kind = take(/[mb]/y);
    take(/\(/y);
    const first = person();
    take(/,/y);
    let lineage: Lineage;
    if (kind === "m") {
      const amount = Number(take(/0(\.\d{1,4})?|1(\.0{1,4})?/y));
      take(/,/y);
      lineage = {kind: "mutant", of: first, amount, number: number()};
    } else {
      const second = person();
      take(/,/y);
      lineage = {kind: "child", parents: [first, second], number: number()};
    }
    take(/\)/y);
    return lineage;
  };
  const whole = person();
  if (at !== text.length) throw refuse();
  return whole;
}

/** What a forge makes a face from. */
export interface Origin {
  latent: Latent;
  class: number;
}

/** What is there to be inherited: the numbers of a latent, and how many values each attribute has that may be asked for. */
export interface Heritage {
  latent: number;
  classes: readonly number[];
}

/**
 * The latent and the class of a lineage. A child has each number of its latent, and each value of its class, from either
 * parent. A mutation of size s turns the latent by s of a right angle and draws each value of the class anew with chance
 * s.
 */
export function originOf(lineage: Lineage, heritage: Heritage): Origin {
  const {classes} = heritage;
  const text = lineageText(lineage);
  if (lineage.kind === "seed") {
    const {latent, class: number} = faceOf(text, heritage);
    return {latent, class: number};
  }
  const source = random(`class ${text}`);
  checkWhole("number", lineage.number, 0, 999_999_999);
  if (lineage.kind === "mutant") {
    const before = originOf(lineage.of, heritage);
    const values = classValues(before.class, classes).map((value, i) => {
      // Both are drawn whatever comes of it, so that a larger size changes what a smaller one did, and more.
      const [again, other] = [source(), source()];
      return again < lineage.amount ? Math.floor(other * classes[i]!) : value;
    });
    const seed = `${lineageText(lineage.of)} ${lineage.number}`;
    return {latent: mutate(before.latent, lineage.amount, seed), class: classNumber(values, classes)};
  }
  const [a, b] = lineage.parents.map((parent) => originOf(parent, heritage)) as [Origin, Origin];
  const theirs = [a, b].map((parent) => classValues(parent.class, classes));
  const values = classes.map((_, i) => theirs[source() < 0.5 ? 0 : 1]![i]!);
  return {latent: breed(a.latent, b.latent, text), class: classNumber(values, classes)};
}
