/**
 * Two curves that hold a strategy's expected payoff M(w, b) between them, for every wealth and horizon.
 *
 * One round turns M(·, b − 1) into T M = p M(u(w)) + (1 − p) M(d(w)), where u and d are the wealths after a win and
 * after a loss. On a grid of wealths, let u and d be linear from node to node and let A lie above M and be linear
 * from node to node too. Then T A lies above T M, and it is linear but for a kink wherever u or d crosses a node.
 * So the excess of T A over its chord in a cell is known from those crossings alone; raising both ends of the cell by
 * it gives a curve that is linear from node to node and above T A. The mirror image gives a lower curve. What is
 * added is the curvature within one cell, so the gap falls with the width of the cells, and faster than in
 * proportion to it.
 *
 * At the ceiling M is known, and a gap opened there would widen each round for all who have arrived. So in the last
 * cell the inner end alone is raised, by enough to make up for it: twice over, as the losses of clipped bets fall into
 * this cell and the next, which for an edge of ½ or less would feed on itself round by round. Then both ends are.
 */

/** Excesses this small, as a share of the ceiling, are rounding: they are left out, and counted in the error. */
export const unseen = 1e-13;

/** Wealths after a win and after a loss from each node, and the grid cell each lies in. */
export interface Moves {
  up: Float64Array;
  down: Float64Array;
  upCell: Int32Array;
  downCell: Int32Array;
}

/** Room for the moves from each node of a grid. */
export function movesFor(nodes: Float64Array): Moves {
  const count = nodes.length;
  return {
    up: new Float64Array(count),
    down: new Float64Array(count),
    upCell: new Int32Array(count),
    downCell: new Int32Array(count)
  };
}

/** A bound at the nodes, and its slope in each cell: 0 beyond the ceiling, where a win is cut. */
interface Curve {
  value: Float64Array;
  slope: Float64Array;
  next: Float64Array;
  /** +1 for the upper curve, −1 for the lower. */
  side: number;
}

function curve(nodes: Float64Array, side: number): Curve {
  const empty = () => new Float64Array(nodes.length);
  return {value: nodes.slice(), slope: empty(), next: empty(), side};
}

/** Sum, over the nodes up to each, of the kinks that bend towards the curve's side. */
function bendsOf({slope, side}: Curve): Float64Array {
  const bends = new Float64Array(slope.length);
  for (let j = 1; j < bends.length; ++j) bends[j] = bends[j - 1]! + Math.max(0, side * (slope[j - 1]! - slope[j]!));
  return bends;
}

/**
 * Most that a curve lies to its side of the chord between two wealths, when it is followed at a steady pace from one
 * to the other across several nodes. With `inner` set, what the first end alone must be raised by to make up for it.
 */
function excess(
  nodes: Float64Array,
  {value, side}: Curve,
  ends: {a: number; b: number; aCell: number; bCell: number},
  aValue: number,
  bValue: number,
  inner: boolean
): number {
  const {a, b, aCell, bCell} = ends;
  const last = Math.max(aCell, bCell);
  const rise = (bValue - aValue) / (b - a);
  const ignored = inner ? unseen * nodes[nodes.length - 1]! : 0;
  let most = 0;
  for (let j = Math.min(aCell, bCell) + 1; j <= last; ++j) {
    let over = side * (value[j]! - aValue - rise * (nodes[j]! - a));
    if (over <= ignored) continue;
    if (inner) over *= (b - a) / (b - nodes[j]!);
    if (over > most) most = over;
  }
  return most;
}

/** The grid and what a win and a loss do, with b rounds left, at each of its nodes. */
export interface BracketInput {
  edge: number;
  rounds: number;
  /** Grid from 0 to the ceiling, rising. Neither end is ever left. */
  nodes: Float64Array;
  /** The moves with this many rounds left; called for 1, 2 … rounds. */
  moves: (rounds: number) => Moves;
  /** Told both curves for each horizon 0 … rounds. The arrays are used again afterwards. */
  each: (rounds: number, lower: Float64Array, upper: Float64Array) => void;
}

/** Brackets the mean for every horizon up to `rounds`. */
export function meanBracket({edge, rounds, nodes, moves, each}: BracketInput): void {
  const ceiling = nodes.at(-1)!;
  const lower = curve(nodes, -1);
  const upper = curve(nodes, 1);
  each(0, lower.value, upper.value);
  for (let round = 1; round <= rounds; ++round) {
    advance(nodes, lower, upper, moves(round), edge);
    for (const one of [lower, upper]) [one.value, one.next] = [one.next, one.value];
    // A bound worse than none, as wild rules have, begins anew: M lies between 0 and the ceiling.
    if (lower.value.some((v) => v < -ceiling)) lower.value.fill(0);
    if (upper.value.some((v) => v > 2 * ceiling)) upper.value.fill(ceiling);
    each(round, lower.value, upper.value);
  }
}

/** One round of both curves. */
function advance(nodes: Float64Array, lower: Curve, upper: Curve, moves: Moves, edge: number): void {
  const cells = nodes.length - 1;
  for (const {value, slope} of [lower, upper])
    for (let i = 0; i < cells; ++i) slope[i] = (value[i + 1]! - value[i]!) / (nodes[i + 1]! - nodes[i]!);
  // What each cell's ends must be raised by: first for a win, then for a loss.
  const [low, high] = [lower.next, upper.next];
  low.fill(0);
  high.fill(0);
  const [lowRaise, highRaise] = [new Float64Array(cells), new Float64Array(cells)];
  const inner = edge > 0.5;
  follow(nodes, lower, upper, moves.up, moves.upCell, edge, inner, lowRaise, highRaise);
  follow(nodes, lower, upper, moves.down, moves.downCell, 1 - edge, inner, lowRaise, highRaise);
  for (let i = 0; i < cells; ++i) {
    const before = Math.max(0, i - 1);
    low[i]! -= Math.max(lowRaise[before]!, lowRaise[i]!);
    high[i]! += Math.max(highRaise[before]!, highRaise[i]!);
  }
  if (inner) {
    low[cells] = lower.value[cells]!;
    high[cells] = upper.value[cells]!;
  } else {
    low[cells]! -= lowRaise[cells - 1]!;
    high[cells]! += highRaise[cells - 1]!;
  }
}

/** Adds `weight` times the curves at the wealths moved to, and what the chords between those leave out. */
function follow(
  nodes: Float64Array,
  lower: Curve,
  upper: Curve,
  to: Float64Array,
  toCell: Int32Array,
  weight: number,
  inner: boolean,
  lowRaise: Float64Array,
  highRaise: Float64Array
): void {
  const cells = nodes.length - 1;
  const {value: low, slope: lowSlope, next: lowNext} = lower;
  const {value: high, slope: highSlope, next: highNext} = upper;
  // Crossings are followed one by one while there are a few for each cell. A rule that jumps about all over is bounded
  // by the kinks it jumps across: each adds at most a quarter of its size times the jump.
  let allowance = 8 * cells;
  let bends: [Float64Array, Float64Array] | undefined;
  let [a, aCell, aLow, aHigh] = [to[0]!, toCell[0]!, low[0]!, high[0]!];
  lowNext[0]! += weight * aLow;
  highNext[0]! += weight * aHigh;
  for (let h = 0; h < cells; ++h) {
    const i = h + 1;
    const b = to[i]!;
    const bCell = toCell[i]!;
    const beyond = b - nodes[bCell]!;
    const bLow = low[bCell]! + lowSlope[bCell]! * beyond;
    const bHigh = high[bCell]! + highSlope[bCell]! * beyond;
    lowNext[i]! += weight * bLow;
    highNext[i]! += weight * bHigh;
    if (bCell === aCell + 1 && i < cells) {
      const part = (nodes[bCell]! - a) / (b - a);
      const under = aLow + part * (bLow - aLow) - low[bCell]!;
      const over = high[bCell]! - aHigh - part * (bHigh - aHigh);
      if (under > 0) lowRaise[h]! += weight * under;
      if (over > 0) highRaise[h]! += weight * over;
    } else if (bCell !== aCell) {
      allowance -= Math.abs(bCell - aCell);
      if (allowance >= 0 || i === cells) {
        const ends = {a, b, aCell, bCell};
        lowRaise[h]! += weight * excess(nodes, lower, ends, aLow, bLow, inner && i === cells);
        highRaise[h]! += weight * excess(nodes, upper, ends, aHigh, bHigh, inner && i === cells);
      } else {
        bends ??= [bendsOf(lower), bendsOf(upper)];
        const jump = (weight * Math.abs(b - a)) / 4;
        lowRaise[h]! += jump * Math.abs(bends[0][bCell]! - bends[0][aCell]!);
        highRaise[h]! += jump * Math.abs(bends[1][bCell]! - bends[1][aCell]!);
      }
    }
    a = b;
    aCell = bCell;
    aLow = bLow;
    aHigh = bHigh;
  }
}

/** The cell of a rising grid that a wealth lies in: the last node not above it. Binary search. */
export function cellOf(nodes: Float64Array, wealth: number): number {
  let low = 0;
  let high = nodes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (nodes[middle]! <= wealth) low = middle;
    else high = middle;
  }
  return low;
}
