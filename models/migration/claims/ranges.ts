import type {Parameters, SomeParameters} from "../parameters.js";
import {withCoupling} from "../withCoupling.js";

/** The wars on which claims are tried: advantages, couplings and switching costs, each with each. */
export const advantages = [0.25, 0.5, 0.75, 1, 1.25, 1.5] as const;
export const couplings = [2, 2.5, 3, 4, 6] as const;
export const costs = [0.5, 1, 1.5] as const;

/** One war of the range; ν, ρ and κ keep the proportions of the defaults. */
export function war(advantage: number, coupling: number, switchingCost = 1): Readonly<Parameters> {
  return withCoupling({advantage, switchingCost}, coupling);
}

/** Every pair of two lists. */
export function pairs<A, B>(a: readonly A[], b: readonly B[]): [A, B][] {
  return a.flatMap((x) => b.map((y): [A, B] => [x, y]));
}

/** All wars of the range: in each the crowd pulls hard enough for a tipping point. */
export function wars(): Readonly<Parameters>[] {
  return pairs(pairs(advantages, couplings), costs).map(([[advantage, coupling], cost]) =>
    war(advantage, coupling, cost)
  );
}

/** From the first to the last of a rising list, in words. */
export function span(list: readonly number[]): string {
  return `${list[0]} to ${list.at(-1)}`;
}

/** The range of `wars`, in words. */
export const warsText = `${advantages.length * couplings.length * costs.length} wars: Δq ${span(advantages)}, J ${span(couplings)}, k ${span(costs)}`;

/** Shares at which a claim about all shares is tried. */
export const shares = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** A war at a share. */
export type At = [p: SomeParameters, share: number];

/** A time as evidence: a number to seven digits, or “never”. */
export function time(years: number): number | string {
  return Number.isFinite(years) ? Number(years.toPrecision(7)) : "never";
}

/** A number as evidence, to so many digits. */
export function digits(value: number, count = 7): number {
  return Number(value.toPrecision(count));
}

/** Evidence in words: `10.5 years`, `never`. */
export function yearsText(value: number | string | undefined): string {
  return typeof value === "number" ? `${value.toFixed(1)} years` : String(value);
}

/** A number of the evidence with a true minus sign. */
export function text(value: number | string | undefined, decimals = 2): string {
  return typeof value === "number" ? value.toFixed(decimals).replace("-", "−") : String(value);
}
