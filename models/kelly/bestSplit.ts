/**
 * One step back in time of the whole-unit game, for every wealth at once, in linear time.
 *
 * Let f(0 … W) be a row of values with one flip fewer left, and d(i) = f(i + 1) − f(i). The row before it is
 *
 *     v(w) = max over stakes x of p·f(w + x) + q·f(w − x) = max over s + t = 2w of p·f(s) + q·f(t).
 *
 * (With p ≥ q and f rising, letting s fall below t gains nothing, so the second maximum has no need of s ≥ t.)
 * Suppose f is concave: d falls. Then p·f(s) + q·f(t) is the sum of the first s of the falling list p·d and the first
 * t of the falling list q·d, and the best way to take 2w numbers from the two is to take the 2w greatest: to merge the
 * lists. Each further w takes the next two, which are no greater than the two before, so v is concave as well. The
 * row of no flips, f(w) = w, is concave; by induction every row is. Hence this equals a scan of all stakes, at two
 * comparisons a wealth in place of W / 4 stakes.
 *
 * Rounding: the merge compares increments, which are only ever multiplied and added, all positive. Both operations
 * round monotonically, so increments stay exactly in falling order however long the game, and their relative error
 * grows by at most 2.2e-16 a row; that of the values by at most 7e-16 a row, or 2e-13 in 300 rows. (Increments taken
 * as differences of values would lose those digits where the row is nearly flat.)
 */

/**
 * Writes the row of V that starts at index `at` of `values` from the row just before it; both hold `units` + 1
 * values, in any currency. `later` holds the increments of that row and, last, −1, which is below every increment and
 * so never taken; `now` receives those of the new row, likewise. The edge must be at least ½.
 */
export function bestSplit(
  values: Float64Array,
  at: number,
  units: number,
  edge: number,
  later: Float64Array,
  now: Float64Array
): void {
  const tail = 1 - edge;
  const before = at - units - 1;
  let s = 0;
  let t = 0;
  let win = edge * later[0]!;
  let lose = tail * later[0]!;
  values[at] = 0;
  for (let w = 0; w < units; ++w) {
    let step = 0;
    if (win >= lose) {
      step = win;
      win = edge * later[++s]!;
    } else {
      step = lose;
      lose = tail * later[++t]!;
    }
    if (win >= lose) {
      step += win;
      win = edge * later[++s]!;
    } else {
      step += lose;
      lose = tail * later[++t]!;
    }
    now[w] = step;
    values[at + w + 1] = edge * values[before + s]! + tail * values[before + t]!;
  }
  now[units] = -1;
  // The last split is all of both lists, so only rounding tells the value from that of the row before.
  values[at + units] = values[before + units]!;
}
