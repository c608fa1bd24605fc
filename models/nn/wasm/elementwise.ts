/** The functions that `unary` knows; ../kernels.ts has the same list. */
export const enum Unary {
  exp,
  log,
  sqrt,
  rsqrt,
  reciprocal,
  square,
  tanh,
  sigmoid,
  softplus,
  sin,
  cos,
  abs,
  sign
}

function value(kind: i32, x: f32): f32 {
  switch (kind) {
    case Unary.exp:
      return NativeMathf.exp(x);
    case Unary.log:
      return NativeMathf.log(x);
    case Unary.tanh:
      return NativeMathf.tanh(x);
    case Unary.sigmoid:
      return 1 / (1 + NativeMathf.exp(-x));
    case Unary.softplus:
      // ln(1 + eˣ), written so that neither end overflows or loses the small term.
      return max<f32>(x, 0) + NativeMathf.log1p(NativeMathf.exp(-abs<f32>(x)));
    case Unary.sin:
      return NativeMathf.sin(x);
    case Unary.cos:
      return NativeMathf.cos(x);
    default:
      return x > 0 ? 1 : x < 0 ? -1 : x;
  }
}

/** out = f(a) for n numbers. What SIMD can do is done four at a time. */
export function unary(kind: i32, a: usize, out: usize, n: i32): void {
  const end = out + (<usize>n << 2);
  const one = f32x4.splat(1);
  switch (kind) {
    case Unary.sqrt:
      for (; out + 16 <= end; out += 16, a += 16) v128.store(out, f32x4.sqrt(v128.load(a)));
      for (; out < end; out += 4, a += 4) store<f32>(out, sqrt<f32>(load<f32>(a)));
      return;
    case Unary.rsqrt:
      for (; out + 16 <= end; out += 16, a += 16) v128.store(out, f32x4.div(one, f32x4.sqrt(v128.load(a))));
      for (; out < end; out += 4, a += 4) store<f32>(out, 1 / sqrt<f32>(load<f32>(a)));
      return;
    case Unary.reciprocal:
      for (; out + 16 <= end; out += 16, a += 16) v128.store(out, f32x4.div(one, v128.load(a)));
      for (; out < end; out += 4, a += 4) store<f32>(out, 1 / load<f32>(a));
      return;
    case Unary.square:
      for (; out + 16 <= end; out += 16, a += 16) v128.store(out, f32x4.mul(v128.load(a), v128.load(a)));
      for (; out < end; out += 4, a += 4) store<f32>(out, load<f32>(a) * load<f32>(a));
      return;
    case Unary.abs:
      for (; out + 16 <= end; out += 16, a += 16) v128.store(out, f32x4.abs(v128.load(a)));
      for (; out < end; out += 4, a += 4) store<f32>(out, abs<f32>(load<f32>(a)));
      return;
  }
  for (; out < end; out += 4, a += 4) store<f32>(out, value(kind, load<f32>(a)));
}

/** out = g · positive where x > 0, g · negative elsewhere: the leaky ReLU itself if g is x. */
export function leakyGradient(x: usize, g: usize, out: usize, n: i32, positive: f32, negative: f32): void {
  const above = f32x4.splat(positive);
  const below = f32x4.splat(negative);
  const zero = f32x4.splat(0);
  const end = out + (<usize>n << 2);
  for (; out + 16 <= end; out += 16, x += 16, g += 16)
    v128.store(out, f32x4.mul(v128.load(g), v128.bitselect(above, below, f32x4.gt(v128.load(x), zero))));
  for (; out < end; out += 4, x += 4, g += 4)
    store<f32>(out, load<f32>(g) * (load<f32>(x) > 0 ? positive : negative));
}

/** out = `leakyGradient` of x + bias at itself, for rows of `columns` numbers. */
export function biasLeaky(x: usize, bias: usize, out: usize, rows: i32, columns: i32, positive: f32, negative: f32): void {
  const above = f32x4.splat(positive);
  const below = f32x4.splat(negative);
  const zero = f32x4.splat(0);
  for (let row = 0; row < rows; ++row) {
    let b = bias;
    const end = out + (<usize>columns << 2);
    for (; out + 16 <= end; out += 16, x += 16, b += 16) {
      const sum = f32x4.add(v128.load(x), v128.load(b));
      v128.store(out, f32x4.mul(sum, v128.bitselect(above, below, f32x4.gt(sum, zero))));
    }
    for (; out < end; out += 4, x += 4, b += 4) {
      const sum = load<f32>(x) + load<f32>(b);
      store<f32>(out, sum * (sum > 0 ? positive : negative));
    }
  }
}

/** out = `leakyGradient` of g at x, and sums [columns] += the sum of its rows. */
export function leakyGradientSums(
  x: usize,
  g: usize,
  out: usize,
  sums: usize,
  rows: i32,
  columns: i32,
  positive: f32,
  negative: f32
): void {
  const above = f32x4.splat(positive);
  const below = f32x4.splat(negative);
  const zero = f32x4.splat(0);
  for (let row = 0; row < rows; ++row) {
    let to = sums;
    const end = out + (<usize>columns << 2);
    for (; out + 16 <= end; out += 16, x += 16, g += 16, to += 16) {
      const value = f32x4.mul(v128.load(g), v128.bitselect(above, below, f32x4.gt(v128.load(x), zero)));
      v128.store(out, value);
      v128.store(to, f32x4.add(v128.load(to), value));
    }
    for (; out < end; out += 4, x += 4, g += 4, to += 4) {
      const value = load<f32>(g) * (load<f32>(x) > 0 ? positive : negative);
      store<f32>(out, value);
      store<f32>(to, load<f32>(to) + value);
    }
  }
}
