import {bustBelow, type Game} from "./game.js";

/**
 * Which game a number belongs to: `exact`, the game itself, on the very wealths the player can reach; `penny`, the same
 * game played in whole cents; `coarse`, in units larger than a cent, where the game has too many.
 */
export type Basis = "exact" | "penny" | "coarse";

/** What a strategy comes to. Money in dollars. */
export interface Outcome {
  /** Expected final wealth. */
  mean: number;
  /** Probability of ending at the ceiling. */
  atCeiling: number;
  /** Probability of ending with less than one cent. */
  bust: number;
  /** Final wealths of positive probability, rising. */
  wealth: Float64Array;
  /** Their probabilities. */
  probability: Float64Array;
  /** Most by which `mean` can be off, as the mean of the game that `meanBasis` names. */
  error: number;
  /** What `mean` rests on: `exact` for money that divides, else the whole units of the probabilities. */
  meanBasis: Basis;
  /** What `atCeiling`, `bust`, `wealth` and `probability` rest on. */
  basis: Basis;
  /** The unit of money behind the probabilities: 0 when they are exact. */
  unit: number;
}

/** A final wealth in dollars and its probability. */
export type Atom = [wealth: number, probability: number];

/** What rounding can do to a mean that is computed exactly but for it: a billionth of a dollar at a $250 ceiling. */
export function roundingError(ceiling: number): number {
  return 4e-12 * ceiling;
}

/** An outcome from the distribution of final wealth; atoms of the same wealth are merged. */
export function gather(atoms: Atom[], {ceiling}: Game, error: number, basis: Basis = "exact", unit = 0): Outcome {
  const sorted = atoms.filter(([, mass]) => mass > 0).sort((a, b) => a[0] - b[0]);
  const wealth: number[] = [];
  const probability: number[] = [];
  let [mean, atCeiling, bust] = [0, 0, 0];
  for (const [money, mass] of sorted) {
    mean += money * mass;
    if (money >= ceiling) atCeiling += mass;
    else if (money < bustBelow) bust += mass;
    if (wealth.at(-1) === money) probability[probability.length - 1]! += mass;
    else {
      wealth.push(money);
      probability.push(mass);
    }
  }
  return {
    mean,
    atCeiling,
    bust,
    wealth: Float64Array.from(wealth),
    probability: Float64Array.from(probability),
    error,
    meanBasis: basis,
    basis,
    unit
  };
}
