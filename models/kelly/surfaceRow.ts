/** The first index in `low` … `high` whose entry of the rising `axis` is at least `level`; `high` if none is. */
function firstFrom(axis: Float64Array, level: number, low: number, high: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (axis[middle]! < level) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Writes first, first + rise, first + 2 · rise … from index `from` up to `to`. Four a turn, without a load: as fast as
 * memory takes them, where a plain loop over the axis takes three times as long.
 */
function fillLine(surface: Float64Array, from: number, to: number, first: number, rise: number): void {
  const twice = 2 * rise;
  const thrice = 3 * rise;
  let at = from;
  for (; at < to - 3; at += 4) {
    const here = first + rise * (at - from);
    surface[at] = here;
    surface[at + 1] = here + rise;
    surface[at + 2] = here + twice;
    surface[at + 3] = here + thrice;
  }
  for (; at < to; ++at) surface[at] = first + rise * (at - from);
}

/**
 * Writes the row of V with `rounds` flips left into `surface` from index `start`: a straight line for each pair of
 * neighbouring claims, whose price and chance of paying come as tails. `axis` holds the wealths in dollars, rising;
 * `step` is the dollars between any two of them, or 0 when they differ. Nothing is checked here.
 */
export function fillRow(
  surface: Float64Array,
  start: number,
  axis: Float64Array,
  step: number,
  ceiling: number,
  rounds: number,
  price: Float64Array,
  chance: Float64Array
): void {
  const n = axis.length;
  let i = 0;
  let x0 = 0;
  let y0 = 0;
  for (let j = rounds; j >= 0 && i < n; --j) {
    const x1 = ceiling * price[j]!;
    const y1 = ceiling * chance[j]!;
    // A piece that holds no wealth of the axis needs no slope; one of no width would have none.
    if (axis[i]! < x1) {
      // Next to no wealth, hundreds of flips from the end, a slope can pass the greatest double: infinity · 0 is no number.
      const slope = Math.min((y1 - y0) / (x1 - x0), Number.MAX_VALUE);
      const end = firstFrom(axis, x1, i + 1, n);
      if (end === i + 1) surface[start + i] = y0 + (y1 - y0) * ((axis[i]! - x0) / (x1 - x0));
      else if (step > 0) fillLine(surface, start + i, start + end, y0 + slope * (axis[i]! - x0), slope * step);
      else for (let k = i; k < end; ++k) surface[start + k] = y0 + slope * (axis[k]! - x0);
      i = end;
    }
    x0 = x1;
    y0 = y1;
  }
  if (i < n) surface.fill(ceiling, start + i, start + n);
}
