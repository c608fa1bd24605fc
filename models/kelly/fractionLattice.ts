import type {Game} from "./game.js";
import {latticeWealth} from "./latticeWealth.js";
import {type Atom, gather, type Outcome, roundingError} from "./outcome.js";

/**
 * A constant fraction of wealth whose win is cut at the ceiling. After i wins and j losses short of the ceiling the
 * wealth is w (1 + f)^i (1 − f)^j in whatever order they came, so a whole game has only rounds²/2 states.
 */
interface Lattice {
  /** Mean final wealth for each horizon 0 … rounds. */
  means: Float64Array;
  atoms: Atom[];
}

function lattice(fraction: number, {edge, ceiling, rounds, wealth}: Game): Lattice {
  const means = new Float64Array(rounds + 1);
  if (wealth >= ceiling) return {means: means.fill(ceiling), atoms: [[ceiling, 1]]};
  const money = latticeWealth(fraction, wealth, rounds);
  // A wealth that would equal the ceiling but for rounding has reached it.
  const reached = ceiling * (1 - 1e-12);
  let mass = Float64Array.of(1, ...new Float64Array(rounds));
  let next = new Float64Array(rounds + 1);
  let most = 0;
  let absorbed = 0;
  means[0] = wealth;
  for (let n = 1; n <= rounds; ++n) {
    next[0] = (1 - edge) * mass[0]!;
    for (let i = 1; i <= most; ++i) next[i] = edge * mass[i - 1]! + (1 - edge) * mass[i]!;
    next[++most] = edge * mass[most - 1]!;
    for (; most >= 0 && money(most, n - most) >= reached; --most) absorbed += next[most]!;
    let sum = 0;
    for (let i = 0; i <= most; ++i) sum += next[i]! * money(i, n - i);
    means[n] = ceiling * absorbed + sum;
    [mass, next] = [next, mass];
    if (most < 0) {
      means.fill(ceiling, n);
      break;
    }
  }
  const atoms: Atom[] = [[ceiling, absorbed]];
  for (let i = 0; i <= most; ++i) atoms.push([money(i, rounds - i), mass[i]!]);
  return {means, atoms};
}

/** The outcome of staking `fraction` of wealth at every flip, the win cut at the ceiling. Exact. */
export function fractionOutcome(fraction: number, game: Game): Outcome {
  return gather(lattice(fraction, game).atoms, game, roundingError(game.ceiling));
}

/** Its mean for each horizon 0 … rounds, in one pass. */
export function fractionMeans(fraction: number, game: Game): Float64Array {
  return lattice(fraction, game).means;
}
