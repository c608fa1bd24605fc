import {multiplyAdd} from "./gemm";

/** The transforms of tiles of the output, as in stripsIn.ts: 4×4 pixels, four rows of the image. */

/** One row of a strip t [tiles, 4] = m·A across six planes. */
export function outputAcross(planes: usize, plane: usize, pixel: usize, tiles: i32, t: usize): void {
  const two = f32x4.splat(2);
  const four = f32x4.splat(4);
  const eight = f32x4.splat(8);
  for (let i = 0; i < tiles; ++i) {
    for (const end = t + pixel; t < end; t += 16) {
      let from = planes + plane;
      const m1 = v128.load(from);
      from += plane;
      const m2 = v128.load(from);
      from += plane;
      const m3 = v128.load(from);
      from += plane;
      const m4 = v128.load(from);
      const m5 = v128.load(from + plane);
      const s = f32x4.add(m1, m2);
      const d = f32x4.sub(m1, m2);
      const p = f32x4.add(m3, m4);
      const q = f32x4.sub(m3, m4);
      v128.store(t, f32x4.add(f32x4.add(v128.load(planes), s), p));
      let to = t + pixel;
      v128.store(to, multiplyAdd(d, two, q));
      to += pixel;
      v128.store(to, multiplyAdd(s, four, p));
      v128.store(to + pixel, multiplyAdd(f32x4.add(d, m5), eight, q));
      planes += 16;
    }
    t += 3 * pixel;
  }
}

/** x · above where it is over 0, · below elsewhere; above is at least below. */
function leaky(x: v128, above: v128, below: v128): v128 {
  return f32x4.pmax(f32x4.mul(x, above), f32x4.mul(x, below));
}

/**
 * Four rows of the image = Aᵀ·t down a strip of six rows, with the bias of each channel added and then multiplied by
 * `positive` where the sum is over 0, by `negative` elsewhere.
 */
export function outputDown(
  t: usize,
  line: usize,
  y: usize,
  bias: usize,
  pixel: usize,
  positive: f32,
  negative: f32
): void {
  const two = f32x4.splat(2);
  const four = f32x4.splat(4);
  const eight = f32x4.splat(8);
  const above = f32x4.splat(positive);
  const below = f32x4.splat(negative);
  for (const end = t + line; t < end; ) {
    let b = bias;
    for (const last = t + pixel; t < last; t += 16) {
      let from = t + line;
      const m1 = v128.load(from);
      from += line;
      const m2 = v128.load(from);
      from += line;
      const m3 = v128.load(from);
      from += line;
      const m4 = v128.load(from);
      const m5 = v128.load(from + line);
      const shift = v128.load(b);
      const s = f32x4.add(f32x4.add(m1, m2), shift);
      const d = f32x4.add(f32x4.sub(m1, m2), shift);
      const p = f32x4.add(m3, m4);
      const q = f32x4.sub(m3, m4);
      v128.store(y, leaky(f32x4.add(f32x4.add(v128.load(t), s), p), above, below));
      let to = y + line;
      v128.store(to, leaky(multiplyAdd(d, two, q), above, below));
      to += line;
      v128.store(to, leaky(multiplyAdd(s, four, p), above, below));
      v128.store(to + line, leaky(multiplyAdd(f32x4.add(d, m5), eight, q), above, below));
      y += 16;
      b += 16;
    }
  }
}

/** g · above where x is over 0, · below elsewhere; `change` has the bits in which the two factors differ. */
function masked(g: usize, x: usize, change: v128, below: v128): v128 {
  const over = f32x4.gt(v128.load(x), f32x4.splat(0));
  return f32x4.mul(v128.load(g), v128.xor(below, v128.and(over, change)));
}

/**
 * t [6][line] = A·z down four rows of the image, where z is the gradient g · positive where y is over 0, · negative elsewhere.
 * The sum of z in each channel is added to `sums`.
 */
export function gradientDown(
  g: usize,
  y: usize,
  line: usize,
  t: usize,
  sums: usize,
  pixel: usize,
  positive: f32,
  negative: f32
): void {
  const four = f32x4.splat(4);
  const below = f32x4.splat(negative);
  const change = v128.xor(f32x4.splat(positive), below);
  const away = y - g;
  for (const end = t + line; t < end; ) {
    let sum = sums;
    for (const last = t + pixel; t < last; t += 16) {
      let from = g;
      const z0 = masked(from, from + away, change, below);
      from += line;
      const z1 = masked(from, from + away, change, below);
      from += line;
      const z2 = masked(from, from + away, change, below);
      from += line;
      const z3 = masked(from, from + away, change, below);
      const a = f32x4.add(z0, z2);
      const b = f32x4.add(z1, z3);
      const c = multiplyAdd(z0, four, z2);
      let d = multiplyAdd(z1, four, z3);
      d = f32x4.add(d, d);
      const all = f32x4.add(a, b);
      v128.store(sum, f32x4.add(v128.load(sum), all));
      v128.store(t, z0);
      let to = t + line;
      v128.store(to, all);
      to += line;
      v128.store(to, f32x4.sub(a, b));
      to += line;
      v128.store(to, f32x4.add(c, d));
      to += line;
      v128.store(to, f32x4.sub(c, d));
      v128.store(to + line, z3);
      g += 16;
      sum += 16;
    }
  }
}

/** The same across one row of a strip: six planes. */
export function gradientAcross(t: usize, pixel: usize, tiles: i32, planes: usize, plane: usize): void {
  const four = f32x4.splat(4);
  for (let i = 0; i < tiles; ++i) {
    for (const end = t + pixel; t < end; t += 16) {
      const y0 = v128.load(t);
      const y1 = v128.load(t + pixel);
      const y2 = v128.load(t + 2 * pixel);
      const y3 = v128.load(t + 3 * pixel);
      const a = f32x4.add(y0, y2);
      const b = f32x4.add(y1, y3);
      const c = multiplyAdd(y0, four, y2);
      let d = multiplyAdd(y1, four, y3);
      d = f32x4.add(d, d);
      v128.store(planes, y0);
      let to = planes + plane;
      v128.store(to, f32x4.add(a, b));
      to += plane;
      v128.store(to, f32x4.sub(a, b));
      to += plane;
      v128.store(to, f32x4.add(c, d));
      to += plane;
      v128.store(to, f32x4.sub(c, d));
      v128.store(to + plane, y3);
      planes += 16;
    }
    t += 3 * pixel;
  }
}
