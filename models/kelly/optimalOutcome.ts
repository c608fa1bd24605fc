import {binomialPmf, binomialTails, lastAbove} from "./binomial.js";
import type {Game} from "./game.js";
import {type Atom, gather, type Outcome, roundingError} from "./outcome.js";
import {optimalStakes, value} from "./value.js";

/** Which of the optimal stakes to take: the lowest, the highest, or the one that replicates a claim on heads alone. */
export type Choice = "low" | "high" | "replicating";

/**
 * The optimal stake of this choice, in dollars. With an edge of ½ or less nothing is staked.
 *
 * The replicating player buys a mixture of two neighbouring claims, “C if at least k + 1 heads” and “C if at least k”,
 * and stakes half of what separates the mixture's price after a win from its price after a loss.
 */
export function optimalStake(choice: Choice, game: Game): number {
  const {edge, ceiling, rounds, wealth} = game;
  if (edge <= 0.5 || rounds === 0 || wealth <= 0 || wealth >= ceiling) return 0;
  const [low, high] = optimalStakes(game);
  if (choice === "low") return low;
  if (choice === "high") return high;
  const price = binomialTails(rounds, 0.5);
  const k = lastAbove(price, rounds, wealth / ceiling);
  const part = (wealth / ceiling - price[k + 1]!) / (price[k]! - price[k + 1]!);
  // The price of “at least j” moves by half of P(j − 1 heads in the flips to come).
  const later = binomialPmf(rounds - 1, 0.5);
  const stake = (ceiling / 2) * ((1 - part) * (later[k] ?? 0) + part * (later[k - 1] ?? 0));
  return Math.min(high, Math.max(low, stake));
}

/** The claim held to the end: C for more than k heads, a part of C for k heads, nothing for fewer. */
function replicating({edge, ceiling, rounds, wealth}: Game): Atom[] {
  const price = binomialTails(rounds, 0.5);
  const chance = binomialTails(rounds, edge);
  const k = lastAbove(price, rounds, wealth / ceiling);
  const part = (wealth / ceiling - price[k + 1]!) / (price[k]! - price[k + 1]!);
  return [
    [ceiling, chance[k + 1]!],
    [ceiling * part, binomialPmf(rounds, edge)[k]!],
    [0, 1 - chance[k]!]
  ];
}

/** A positive double as a ratio of whole numbers, exactly. */
function ratio(amount: number): [bigint, bigint] {
  let [numerator, denominator] = [amount, 1n];
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    denominator *= 2n;
  }
  return [BigInt(numerator), denominator];
}

/**
 * The lowest and the highest optimal stake each carry the wealth onto a knot of the value after one side of the coin.
 * From a knot on, the optimal stake is single and leads from knot to knot: the wealth is the price of “C if so many
 * more heads”, whose end is binomial. So only one wealth off the knots is alive at any time.
 *
 * That wealth must be followed exactly: each flip doubles its distance from the nearest knot, and with it any
 * rounding. Money is counted in C · 2^−b / `fine` with b flips left, which makes prices and wealth whole numbers, and
 * the wealths after a win and after a loss, in their unit, add up to the wealth before.
 */
function extreme(choice: "low" | "high", {edge, ceiling, rounds, wealth}: Game): Atom[] {
  const [top, below] = ratio(wealth);
  const [whole, under] = ratio(ceiling);
  const fine = whole * below;
  let money = (top * under) << BigInt(rounds);
  // tail = the number of sequences of the b flips left with at least k heads, exact = those with k.
  let [k, exact, tail] = [rounds, 1n, 1n];
  while (tail * fine <= money) {
    exact = (exact * BigInt(k)) / BigInt(rounds - k + 1);
    tail += exact;
    --k;
  }
  // claims[j] = probability of holding “C if at least j more heads”.
  let claims = new Float64Array(rounds + 2);
  let off = 1;
  let lost = 0;
  for (let left = rounds; left > 0; --left) {
    if (off > 0 && money === (tail - exact) * fine) {
      claims[k + 1]! += off;
      off = 0;
    }
    lost += claims[left + 1]!;
    const next = new Float64Array(rounds + 2);
    next[0] = claims[0]!;
    for (let j = 1; j <= left; ++j) {
      next[j - 1]! += edge * claims[j]!;
      next[j]! += (1 - edge) * claims[j]!;
    }
    claims = next;
    if (off === 0) continue;
    const upper = (exact * BigInt(k)) / BigInt(left);
    const lower = exact - upper;
    const middle = (tail - upper) / 2n;
    const [knots, twice] = [[middle + upper, middle, middle - lower].map((n) => n * fine), money] as const;
    // The knot reached, numbered k − 1, k or k + 1, and whether a win reaches it.
    let [at, byWin] = [1, 2n * knots[1]! > twice];
    if (choice === "high") {
      byWin = 2n * knots[0]! - twice <= twice - 2n * knots[2]!;
      at = byWin ? 0 : 2;
    }
    // No more heads than none are needed, nor more of use than one more than there can be.
    claims[Math.min(left, Math.max(0, k - 1 + at))]! += off * (byWin ? edge : 1 - edge);
    off *= byWin ? 1 - edge : edge;
    money -= knots[at]!;
    if (money < knots[1]!) [tail, exact] = [middle, lower];
    else {
      [tail, exact] = [middle + upper, upper];
      --k;
    }
    if (money === knots[0]!) {
      claims[Math.min(left, Math.max(0, k))]! += off;
      off = 0;
    }
  }
  const rest = Number((money << 60n) / fine) / 2 ** 60;
  return [
    [ceiling, claims[0]!],
    [ceiling * rest, off],
    [0, lost + claims[1]!]
  ];
}

/**
 * The outcome of an optimal player. The mean is V whatever the choice; the distribution is exact for each, and differs.
 */
export function optimalOutcome(choice: Choice, game: Game): Outcome {
  const {edge, ceiling, rounds, wealth} = game;
  const error = roundingError(ceiling);
  if (edge <= 0.5 || rounds === 0 || wealth <= 0 || wealth >= ceiling)
    return gather([[Math.min(wealth, ceiling), 1]], game, error);
  const atoms = choice === "replicating" ? replicating(game) : extreme(choice, game);
  return {...gather(atoms, game, error), mean: value(game)};
}
