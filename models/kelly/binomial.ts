/**
 * Binomial tails: the chance of at least so many heads in a number of independent flips. Both the price of a claim
 * (at a fair coin) and the chance that it pays (at the true edge) are such tails.
 */

/**
 * P(heads = j) in `rounds` flips with P(heads) = `edge`, for j = 0 … rounds.
 *
 * The ratio of neighbours is walked outwards from the mode, so that nothing overflows at any number of rounds and
 * what underflows is below 1e-308. Relative error is about 1e-14 at 5,000 rounds. No argument is checked here.
 */
export function binomialPmf(rounds: number, edge: number): Float64Array {
  const pmf = new Float64Array(rounds + 1);
  const tail = 1 - edge;
  const mode = Math.min(rounds, Math.floor((rounds + 1) * edge));
  pmf[mode] = 1;
  // Multiplying before dividing keeps the rounding of each step independent of the others: a ratio edge / tail
  // rounded once and used 5,000 times would cost 5e-13.
  for (let j = mode; j < rounds; ++j) pmf[j + 1] = (pmf[j]! * ((rounds - j) * edge)) / ((j + 1) * tail);
  for (let j = mode; j > 0; --j) pmf[j - 1] = (pmf[j]! * (j * tail)) / ((rounds - j + 1) * edge);
  let below = 0;
  let above = 0;
  for (let j = 0; j < mode; ++j) below += pmf[j]!;
  for (let j = rounds; j >= mode; --j) above += pmf[j]!;
  const total = below + above;
  for (let j = 0; j <= rounds; ++j) pmf[j]! /= total;
  return pmf;
}

/**
 * P(heads ≥ j) in `rounds` flips with P(heads) = `edge`, for j = 0 … rounds + 1: falls from exactly 1 to exactly 0.
 * Each tail is summed from its own small end, so small tails keep their relative precision.
 */
export function binomialTails(rounds: number, edge: number): Float64Array {
  const pmf = binomialPmf(rounds, edge);
  const tails = new Float64Array(rounds + 2);
  const mode = Math.min(rounds, Math.floor((rounds + 1) * edge));
  let sum = 0;
  for (let j = rounds; j > mode; --j) tails[j] = sum += pmf[j]!;
  sum = 0;
  for (let j = 0; j <= mode; ++j) {
    tails[j] = 1 - sum;
    sum += pmf[j]!;
  }
  return tails;
}

/** Room for the tails of up to `rounds` flips, holding those of no flip: 1 at j = 0, then 0. See `addFlip`. */
export function tailsBeforeAnyFlip(rounds: number): Float64Array {
  const tails = new Float64Array(rounds + 2);
  tails[0] = 1;
  return tails;
}

/**
 * Turns the tails of `rounds − 1` flips into those of `rounds`, in place, by Pascal's rule. All terms are positive,
 * so the relative error grows by at most about 2e-16 a flip; entries stay falling in j and within [0, 1].
 */
export function addFlip(tails: Float64Array, rounds: number, edge: number): void {
  const tail = 1 - edge;
  for (let j = rounds; j > 0; --j) tails[j] = edge * tails[j - 1]! + tail * tails[j]!;
}

/**
 * The greatest j ≤ `rounds` whose tail lies above `level`, where 0 ≤ level < 1: the claim that `level` cannot quite
 * buy. Binary search.
 */
export function lastAbove(tails: Float64Array, rounds: number, level: number): number {
  let low = 0;
  let high = rounds + 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (tails[middle]! > level) low = middle;
    else high = middle;
  }
  return low;
}
