import type {Game} from "./game.js";
import type {Outcome} from "./outcome.js";

/** The probabilities of the four ways a game can end. They sum to 1. */
export interface FinalShares {
  /** With less than a cent. */
  bust: number;
  /** With at least a cent, but less than at the start. */
  below: number;
  /** With the start or more, short of the ceiling. */
  above: number;
  /** At the ceiling. */
  ceiling: number;
}

/** Splits an outcome by where the game ended, against the wealth it began with. */
export function finalShares(outcome: Outcome, {ceiling, wealth}: Pick<Game, "ceiling" | "wealth">): FinalShares {
  const {bust, atCeiling} = outcome;
  let below = 0;
  // A start that comes back is no loss, whatever rounding has done to it.
  const start = Math.min(wealth, ceiling) * (1 - 1e-9);
  for (let i = 0; i < outcome.wealth.length && outcome.wealth[i]! < start; ++i) below += outcome.probability[i]!;
  below = seen(Math.min(below, 1 - atCeiling) - bust);
  return {bust, below, above: seen(1 - bust - below - atCeiling), ceiling: atCeiling};
}

/** What only rounding has left over is no probability. */
function seen(probability: number): number {
  return probability > 1e-12 ? probability : 0;
}

/** P(final wealth ≤ x) at each of some rising wealths x, in dollars. */
export function cumulative({wealth, probability}: Outcome, at: ArrayLike<number>): Float64Array {
  let i = 0;
  let sum = 0;
  return Float64Array.from(at, (x) => {
    while (i < wealth.length && wealth[i]! <= x * (1 + 1e-12)) sum += probability[i++]!;
    return Math.min(1, sum);
  });
}
