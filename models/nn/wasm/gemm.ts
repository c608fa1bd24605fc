/**
 * Matrix products. Pointers are byte addresses of float32 numbers in rows; the right factor is first packed into panels
 * of 8 columns, so that the inner loop reads it in order. C is made in tiles of 4 rows by 8 columns that stay in 8
 * registers.
 */

/** acc + a·b. With relaxed SIMD one fused instruction, whose rounding depends on the machine. */
export function multiplyAdd(acc: v128, a: v128, b: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, acc);
  return f32x4.add(acc, f32x4.mul(a, b));
}

/** Packs w [rows, columns] into [⌈columns / 8⌉][rows][8], the last panel filled up with zeros. */
export function packColumns(w: usize, rows: i32, columns: i32, out: usize): void {
  for (let first = 0; first < columns; first += 8) {
    const count = min(8, columns - first);
    let from = w + (<usize>first << 2);
    for (let row = 0; row < rows; ++row) {
      if (count == 8) {
        v128.store(out, v128.load(from));
        v128.store(out, v128.load(from, 16), 16);
      } else {
        v128.store(out, f32x4.splat(0));
        v128.store(out, f32x4.splat(0), 16);
        for (let j = 0; j < count; ++j) store<f32>(out + (<usize>j << 2), load<f32>(from + (<usize>j << 2)));
      }
      out += 32;
      from += <usize>columns << 2;
    }
  }
}

/** out [columns, rows] = a [rows, columns] transposed. */
export function transpose(a: usize, rows: i32, columns: i32, out: usize): void {
  const step = <usize>rows << 2;
  for (let row = 0; row < rows; ++row) {
    let to = out + (<usize>row << 2);
    for (let column = 0; column < columns; ++column) {
      store<f32>(to, load<f32>(a));
      a += 4;
      to += step;
    }
  }
}

/** Stores the first `count` of the 8 numbers in two registers. */
function storeSome(to: usize, low: v128, high: v128, count: i32): void {
  if (count >= 8) {
    v128.store(to, low);
    v128.store(to, high, 16);
    return;
  }
  if (count >= 4) {
    v128.store(to, low);
    low = high;
    to += 16;
    count -= 4;
  }
  if (count > 0) store<f32>(to, f32x4.extract_lane(low, 0));
  if (count > 1) store<f32>(to, f32x4.extract_lane(low, 1), 4);
  if (count > 2) store<f32>(to, f32x4.extract_lane(low, 2), 8);
}

/**
 * A tile of 4 rows by `columns` ≤ 8: the rows of A are `aStep` bytes apart, and each is made of `segments` runs of
 * `length` numbers, `segmentStep` bytes apart. A plain product has one segment; a 3×3 convolution has three, one for
 * each row of the image under the kernel. `b` is a packed panel.
 */
export function tile4(
  a: usize,
  aStep: usize,
  segments: i32,
  segmentStep: usize,
  length: i32,
  b: usize,
  c: usize,
  cStep: usize,
  columns: i32
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  for (let s = 0; s < segments; ++s) {
    let a0 = a;
    let a1 = a0 + aStep;
    let a2 = a1 + aStep;
    let a3 = a2 + aStep;
    const end = a + (<usize>length << 2);
    while (a0 < end) {
      const b0 = v128.load(b);
      const b1 = v128.load(b, 16);
      const x0 = v128.load32_splat(a0);
      c00 = multiplyAdd(c00, x0, b0);
      c01 = multiplyAdd(c01, x0, b1);
      const x1 = v128.load32_splat(a1);
      c10 = multiplyAdd(c10, x1, b0);
      c11 = multiplyAdd(c11, x1, b1);
      const x2 = v128.load32_splat(a2);
      c20 = multiplyAdd(c20, x2, b0);
      c21 = multiplyAdd(c21, x2, b1);
      const x3 = v128.load32_splat(a3);
      c30 = multiplyAdd(c30, x3, b0);
      c31 = multiplyAdd(c31, x3, b1);
      b += 32;
      a0 += 4;
      a1 += 4;
      a2 += 4;
      a3 += 4;
    }
    a += segmentStep;
  }
  storeSome(c, c00, c01, columns);
  storeSome(c + cStep, c10, c11, columns);
  storeSome(c + 2 * cStep, c20, c21, columns);
  storeSome(c + 3 * cStep, c30, c31, columns);
}

/** The same for one row. */
export function tile1(a: usize, segments: i32, segmentStep: usize, length: i32, b: usize, c: usize, columns: i32): void {
  let c0 = f32x4.splat(0);
  let c1 = c0;
  for (let s = 0; s < segments; ++s) {
    const end = a + (<usize>length << 2);
    for (let p = a; p < end; p += 4) {
      const x = v128.load32_splat(p);
      c0 = multiplyAdd(c0, x, v128.load(b));
      c1 = multiplyAdd(c1, x, v128.load(b, 16));
      b += 32;
    }
    a += segmentStep;
  }
  storeSome(c, c0, c1, columns);
}

/** C [m, n] = A [m, k] · B, where B [k, n] is packed. */
export function gemm(a: usize, packed: usize, c: usize, m: i32, n: i32, k: i32): void {
  const aStep = <usize>k << 2;
  const cStep = <usize>n << 2;
  const panel = <usize>k << 5;
  for (let row = 0; row < m; row += 4) {
    // The last tile moves up to end with the matrix: it makes some rows twice, with the same numbers.
    const first = m >= 4 ? min(row, m - 4) : row;
    const aRow = a + <usize>first * aStep;
    let cTile = c + <usize>first * cStep;
    let b = packed;
    for (let column = 0; column < n; column += 8) {
      const count = min(8, n - column);
      if (m >= 4) tile4(aRow, aStep, 1, 0, k, b, cTile, cStep, count);
      else for (let i = 0; i < m; ++i) tile1(aRow + <usize>i * aStep, 1, 0, k, b, cTile + <usize>i * cStep, count);
      b += panel;
      cTile += 32;
    }
  }
}
