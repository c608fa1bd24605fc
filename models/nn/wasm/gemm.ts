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

/** out [columns, rows] = a [rows, columns] transposed, in blocks of 4×4 as far as they go. */
export function transpose(a: usize, rows: i32, columns: i32, out: usize): void {
  const from = <usize>columns << 2;
  const to = <usize>rows << 2;
  const wholeRows = rows & ~3;
  const wholeColumns = columns & ~3;
  for (let row = 0; row < wholeRows; row += 4) {
    let p = a + <usize>row * from;
    let q = out + (<usize>row << 2);
    for (let column = 0; column < wholeColumns; column += 4) {
      const r0 = v128.load(p);
      const r1 = v128.load(p + from);
      const r2 = v128.load(p + 2 * from);
      const r3 = v128.load(p + 3 * from);
      const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
      const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
      const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
      const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      v128.store(q, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
      v128.store(q + to, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7));
      v128.store(q + 2 * to, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5));
      v128.store(q + 3 * to, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7));
      p += 16;
      q += 4 * to;
    }
  }
  for (let row = 0; row < rows; ++row)
    for (let column = row < wholeRows ? wholeColumns : 0; column < columns; ++column)
      store<f32>(out + <usize>column * to + (<usize>row << 2), load<f32>(a + <usize>row * from + (<usize>column << 2)));
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
 * Four rows of C [4, n] = A · B, where B is packed. The rows of A are `aStep` bytes apart, and each is made of `segments`
 * runs of `bytes` bytes, `segmentStep` bytes apart. A plain product has one segment; a 3×3 convolution has three, one for
 * each row of the image under the kernel.
 */
export function rows4(
  a: usize,
  aStep: usize,
  segments: i32,
  segmentStep: usize,
  bytes: usize,
  packed: usize,
  c: usize,
  n: i32
): void {
  const cStep = <usize>n << 2;
  let b = packed;
  let column = n;
  for (; column > 4; column -= 8) {
    let c00 = f32x4.splat(0);
    let c01 = c00;
    let c10 = c00;
    let c11 = c00;
    let c20 = c00;
    let c21 = c00;
    let c30 = c00;
    let c31 = c00;
    for (let s = 0; s < segments; ++s) {
      let a0 = a + <usize>s * segmentStep;
      let a1 = a0 + aStep;
      let a2 = a1 + aStep;
      let a3 = a2 + aStep;
      const end = a0 + bytes;
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
    }
    storeSome(c, c00, c01, column);
    storeSome(c + cStep, c10, c11, column);
    storeSome(c + 2 * cStep, c20, c21, column);
    storeSome(c + 3 * cStep, c30, c31, column);
    c += 32;
  }
  if (column > 0) half4(a, aStep, segments, segmentStep, bytes, b, c, cStep, column);
}

/** The same for a last panel of `columns` ≤ 4. */
function half4(
  a: usize,
  aStep: usize,
  segments: i32,
  segmentStep: usize,
  bytes: usize,
  b: usize,
  c: usize,
  cStep: usize,
  columns: i32
): void {
  let c0 = f32x4.splat(0);
  let c1 = c0;
  let c2 = c0;
  let c3 = c0;
  for (let s = 0; s < segments; ++s) {
    let a0 = a + <usize>s * segmentStep;
    let a1 = a0 + aStep;
    let a2 = a1 + aStep;
    let a3 = a2 + aStep;
    const end = a0 + bytes;
    while (a0 < end) {
      const x = v128.load(b);
      c0 = multiplyAdd(c0, v128.load32_splat(a0), x);
      c1 = multiplyAdd(c1, v128.load32_splat(a1), x);
      c2 = multiplyAdd(c2, v128.load32_splat(a2), x);
      c3 = multiplyAdd(c3, v128.load32_splat(a3), x);
      b += 32;
      a0 += 4;
      a1 += 4;
      a2 += 4;
      a3 += 4;
    }
  }
  storeSome(c, c0, c0, columns);
  storeSome(c + cStep, c1, c1, columns);
  storeSome(c + 2 * cStep, c2, c2, columns);
  storeSome(c + 3 * cStep, c3, c3, columns);
}

/** The same as `rows4` for one row. */
export function row1(
  a: usize,
  segments: i32,
  segmentStep: usize,
  bytes: usize,
  packed: usize,
  c: usize,
  n: i32
): void {
  let b = packed;
  for (let column = n; column > 0; column -= 8) {
    let c0 = f32x4.splat(0);
    let c1 = c0;
    for (let s = 0; s < segments; ++s) {
      let p = a + <usize>s * segmentStep;
      for (const end = p + bytes; p < end; p += 4) {
        const x = v128.load32_splat(p);
        c0 = multiplyAdd(c0, x, v128.load(b));
        c1 = multiplyAdd(c1, x, v128.load(b, 16));
        b += 32;
      }
    }
    storeSome(c, c0, c1, column);
    c += 32;
  }
}

/** C [m, n] = A [m, k] · B, where B [k, n] is packed. */
export function gemm(a: usize, packed: usize, c: usize, m: i32, n: i32, k: i32): void {
  const aStep = <usize>k << 2;
  const cStep = <usize>n << 2;
  if (m < 4) {
    for (let i: usize = 0; i < <usize>m; ++i) row1(a + i * aStep, 1, 0, aStep, packed, c + i * cStep, n);
    return;
  }
  for (let row = 0; row < m; row += 4) {
    // The last four rows end with the matrix: some are made twice, with the same numbers.
    const first = <usize>min(row, m - 4);
    rows4(a + first * aStep, aStep, 1, 0, aStep, packed, c + first * cStep, n);
  }
}
