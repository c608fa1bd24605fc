/** The words of a rule: what a reader may write, and what it computes. mathjs knows many more. */

/** Variables: wealth, rounds left, ceiling, edge. */
export interface Scope {
  w: number;
  b: number;
  C: number;
  p: number;
}

export type Compute = (at: Scope) => number;
export type Kind = "number" | "truth";

export const variables: Record<string, Compute> = {w: (at) => at.w, b: (at) => at.b, C: (at) => at.C, p: (at) => at.p};

export const constants: Record<string, number> = {pi: Math.PI, e: Math.E};

/** Half away from zero, as mathjs rounds. */
function round(v: number): number {
  return Math.sign(v) * Math.floor(Math.abs(v) + 0.5);
}

export interface Callable {
  least: number;
  most: number;
  of: (...values: number[]) => number;
}

export const functions: Record<string, Callable> = {
  min: {least: 1, most: Number.POSITIVE_INFINITY, of: Math.min},
  max: {least: 1, most: Number.POSITIVE_INFINITY, of: Math.max},
  abs: {least: 1, most: 1, of: Math.abs},
  sqrt: {least: 1, most: 1, of: Math.sqrt},
  exp: {least: 1, most: 1, of: Math.exp},
  log: {least: 1, most: 2, of: (v, base) => (base === undefined ? Math.log(v) : Math.log(v) / Math.log(base))},
  log2: {least: 1, most: 1, of: Math.log2},
  log10: {least: 1, most: 1, of: Math.log10},
  floor: {least: 1, most: 1, of: Math.floor},
  ceil: {least: 1, most: 1, of: Math.ceil},
  round: {least: 1, most: 1, of: round},
  pow: {least: 2, most: 2, of: (x, y) => x ** y},
  mod: {least: 2, most: 2, of: (x, y) => x - y * Math.floor(x / y)}
};

export interface Operator {
  takes: Kind;
  gives: Kind;
  of: (a: Compute, b: Compute) => Compute;
}

const number = {takes: "number", gives: "number"} as const;
const compare = {takes: "number", gives: "truth"} as const;
const logic = {takes: "truth", gives: "truth"} as const;
export const binary: Record<string, Operator> = {
  "+": {...number, of: (a, b) => (at) => a(at) + b(at)},
  "-": {...number, of: (a, b) => (at) => a(at) - b(at)},
  "*": {...number, of: (a, b) => (at) => a(at) * b(at)},
  "/": {...number, of: (a, b) => (at) => a(at) / b(at)},
  "^": {...number, of: (a, b) => (at) => a(at) ** b(at)},
  "<": {...compare, of: (a, b) => (at) => (a(at) < b(at) ? 1 : 0)},
  ">": {...compare, of: (a, b) => (at) => (a(at) > b(at) ? 1 : 0)},
  "<=": {...compare, of: (a, b) => (at) => (a(at) <= b(at) ? 1 : 0)},
  ">=": {...compare, of: (a, b) => (at) => (a(at) >= b(at) ? 1 : 0)},
  "==": {...compare, of: (a, b) => (at) => (a(at) === b(at) ? 1 : 0)},
  "!=": {...compare, of: (a, b) => (at) => (a(at) !== b(at) ? 1 : 0)},
  and: {...logic, of: (a, b) => (at) => (a(at) && b(at) ? 1 : 0)},
  or: {...logic, of: (a, b) => (at) => (a(at) || b(at) ? 1 : 0)}
};
export const relations: Record<string, string> = {
  smaller: "<",
  larger: ">",
  smallerEq: "<=",
  largerEq: ">=",
  equal: "==",
  unequal: "!="
};
export const unary: Record<string, {takes: Kind; of: (a: Compute) => Compute}> = {
  "-": {takes: "number", of: (a) => (at) => -a(at)},
  "+": {takes: "number", of: (a) => a},
  not: {takes: "truth", of: (a) => (at) => (a(at) ? 0 : 1)}
};
