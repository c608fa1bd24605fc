/**
 * Least squares in a box, by the method of Levenberg (1944) and Marquardt (1963): between Gauss–Newton, where the
 * curve is nearly straight in its parameters, and steepest descent, where it is not. Nothing is checked here.
 */

/** The least and the most that each parameter may be. */
export type Box = readonly (readonly [low: number, high: number])[];

export interface Minimum {
  at: number[];
  /** The sum of the squared residuals there. */
  squares: number;
}

/** A minimum of the sum of squares of `residuals`, downhill from `start`; the residuals are written to an array. */
export function leastSquares(
  residuals: (at: readonly number[], to: Float64Array) => void,
  count: number,
  start: readonly number[],
  box: Box
): Minimum {
  const size = start.length;
  let at = start.map((v, i) => clamp(v, box[i]!));
  let here = new Float64Array(count);
  let there = new Float64Array(count);
  residuals(at, here);
  let squares = sumOfSquares(here);
  let damping = 1e-3;
  const columns = Array.from({length: size}, () => new Float64Array(count));
  for (let round = 0; round < 200; ++round) {
    for (let j = 0; j < size; ++j) derive(residuals, at, j, box[j]!, here, columns[j]!);
    const before = squares;
    while (damping < 1e12) {
      const step = solve(columns, here, damping, (j, downhill) => held(at[j]!, box[j]!, downhill));
      const next = at.map((v, j) => clamp(v + step[j]!, box[j]!));
      residuals(next, there);
      const sum = sumOfSquares(there);
      if (sum < squares) {
        [at, squares] = [next, sum];
        [here, there] = [there, here];
        damping = Math.max(damping / 5, 1e-12);
        break;
      }
      damping *= 4;
    }
    if (before - squares <= 1e-12 * before) break;
  }
  return {at, squares};
}

function clamp(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(high, Math.max(low, value));
}

function sumOfSquares(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}

/** Whether a parameter stands at an end of its range and would be pushed out. */
function held(value: number, [low, high]: readonly [number, number], downhill: number): boolean {
  return (value <= low && downhill < 0) || (value >= high && downhill > 0);
}

/** The derivatives of the residuals in one parameter, by a difference that stays in the box. */
function derive(
  residuals: (at: readonly number[], to: Float64Array) => void,
  at: readonly number[],
  j: number,
  [low, high]: readonly [number, number],
  here: Float64Array,
  column: Float64Array
): void {
  const h = 1e-6 * (high - low);
  const moved = [...at];
  moved[j] = at[j]! + h <= high ? at[j]! + h : at[j]! - h;
  residuals(moved, column);
  const width = moved[j]! - at[j]!;
  for (let i = 0; i < column.length; ++i) column[i] = (column[i]! - here[i]!) / width;
}

/** The damped normal equations, (AᵀA + damping·diag AᵀA)·step = −Aᵀr, for the parameters that are not held. */
function solve(
  columns: readonly Float64Array[],
  residual: Float64Array,
  damping: number,
  isHeld: (j: number, downhill: number) => boolean
): number[] {
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, i) => sum + v * b[i]!, 0);
  const downhill = columns.map((column) => -dot(column, residual));
  const free = columns.map((_, j) => j).filter((j) => !isHeld(j, downhill[j]!));
  const rows = free.map((j) => [
    ...free.map((k) => dot(columns[j]!, columns[k]!) * (j === k ? 1 + damping : 1) + (j === k ? 1e-30 : 0)),
    downhill[j]!
  ]);
  const n = free.length;
  for (let i = 0; i < n; ++i) {
    let pivot = i;
    for (let r = i + 1; r < n; ++r) if (Math.abs(rows[r]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = r;
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    for (let r = 0; r < n; ++r) {
      if (r === i) continue;
      const factor = rows[r]![i]! / rows[i]![i]!;
      for (let c = i; c <= n; ++c) rows[r]![c]! -= factor * rows[i]![c]!;
    }
  }
  const step = columns.map(() => 0);
  free.forEach((j, i) => {
    const value = rows[i]![n]! / rows[i]![i]!;
    step[j] = Number.isFinite(value) ? value : 0;
  });
  return step;
}
