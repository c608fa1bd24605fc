import type {ChainRates} from "./chain.js";

/**
 * exp(tA)·p for the generator A of a birth–death chain, by rational approximations of the exponential in partial
 * fractions, each term of which is one tridiagonal system. Nothing is checked here.
 *
 * With subdiagonal Padé approximants all poles lie right of 0, where ‖(θ − hA)⁻¹‖ ≤ 1/Re θ in the sum norm (A makes a
 * contraction): no step length and no number of agents can make a step unstable, and the systems, diagonally dominant by
 * columns, need no pivots. The exponential being a contraction too, errors of single steps add and never grow.
 */

/** A pole θ and its residue c; a complex pole stands for itself and its conjugate. */
interface Pole {
  re: number;
  im: number;
  cRe: number;
  cIm: number;
}

/** Padé (3, 4) of exp: order 7. */
export const seventhOrder: readonly [Pole, Pole] = [
  {re: 4.787193103128466, im: 1.567476416895208, cRe: 13.301539995971487, cIm: -60.07173273704744},
  {re: 3.212806896871534, im: 4.773087433276642, cRe: -11.301539995971487, cIm: 12.471675850250232}
];

/** Padé (2, 3) of exp: order 5. Against the former it tells the error of a step, and far from too little. */
export const fifthOrder: readonly [Pole, Pole] = [
  {re: 3.637834252744496, im: 0, cRe: -18.297498174845842, cIm: 0},
  {re: 2.681082873627752, im: 3.0504301992474105, cRe: 7.648749087422922, cIm: 4.171640244747437}
];

/** A law in motion; what it has cost in accuracy so far. */
export interface Moving {
  law: Float64Array;
  /** Sum of the estimated errors of all steps: a bound on that of the law in the sum norm, as errors do not grow. */
  error: number;
}

/** Estimated error, in the sum norm of the law, that one step may make. */
const tolerance = 1e-6;

/**
 * Weight that is no weight. What a step leaves beyond the edges of a law falls off geometrically, and would soon be among
 * the subnormal numbers, with which processors are many times slower.
 */
const negligible = 1e-40;

/** The counts that can have weight, from `low` to `high`. */
interface Window {
  low: number;
  high: number;
}

function weight(aRe: number, aIm: number, bRe: number, bIm: number): number {
  return Math.abs(aRe) + Math.abs(aIm) + Math.abs(bRe) + Math.abs(bIm);
}

/**
 * An approximant r with two poles. `factor` prepares for rates and a step h; `apply` then writes r(hA)·law, the sum of
 * c(hA − θ)⁻¹·law, to `result`, where `law` is 0 outside the window, and widens the window to hold it.
 *
 * The two poles a and b share their loops, as each alone would wait on its own last row; and each loop keeps its factors
 * side by side in one array, as a dozen arrays would cost more in bounds than the arithmetic does.
 */
function approximant(size: number, [poleA, poleB]: readonly [Pole, Pole]) {
  // A row is real and imaginary for a, then for b. What elimination carries from a row to the next, and its outcome:
  const carry = new Float64Array(4 * size);
  const outcome = new Float64Array(4 * size);
  // The inverse pivot, and what substitution carries back to the row: eight a row.
  const back = new Float64Array(8 * size);

  function factorPole({re, im}: Pole, {up, down}: ChainRates, h: number, offset: 0 | 1): void {
    let [uRe, uIm] = [0, 0];
    for (let i = 0; i < size; ++i) {
      const below = i > 0 ? h * up[i - 1]! : 0;
      const above = h * down[i]!;
      const [c, r] = [4 * i + 2 * offset, 8 * i + 4 * offset];
      carry[c] = below * uRe;
      carry[c + 1] = below * uIm;
      if (i > 0) {
        back[r - 6] = above * uRe;
        back[r - 5] = above * uIm;
      }
      const bRe = re + h * (up[i]! + down[i]!) - carry[c]! * above;
      const bIm = im - carry[c + 1]! * above;
      const scale = 1 / (bRe * bRe + bIm * bIm);
      back[r] = uRe = bRe * scale;
      back[r + 1] = uIm = -bIm * scale;
    }
  }

  // A complex pole stands for its conjugate too: twice the real part.
  const [twiceA, twiceB] = [poleA, poleB].map((pole) => (pole.im === 0 ? -1 : -2)) as [number, number];
  const [acRe, acIm, bcRe, bcIm] = [twiceA * poleA.cRe, twiceA * poleA.cIm, twiceB * poleB.cRe, twiceB * poleB.cIm];

  return {
    factor(rates: ChainRates, h: number): void {
      factorPole(poleA, rates, h, 0);
      factorPole(poleB, rates, h, 1);
    },
    apply(law: Float64Array, result: Float64Array, window: Window): void {
      const {low, high} = window;
      let aRe = 0;
      let aIm = 0;
      let bRe = 0;
      let bIm = 0;
      let i = low;
      for (; i < size && (i <= high || weight(aRe, aIm, bRe, bIm) > negligible); ++i) {
        const c = 4 * i;
        const right = law[i]!;
        const aNext = right * acRe + carry[c]! * aRe - carry[c + 1]! * aIm;
        const bNext = right * bcRe + carry[c + 2]! * bRe - carry[c + 3]! * bIm;
        outcome[c + 1] = aIm = right * acIm + carry[c]! * aIm + carry[c + 1]! * aRe;
        outcome[c + 3] = bIm = right * bcIm + carry[c + 2]! * bIm + carry[c + 3]! * bRe;
        outcome[c] = aRe = aNext;
        outcome[c + 2] = bRe = bNext;
      }
      window.high = i - 1;
      result.fill(0, i);
      // Below the law the outcome of elimination is 0, and there is only what substitution carries.
      outcome.fill(0, 0, 4 * low);
      aRe = aIm = bRe = bIm = 0;
      for (--i; i >= 0 && (i >= low || weight(aRe, aIm, bRe, bIm) > negligible); --i) {
        const r = 8 * i;
        const vRe = outcome[4 * i]!;
        const vIm = outcome[4 * i + 1]!;
        const wRe = outcome[4 * i + 2]!;
        const wIm = outcome[4 * i + 3]!;
        const aNext = vRe * back[r]! - vIm * back[r + 1]! + (back[r + 2]! * aRe - back[r + 3]! * aIm);
        const bNext = wRe * back[r + 4]! - wIm * back[r + 5]! + (back[r + 6]! * bRe - back[r + 7]! * bIm);
        aIm = vRe * back[r + 1]! + vIm * back[r]! + (back[r + 2]! * aIm + back[r + 3]! * aRe);
        bIm = wRe * back[r + 5]! + wIm * back[r + 4]! + (back[r + 6]! * bIm + back[r + 7]! * bRe);
        aRe = aNext;
        bRe = bNext;
        result[i] = aRe + bRe;
      }
      window.low = i + 1;
      result.fill(0, 0, i + 1);
    }
  };
}

/**
 * Returns a function that moves a law of a chain of `agents` on by so many years under constant rates, in place. It keeps
 * the factors of its last step: rates it has seen must not be changed unless `fresh` says so.
 */
export function mover(agents: number) {
  const size = agents + 1;
  const seventh = approximant(size, seventhOrder);
  const fifth = approximant(size, fifthOrder);
  const better = new Float64Array(size);
  const rough = new Float64Array(size);
  let length = 1e-3;
  let factored: {rates: ChainRates; h: number} | undefined;

  return function move(moving: Moving, rates: ChainRates, years: number, fresh = false): void {
    const {law} = moving;
    if (fresh || factored?.rates !== rates) factored = undefined;
    let low = 0;
    while (law[low] === 0) ++low;
    let high = agents;
    while (law[high] === 0) --high;
    let left = years;
    while (left > 0) {
      // Two even steps rather than a long one and a sliver.
      let h = left <= length ? left : left < 2 * length ? left / 2 : length;
      const whole = h === left;
      // Evenly spaced times differ by rounding; their factors need not.
      if (factored && Math.abs(factored.h - h) < 1e-13 * (h + 1e-3)) h = factored.h;
      else {
        seventh.factor(rates, h);
        fifth.factor(rates, h);
        factored = {rates, h};
      }
      const window = {low, high};
      seventh.apply(law, better, window);
      const other = {low, high};
      fifth.apply(law, rough, other);
      let error = 0;
      for (let i = Math.min(window.low, other.low); i <= Math.max(window.high, other.high); ++i)
        error += Math.abs(better[i]! - rough[i]!);
      const next = h * Math.min(4, Math.max(0.2, 0.9 * (error / tolerance) ** (-1 / 6)));
      if (error > tolerance) {
        length = next;
        continue;
      }
      // A step cut short says little about how long the next one may be.
      length = h < length ? Math.max(length, next) : next;
      left = whole ? 0 : left - h;
      moving.error += error + settle(better, law, window);
      ({low, high} = window);
    }
  };
}

/**
 * Writes `from` to `law` with its negative rounding taken out, its sum put back to 1 and its window cut to what has
 * weight; returns what that changed.
 */
function settle(from: Float64Array, law: Float64Array, window: Window): number {
  let {low, high} = window;
  while (from[low]! < negligible) ++low;
  while (from[high]! < negligible) --high;
  let sum = 0;
  let negative = 0;
  for (let i = low; i <= high; ++i) {
    const value = Math.max(0, from[i]!);
    sum += value;
    negative += value - from[i]!;
  }
  law.fill(0, 0, low);
  for (let i = low; i <= high; ++i) law[i] = Math.max(0, from[i]!) / sum;
  law.fill(0, high + 1);
  Object.assign(window, {low, high});
  return negative + Math.abs(sum - 1);
}
