import type {Game} from "./game.js";
import {type Atom, gather, type Outcome, roundingError} from "./outcome.js";

/**
 * A flat stake s, or all of a wealth smaller than that, the win cut at the ceiling. Wealth walks on the lattice
 * r + k s. Only from its lowest point, r < s, can it leave: all is staked there, and a win starts a lattice with the
 * remainder of 2r. Each change of lattice costs a win in a row at the bottom, so few of them matter.
 */
interface Walk {
  remainder: number;
  /** Whether index 0 is the lowest point. A start more stakes above it than there are rounds never gets there. */
  grounded: boolean;
  mass: Float64Array;
  next: Float64Array;
  /** Where mass can be: low … high. */
  low: number;
  high: number;
  /** The highest index below the ceiling. */
  last: number;
}

/** Mass too small to be seen beside 1 in a double, over any number of rounds: not worth a lattice of its own. */
const negligible = 1e-24;

/** Millionths of a dollar are whole numbers, on which remainders are exact and lattices meet; else dollars as given. */
function scaleOf(...amounts: number[]): number {
  return amounts.every((v) => v < 1e9 && Math.abs(Math.round(v * 1e6) / 1e6 - v) <= 1e-15 * v) ? 1e6 : 1;
}

/** The walk after some rounds. */
class FlatWalk {
  absorbed = 0;
  ruined = 0;
  private readonly scale: number;
  private readonly stake: number;
  private readonly cap: number;
  private readonly walks: Walk[] = [];
  private readonly byRemainder = new Map<number, Walk>();

  constructor(
    amount: number,
    private readonly game: Game
  ) {
    this.scale = scaleOf(amount, game.ceiling, game.wealth);
    const whole = (v: number) => (this.scale === 1 ? v : Math.round(v * this.scale));
    this.stake = whole(amount);
    this.cap = whole(game.ceiling);
    const start = whole(game.wealth);
    const k = Math.floor(start / this.stake);
    if (k > game.rounds) this.put(this.open(start - game.rounds * this.stake, false, game.rounds), game.rounds, 1);
    else this.put(this.open(start % this.stake, true, k), k, 1);
  }

  /** A lattice with room for what can be reached from its k-th point. */
  private open(remainder: number, grounded: boolean, k: number): Walk {
    const reach = k + this.game.rounds;
    let last = Math.min(reach + 1, Math.ceil((this.cap - remainder) / this.stake));
    while (last > 0 && remainder + last * this.stake >= this.cap) --last;
    const places = Math.min(last, reach) + 1;
    const [mass, next] = [new Float64Array(places), new Float64Array(places)];
    const one = {remainder, grounded, mass, next, low: places, high: -1, last};
    this.walks.push(one);
    if (grounded) this.byRemainder.set(remainder, one);
    return one;
  }

  private put(one: Walk, k: number, mass: number): void {
    one.mass[k]! += mass;
    one.low = Math.min(one.low, k);
    one.high = Math.max(one.high, k);
  }

  /** One flip. */
  step(): void {
    const {stake, cap} = this;
    const {edge} = this.game;
    const doubled: [money: number, mass: number][] = [];
    for (const one of this.walks) {
      if (one.high < one.low) continue;
      const {mass, next, grounded, last} = one;
      const [low, high] = [one.low, one.high];
      next.fill(0, Math.max(0, low - 1), Math.min(high, last) + 2);
      for (let i = Math.max(low, grounded ? 1 : 0); i <= high; ++i) {
        if (i === last) this.absorbed += edge * mass[i]!;
        else next[i + 1]! += edge * mass[i]!;
        next[i - 1]! += (1 - edge) * mass[i]!;
      }
      if (low === 0 && grounded) {
        // The lowest point: everything is staked.
        const held = 2 * one.remainder;
        if (held >= cap) this.absorbed += edge * mass[0]!;
        else if (held > 0) doubled.push([held, edge * mass[0]!]);
        this.ruined += (held > 0 ? 1 - edge : 1) * mass[0]!;
      }
      [one.mass, one.next] = [next, mass];
      one.low = Math.max(0, low - 1);
      one.high = Math.min(last, high + 1);
    }
    for (const [held, mass] of doubled) {
      const remainder = held % stake;
      const one = this.byRemainder.get(remainder) ?? (mass > negligible ? this.open(remainder, true, 1) : undefined);
      if (one) this.put(one, held >= stake ? 1 : 0, mass);
      else this.ruined += mass;
    }
  }

  /** Final wealths in dollars and their probabilities, were this the end. */
  atoms(): Atom[] {
    const atoms: Atom[] = [
      [this.game.ceiling, this.absorbed],
      [0, this.ruined]
    ];
    for (const {remainder, mass, low, high} of this.walks)
      for (let i = low; i <= high; ++i) atoms.push([(remainder + i * this.stake) / this.scale, mass[i]!]);
    return atoms;
  }

  /** Mean final wealth in dollars, were this the end. */
  mean(): number {
    let sum = 0;
    for (const {remainder, mass, low, high} of this.walks)
      for (let i = low; i <= high; ++i) sum += (remainder + i * this.stake) * mass[i]!;
    return this.game.ceiling * this.absorbed + sum / this.scale;
  }
}

/** The outcome of staking `amount` dollars, above 0, at every flip, or all that is left. Exact. */
export function flatOutcome(amount: number, game: Game): Outcome {
  const walk = new FlatWalk(amount, game);
  for (let round = 0; round < game.rounds; ++round) walk.step();
  return gather(walk.atoms(), game, roundingError(game.ceiling));
}

/** Its mean for each horizon 0 … rounds, in one pass. The wealth must lie below the ceiling. */
export function flatMeans(amount: number, game: Game): Float64Array {
  const walk = new FlatWalk(amount, game);
  const means = Float64Array.of(game.wealth, ...new Float64Array(game.rounds));
  for (let round = 1; round <= game.rounds; ++round) {
    walk.step();
    means[round] = walk.mean();
  }
  return means;
}
