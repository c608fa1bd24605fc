import {multiplyAdd} from "./gemm";

/**
 * The transforms of Winograd's F(4×4, 3×3), for one row of tiles at a time: a tile is 6×6 pixels of the input or 4×4 of
 * the output, six or four rows of the image, and stands for 36 numbers, one in each plane. Each transform is done down
 * the columns for the whole strip of the image, where numbers lie side by side, and across the rows tile by tile. In
 * between lies a strip of six rows. `row` is the bytes of a row of a strip, `pixel` those of a pixel.
 */

/** t [6][bytes] = Bᵀ·d down six rows of the image, at the addresses given. */
export function inputDown(
  p0: usize,
  p1: usize,
  p2: usize,
  p3: usize,
  p4: usize,
  p5: usize,
  bytes: usize,
  t: usize,
  row: usize
): void {
  const two = f32x4.splat(2);
  const minusTwo = f32x4.splat(-2);
  const four = f32x4.splat(4);
  const minusFour = f32x4.splat(-4);
  for (const end = p0 + bytes; p0 < end; p0 += 16) {
    const d1 = v128.load(p1);
    const d2 = v128.load(p2);
    const d3 = v128.load(p3);
    const d4 = v128.load(p4);
    const c = f32x4.sub(d4, d2);
    const e = f32x4.sub(d3, d1);
    const a = multiplyAdd(d4, minusFour, d2);
    const b = multiplyAdd(d3, minusFour, d1);
    v128.store(t, multiplyAdd(c, four, f32x4.sub(v128.load(p0), d2)));
    let to = t + row;
    v128.store(to, f32x4.add(a, b));
    to += row;
    v128.store(to, f32x4.sub(a, b));
    to += row;
    v128.store(to, multiplyAdd(c, two, e));
    to += row;
    v128.store(to, multiplyAdd(c, minusTwo, e));
    to += row;
    v128.store(to, multiplyAdd(f32x4.sub(v128.load(p5), d3), minusFour, e));
    t += 16;
    p1 += 16;
    p2 += 16;
    p3 += 16;
    p4 += 16;
    p5 += 16;
  }
}

/** The same across one row of a strip, for `tiles` tiles: six planes [tiles, channels]. */
export function inputAcross(t: usize, pixel: usize, tiles: i32, planes: usize, plane: usize): void {
  const two = f32x4.splat(2);
  const minusTwo = f32x4.splat(-2);
  const four = f32x4.splat(4);
  const minusFour = f32x4.splat(-4);
  for (let i = 0; i < tiles; ++i) {
    for (const end = t + pixel; t < end; t += 16) {
      let from = t + pixel;
      const d1 = v128.load(from);
      from += pixel;
      const d2 = v128.load(from);
      from += pixel;
      const d3 = v128.load(from);
      from += pixel;
      const d4 = v128.load(from);
      const d5 = v128.load(from + pixel);
      const c = f32x4.sub(d4, d2);
      const e = f32x4.sub(d3, d1);
      const a = multiplyAdd(d4, minusFour, d2);
      const b = multiplyAdd(d3, minusFour, d1);
      v128.store(planes, multiplyAdd(c, four, f32x4.sub(v128.load(t), d2)));
      let to = planes + plane;
      v128.store(to, f32x4.add(a, b));
      to += plane;
      v128.store(to, f32x4.sub(a, b));
      to += plane;
      v128.store(to, multiplyAdd(c, two, e));
      to += plane;
      v128.store(to, multiplyAdd(c, minusTwo, e));
      to += plane;
      v128.store(to, multiplyAdd(f32x4.sub(d5, d3), minusFour, e));
      planes += 16;
    }
    t += 3 * pixel;
  }
}

/** The adjoint of `inputAcross`: one row of a strip, where tiles overlap by two pixels. */
export function adjointAcross(planes: usize, plane: usize, pixel: usize, tiles: i32, t: usize): void {
  const two = f32x4.splat(2);
  const minusTwo = f32x4.splat(-2);
  const four = f32x4.splat(4);
  const minusFour = f32x4.splat(-4);
  const minusFive = f32x4.splat(-5);
  for (let at = t; at < t + 2 * pixel; at += 16) v128.store(at, f32x4.splat(0));
  for (let i = 0; i < tiles; ++i) {
    for (const end = t + pixel; t < end; t += 16) {
      let from = planes + plane;
      const v0 = v128.load(planes);
      const v1 = v128.load(from);
      from += plane;
      const v2 = v128.load(from);
      from += plane;
      const v3 = v128.load(from);
      from += plane;
      const v4 = v128.load(from);
      const v5 = v128.load(from + plane);
      const s = f32x4.add(v1, v2);
      const d = f32x4.sub(v2, v1);
      const p = f32x4.add(v3, v4);
      const q = f32x4.sub(v4, v3);
      let to = t + pixel;
      v128.store(t, multiplyAdd(v128.load(t), four, v0));
      v128.store(to, multiplyAdd(multiplyAdd(v128.load(to), two, q), four, f32x4.add(d, v5)));
      to += pixel;
      v128.store(to, f32x4.sub(multiplyAdd(f32x4.mul(minusFour, s), minusFive, v0), p));
      to += pixel;
      v128.store(to, multiplyAdd(f32x4.sub(f32x4.mul(minusTwo, q), d), minusFive, v5));
      to += pixel;
      v128.store(to, f32x4.add(f32x4.add(v0, s), p));
      v128.store(to + pixel, v5);
      planes += 16;
    }
    t += 3 * pixel;
  }
}

/**
 * The adjoint of `inputDown`: a strip of six rows to rows of the image at the addresses given. The first two rows are
 * added to what the strip above left there.
 */
export function adjointDown(
  t: usize,
  row: usize,
  bytes: usize,
  p0: usize,
  p1: usize,
  p2: usize,
  p3: usize,
  p4: usize,
  p5: usize
): void {
  const two = f32x4.splat(2);
  const minusTwo = f32x4.splat(-2);
  const four = f32x4.splat(4);
  const minusFour = f32x4.splat(-4);
  const minusFive = f32x4.splat(-5);
  for (const end = t + bytes; t < end; t += 16) {
    let from = t + row;
    const v0 = v128.load(t);
    const v1 = v128.load(from);
    from += row;
    const v2 = v128.load(from);
    from += row;
    const v3 = v128.load(from);
    from += row;
    const v4 = v128.load(from);
    const v5 = v128.load(from + row);
    const s = f32x4.add(v1, v2);
    const d = f32x4.sub(v2, v1);
    const p = f32x4.add(v3, v4);
    const q = f32x4.sub(v4, v3);
    v128.store(p0, multiplyAdd(v128.load(p0), four, v0));
    v128.store(p1, multiplyAdd(multiplyAdd(v128.load(p1), two, q), four, f32x4.add(d, v5)));
    v128.store(p2, f32x4.sub(multiplyAdd(f32x4.mul(minusFour, s), minusFive, v0), p));
    v128.store(p3, multiplyAdd(f32x4.sub(f32x4.mul(minusTwo, q), d), minusFive, v5));
    v128.store(p4, f32x4.add(f32x4.add(v0, s), p));
    v128.store(p5, v5);
    p0 += 16;
    p1 += 16;
    p2 += 16;
    p3 += 16;
    p4 += 16;
    p5 += 16;
  }
}
