import {multiplyAdd} from "./gemm";

/**
 * A block of 4 rows by 8 columns of C += Aᵀ·B, where `rows` rows of A and B are each `runs` runs of `length` numbers:
 * rows of A are `aStep` bytes apart in a run, runs `aRun` bytes apart; B goes on without gaps. A convolution's weight
 * gradient has a run for each row of the image.
 */
function outer4x8(
  a: usize,
  aStep: usize,
  aRun: usize,
  b: usize,
  bStep: usize,
  runs: i32,
  length: i32,
  c: usize,
  cStep: usize
): void {
  const c1 = c + cStep;
  const c2 = c1 + cStep;
  const c3 = c2 + cStep;
  let c00 = v128.load(c);
  let c01 = v128.load(c, 16);
  let c10 = v128.load(c1);
  let c11 = v128.load(c1, 16);
  let c20 = v128.load(c2);
  let c21 = v128.load(c2, 16);
  let c30 = v128.load(c3);
  let c31 = v128.load(c3, 16);
  for (let run = 0; run < runs; ++run) {
    let p = a;
    for (let i = 0; i < length; ++i) {
      const b0 = v128.load(b);
      const b1 = v128.load(b, 16);
      let x = v128.load32_splat(p);
      c00 = multiplyAdd(c00, x, b0);
      c01 = multiplyAdd(c01, x, b1);
      x = v128.load32_splat(p, 4);
      c10 = multiplyAdd(c10, x, b0);
      c11 = multiplyAdd(c11, x, b1);
      x = v128.load32_splat(p, 8);
      c20 = multiplyAdd(c20, x, b0);
      c21 = multiplyAdd(c21, x, b1);
      x = v128.load32_splat(p, 12);
      c30 = multiplyAdd(c30, x, b0);
      c31 = multiplyAdd(c31, x, b1);
      p += aStep;
      b += bStep;
    }
    a += aRun;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c1, c10);
  v128.store(c1, c11, 16);
  v128.store(c2, c20);
  v128.store(c2, c21, 16);
  v128.store(c3, c30);
  v128.store(c3, c31, 16);
}

/** The same for 4 rows by 4 columns. */
function outer4x4(
  a: usize,
  aStep: usize,
  aRun: usize,
  b: usize,
  bStep: usize,
  runs: i32,
  length: i32,
  c: usize,
  cStep: usize
): void {
  const q1 = c + cStep;
  const q2 = q1 + cStep;
  const q3 = q2 + cStep;
  let c0 = v128.load(c);
  let c1 = v128.load(q1);
  let c2 = v128.load(q2);
  let c3 = v128.load(q3);
  for (let run = 0; run < runs; ++run) {
    let p = a;
    for (let i = 0; i < length; ++i) {
      const b0 = v128.load(b);
      c0 = multiplyAdd(c0, v128.load32_splat(p), b0);
      c1 = multiplyAdd(c1, v128.load32_splat(p, 4), b0);
      c2 = multiplyAdd(c2, v128.load32_splat(p, 8), b0);
      c3 = multiplyAdd(c3, v128.load32_splat(p, 12), b0);
      p += aStep;
      b += bStep;
    }
    a += aRun;
  }
  v128.store(c, c0);
  v128.store(q1, c1);
  v128.store(q2, c2);
  v128.store(q3, c3);
}

/** The same for one number. */
function outer1(a: usize, aStep: usize, aRun: usize, b: usize, bStep: usize, runs: i32, length: i32, c: usize): void {
  let sum: f32 = 0;
  for (let run = 0; run < runs; ++run) {
    let p = a;
    for (let i = 0; i < length; ++i) {
      sum += load<f32>(p) * load<f32>(b);
      p += aStep;
      b += bStep;
    }
    a += aRun;
  }
  store<f32>(c, load<f32>(c) + sum);
}

/** C [m, n] += Aᵀ·B over runs of rows, as in `outer4x8`; B and C have n numbers a row. */
export function outer(
  a: usize,
  aStep: usize,
  aRun: usize,
  b: usize,
  runs: i32,
  length: i32,
  c: usize,
  m: i32,
  n: i32
): void {
  const step = <usize>n << 2;
  const whole = m & ~3;
  for (let row = 0; row < whole; row += 4) {
    const from = a + (<usize>row << 2);
    const to = c + <usize>row * step;
    let column = 0;
    for (; column + 8 <= n; column += 8) {
      const at = <usize>column << 2;
      outer4x8(from, aStep, aRun, b + at, step, runs, length, to + at, step);
    }
    for (; column + 4 <= n; column += 4) {
      const at = <usize>column << 2;
      outer4x4(from, aStep, aRun, b + at, step, runs, length, to + at, step);
    }
    for (; column < n; ++column) {
      const at = <usize>column << 2;
      for (let i: usize = 0; i < 4; ++i)
        outer1(from + (i << 2), aStep, aRun, b + at, step, runs, length, to + i * step + at);
    }
  }
  for (let row = whole; row < m; ++row)
    for (let column = 0; column < n; ++column) {
      const at = <usize>column << 2;
      outer1(a + (<usize>row << 2), aStep, aRun, b + at, step, runs, length, c + <usize>row * step + at);
    }
}

/** C [m, n] += A [k, m]ᵀ · B [k, n], in slices of 256 rows that stay in the cache. */
export function gemmTransposed(a: usize, b: usize, c: usize, m: i32, n: i32, k: i32): void {
  for (let row = 0; row < k; row += 256)
    outer(
      a + ((<usize>row * m) << 2),
      <usize>m << 2,
      0,
      b + ((<usize>row * n) << 2),
      1,
      min(256, k - row),
      c,
      m,
      n
    );
}
