/**
 * Initial value problems, by the pair of Dormand and Prince (“A family of embedded Runge–Kutta formulae”, 1980): steps
 * of order 5, their error estimated at order 4. Nothing is checked here.
 */

/** Writes the derivative of `state` at `time` to `slope`. */
export type Derivative = (time: number, state: Float64Array, slope: Float64Array) => void;

const nodes = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
const rows = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84]
];
const errors = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];

/** A solver for one system of `size` equations; it keeps its work space, and the step it last found right. */
export interface Solver {
  /**
   * Takes `state` from time `from` to `to` in place, in steps whose estimated error is at most `tolerance` in each
   * entry (relative to 1 + its size). `visit`, called after each step with the time before it and its length, may
   * return true to stop there. Returns the time reached.
   */
  advance(
    state: Float64Array,
    from: number,
    to: number,
    visit?: (before: Float64Array, time: number, length: number) => boolean
  ): number;
  /** Writes one step of `length` from `before` to `after`, and returns its estimated error over the tolerance. */
  step(before: Float64Array, time: number, length: number, after: Float64Array): number;
}

/** A solver for the system that `derivative` describes. */
export function solver(derivative: Derivative, size: number, tolerance: number): Solver {
  const slopes = rows.map(() => new Float64Array(size));
  const at = new Float64Array(size);
  const next = new Float64Array(size);
  const earlier = new Float64Array(size);
  let length = 0.01;

  const step = (before: Float64Array, time: number, h: number, after: Float64Array): number => {
    for (let s = 0; s < rows.length; ++s) {
      const row = rows[s]!;
      for (let i = 0; i < size; ++i) {
        let sum = 0;
        for (let j = 0; j < s; ++j) sum += row[j]! * slopes[j]![i]!;
        at[i] = before[i]! + h * sum;
      }
      derivative(time + nodes[s]! * h, at, slopes[s]!);
    }
    let worst = 0;
    for (let i = 0; i < size; ++i) {
      let gap = 0;
      for (let s = 0; s < rows.length; ++s) gap += errors[s]! * slopes[s]![i]!;
      worst = Math.max(worst, Math.abs(h * gap) / (1 + Math.abs(at[i]!)));
    }
    // The last row of the pair is the fifth-order solution itself.
    after.set(at);
    return worst / tolerance;
  };

  const advance: Solver["advance"] = (state, from, to, visit) => {
    let time = from;
    while (time < to) {
      const last = to - time <= length * (1 + 1e-9);
      const h = last ? to - time : length;
      const error = step(state, time, h, next);
      const better = h * Math.min(5, Math.max(0.2, 0.9 * error ** -0.2));
      if (error > 1 && h > 1e-12) {
        length = better;
        continue;
      }
      // A step cut short by the end says little about how long the next one may be.
      length = last ? Math.max(length, better) : better;
      earlier.set(state);
      state.set(next);
      const stop = visit?.(earlier, time, h) ?? false;
      time = last ? to : time + h;
      if (stop) break;
    }
    return time;
  };
  return {advance, step};
}
