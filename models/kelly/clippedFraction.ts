import type {Game} from "./game.js";
import {latticeWealth} from "./latticeWealth.js";
import {cellOf, type Moves, meanBracket, movesFor, unseen} from "./meanBracket.js";

/**
 * A constant fraction of wealth, clipped to what the ceiling leaves to win: the stake is min(f w, C − w). Until
 * the first clipped bet the wealth is w (1 + f)^i (1 − f)^j, which is followed exactly. A clipped bet that wins ends at
 * the ceiling; one that loses leaves the lattice, and from there on the mean is bracketed (see `meanBracket`).
 */

/** Nodes times rounds beyond which the grid is not refined further; the error then says what was reached. */
const work = 8e6;

/**
 * How fast the nodes crowd towards 0: the i-th of n lies at C (i / n)^crowding. A small fraction keeps its money well
 * above 0; one that overbets is nearly always near ruin, and its mean lives on what can climb back from there.
 */
const crowdings = [2, 3, 5, 9];

function gridFor(count: number, crowding: number, fraction: number, ceiling: number): Float64Array {
  const nodes = Array.from({length: count}, (_, i) => ceiling * ((i + 1) / count) ** crowding);
  return withEnds(nodes, fraction, ceiling);
}

/** The nodes in order, with 0, the ceiling and the wealth where clipping begins, where the moves have a kink. */
function withEnds(nodes: number[], fraction: number, ceiling: number): Float64Array {
  const fixed = [0, ceiling / (1 + fraction), ceiling];
  const near = 1e-9 * ceiling;
  const inner = nodes.filter((v) => v > 0 && fixed.every((end) => end === 0 || Math.abs(v - end) > near));
  return Float64Array.from([...inner, ...fixed]).sort();
}

function movesOf(nodes: Float64Array, fraction: number): Moves {
  const moves = movesFor(nodes);
  const ceiling = nodes.at(-1)!;
  nodes.forEach((wealth, i) => {
    const stake = Math.min(fraction * wealth, ceiling - wealth);
    moves.up[i] = fraction * wealth < ceiling - wealth ? Math.min(ceiling, wealth + stake) : ceiling;
    moves.down[i] = wealth - stake;
    moves.upCell[i] = cellOf(nodes, moves.up[i]!);
    moves.downCell[i] = cellOf(nodes, moves.down[i]!);
  });
  return moves;
}

/** Mean final wealth, in dollars, for each horizon 0 … rounds, each within the error of the same index. */
export interface Means {
  mean: Float64Array;
  error: Float64Array;
}

/** The first clipped bets: lost after so many rounds, which leaves this wealth, with this probability. */
interface Lost {
  round: number;
  wealth: number;
  mass: number;
}

/** The lost bets, and what all else adds to the mean of each horizon 0 … rounds. */
function untilClipped(fraction: number, {edge, ceiling, rounds, wealth}: Game): {lost: Lost[]; rest: Float64Array} {
  const rest = new Float64Array(rounds + 1);
  const lost: Lost[] = [];
  const held = latticeWealth(fraction, wealth, rounds);
  const clipped = (ceiling * (1 - 1e-12)) / (1 + fraction);
  const mass = new Float64Array(rounds + 1);
  mass[0] = 1;
  let [most, absorbed] = [0, 0];
  rest[0] = wealth;
  for (let n = 1; n <= rounds; ++n) {
    for (; most >= 0; --most) {
      const money = held(most, n - 1 - most);
      if (money < clipped) break;
      absorbed += edge * mass[most]!;
      lost.push({round: n, wealth: Math.max(0, 2 * money - ceiling), mass: (1 - edge) * mass[most]!});
      mass[most] = 0;
    }
    if (most >= 0) ++most;
    for (let i = most; i >= 0; --i) mass[i] = (1 - edge) * mass[i]! + (i > 0 ? edge * mass[i - 1]! : 0);
    let sum = ceiling * absorbed;
    for (let i = 0; i <= most; ++i) sum += mass[i]! * held(i, n - i);
    rest[n] = sum;
  }
  return {lost, rest};
}

function bracket(
  nodes: Float64Array,
  fraction: number,
  game: Game,
  {lost, rest}: ReturnType<typeof untilClipped>
): Means {
  const {edge, ceiling, rounds} = game;
  const moves = movesOf(nodes, fraction);
  const [low, high] = [rest.slice(), rest.slice()];
  const places = lost.map(({round, wealth, mass}) => {
    const cell = Math.min(nodes.length - 2, cellOf(nodes, wealth));
    return {round, mass, cell, part: (wealth - nodes[cell]!) / (nodes[cell + 1]! - nodes[cell]!)};
  });
  const each = (left: number, lower: Float64Array, upper: Float64Array) => {
    for (const {round, mass, cell, part} of places) {
      if (round + left > rounds) break;
      low[round + left]! += mass * (lower[cell]! + part * (lower[cell + 1]! - lower[cell]!));
      high[round + left]! += mass * (upper[cell]! + part * (upper[cell + 1]! - upper[cell]!));
    }
  };
  meanBracket({edge, rounds: rounds - (lost[0]?.round ?? rounds), nodes, moves: () => moves, each});
  return {
    mean: low.map((v, b) => (v + high[b]!) / 2),
    error: high.map((v, b) => (v - low[b]!) / 2 + (2 + b) * unseen * ceiling)
  };
}

/**
 * The means of min(f w, C − w) for every horizon, bracketed. The grid is refined until the error at the longest is at
 * most `tolerance` dollars, or the work is some seconds: read the error.
 */
export function clippedMeans(fraction: number, game: Game, tolerance: number): Means {
  const {ceiling, rounds, wealth} = game;
  if (wealth >= ceiling || wealth === 0 || fraction === 0 || rounds === 0) {
    const mean = new Float64Array(rounds + 1).fill(Math.min(wealth, ceiling));
    return {mean, error: new Float64Array(rounds + 1)};
  }
  const most = Math.max(1000, Math.floor(work / rounds));
  const first = Math.min(300, most);
  const exact = untilClipped(fraction, game);
  const attempt = (count: number, crowding: number) => {
    const means = bracket(gridFor(count, crowding, fraction, ceiling), fraction, game, exact);
    return {count, crowding, means, error: means.error[rounds]!};
  };
  const trials = crowdings.map((crowding) => attempt(first, crowding));
  let best = trials.reduce((a, b) => (b.error < a.error ? b : a));
  let count = first;
  while (best.error > tolerance && count < most) {
    // The curves bend at ever finer scales: the error falls with about the power 1.5 of the number of nodes.
    count = Math.min(most, Math.ceil(count * Math.min(8, Math.max(1.3, 1.1 * (best.error / tolerance) ** (1 / 1.5)))));
    const next = attempt(count, best.crowding);
    if (next.error < best.error) best = next;
  }
  return best.means;
}
