import {checkNumber, checkWhole} from "../check.js";

/**
 * Pearson’s χ² of counts against what was expected.
 *
 * @throws RangeError naming counts or expected: as many counts as are expected, at least one, each expected above 0.
 */
export function chiSquare(counts: readonly number[], expected: readonly number[]): number {
  checkWhole("the number of counts", counts.length, 1);
  checkWhole("the number of expected counts", expected.length, counts.length, counts.length);
  counts.forEach((count, i) => {
    checkNumber("counts", count, "numbers of at least 0", (v) => v >= 0);
    checkNumber("expected", expected[i], "numbers above 0", (v) => v > 0);
  });
  return counts.reduce((sum, count, i) => sum + (count - expected[i]!) ** 2 / expected[i]!, 0);
}

/**
 * The chance that a χ² variable with so many degrees of freedom exceeds `value`: the regularised incomplete gamma function
 * Q(degrees / 2, value / 2), by its series where that is short and by Lentz’s continued fraction elsewhere.
 *
 * @throws RangeError naming value or degrees.
 */
export function chiSquareTail(value: number, degrees: number): number {
  checkNumber("value", value, "a number of at least 0", (v) => v >= 0);
  checkWhole("degrees", degrees, 1, 10_000);
  const a = degrees / 2;
  const x = value / 2;
  if (x === 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGammaOfHalves(degrees));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; term > sum * 1e-16; ++n) sum += term *= x / (a + n);
    return 1 - front * sum;
  }
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10_000; ++i) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return front * h;
}

/** log Γ(twice / 2), from Γ(1) = 1 and Γ(½) = √π upwards. */
function logGammaOfHalves(twice: number): number {
  let log = twice % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let n = twice % 2 === 0 ? 2 : 1; n < twice; n += 2) log += Math.log(n / 2);
  return log;
}
