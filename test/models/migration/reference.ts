import {checkParameters, type SomeParameters} from "../../../models/migration/parameters.js";

/** The game written out once more from its definition, to hold the models against. Slow and plain on purpose. */

export const F = (z: number) => 1 / (1 + Math.exp(-z));

export function near(actual: number, expected: number, tolerance: number, what = ""): void {
  const gap = Math.abs(actual - expected);
  if (!(gap <= tolerance)) throw new Error(`${what} ${actual} is ${gap} from ${expected}, more than ${tolerance}`);
}

/** u_O and u_N from the definition, at share x, with bitrot at rest with share y. */
export function utilities(given: SomeParameters, x: number, y = x): {uO: number; uN: number} {
  const p = checkParameters(given);
  const {quality: q, advantage, networkBenefit: nu, bitrot: rho, bitcreep: kappa} = p;
  return {
    uO: q + nu * (1 - x) - rho * y - kappa * (1 - p.shimOld) * x,
    uN: q + advantage + nu * x - rho * (1 - y) - kappa * (1 - p.shimNew) * (1 - x)
  };
}

/** The sunset's push at a time, on the far side of its date or the near one. */
export function push(given: SomeParameters, t: number): number {
  const {strength, year, belief} = checkParameters(given).sunset;
  if (t >= year) return strength;
  return belief === Infinity ? 0 : strength * Math.exp(-belief * (year - t));
}

/** Rates per user at share x and time t. */
export function rates(given: SomeParameters, x: number, t = Infinity, y = x, k?: number): {up: number; down: number} {
  const p = checkParameters(given);
  const {uO, uN} = utilities(p, x, y);
  const cost = k ?? p.switchingCost;
  const E = p.enforcement * x + push(p, t);
  const gate = p.dependencyWeight * (1 - x);
  return {
    up: p.pace * F((uN - uO - cost - gate + p.subsidy + E) / p.noise),
    down: p.pace * F((uO - uN - cost - E) / p.noise)
  };
}

/** The generator of the chain of n agents, as rows of a matrix. */
export function generator(given: SomeParameters, n: number, t = Infinity): number[][] {
  const Q = Array.from({length: n + 1}, () => new Array<number>(n + 1).fill(0));
  for (let i = 0; i <= n; ++i) {
    const {up, down} = rates(given, i / n, t);
    if (i < n) Q[i]![i + 1] = (n - i) * up;
    if (i > 0) Q[i]![i - 1] = i * down;
    Q[i]![i] = -((n - i) * up + i * down);
  }
  return Q;
}

/** Runge and Kutta's classical method, in even steps. */
export function rungeKutta(
  f: (t: number, y: readonly number[]) => number[],
  start: readonly number[],
  from: number,
  to: number,
  steps: number
): number[] {
  const h = (to - from) / steps;
  const plus = (y: readonly number[], s: number, d: readonly number[]) => y.map((v, i) => v + s * d[i]!);
  let y = [...start];
  for (let i = 0; i < steps; ++i) {
    const t = from + i * h;
    const a = f(t, y);
    const b = f(t + h / 2, plus(y, h / 2, a));
    const c = f(t + h / 2, plus(y, h / 2, b));
    const d = f(t + h, plus(y, h, c));
    y = y.map((v, j) => v + (h / 6) * (a[j]! + 2 * b[j]! + 2 * c[j]! + d[j]!));
  }
  return y;
}
