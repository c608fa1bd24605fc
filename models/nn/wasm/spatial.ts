/** Images are [images, height, width, channels]. Heights and widths here are those of the smaller image. */

/** out, twice as high and wide, = α · the nearest pixel of x. */
export function upsample(x: usize, out: usize, images: i32, height: i32, width: i32, channels: i32, alpha: f32): void {
  const pixel = <usize>channels << 2;
  const line = (<usize>width * pixel) << 1;
  const factor = f32x4.splat(alpha);
  for (let row = 0; row < images * height; ++row) {
    let to = out;
    for (let column = 0; column < width; ++column) {
      const end = x + pixel;
      for (; x + 16 <= end; x += 16, to += 16) {
        const value = f32x4.mul(factor, v128.load(x));
        v128.store(to, value);
        v128.store(to + pixel, value);
      }
      for (; x < end; x += 4, to += 4) {
        const value = alpha * load<f32>(x);
        store<f32>(to, value);
        store<f32>(to + pixel, value);
      }
      to += pixel;
    }
    memory.copy(out + line, out, line);
    out += 2 * line;
  }
}

/** out = α · the sum of the four pixels of x, twice as high and wide, that it stands for. */
export function downsample(x: usize, out: usize, images: i32, height: i32, width: i32, channels: i32, alpha: f32): void {
  const pixel = <usize>channels << 2;
  const line = (<usize>width * pixel) << 1;
  const factor = f32x4.splat(alpha);
  for (let row = 0; row < images * height; ++row) {
    for (let column = 0; column < width; ++column) {
      const end = x + pixel;
      for (; x + 16 <= end; x += 16, out += 16) {
        const top = f32x4.add(v128.load(x), v128.load(x + pixel));
        const bottom = f32x4.add(v128.load(x + line), v128.load(x + line + pixel));
        v128.store(out, f32x4.mul(factor, f32x4.add(top, bottom)));
      }
      for (; x < end; x += 4, out += 4) {
        const top = load<f32>(x) + load<f32>(x + pixel);
        const bottom = load<f32>(x + line) + load<f32>(x + line + pixel);
        store<f32>(out, alpha * (top + bottom));
      }
      x += pixel;
    }
    x += line;
  }
}

/** out += factor · x for n numbers. */
function accumulate(x: usize, factor: f32, out: usize, n: i32): void {
  const wide = f32x4.splat(factor);
  const end = out + (<usize>n << 2);
  for (; out + 16 <= end; out += 16, x += 16) v128.store(out, f32x4.add(v128.load(out), f32x4.mul(wide, v128.load(x))));
  for (; out < end; out += 4, x += 4) store<f32>(out, load<f32>(out) + factor * load<f32>(x));
}

/** The pixel beside `i` that a pixel of twice the resolution leans to; the border repeats. */
function neighbour(i: i32, side: i32, size: i32): i32 {
  return min(max(side == 0 ? i - 1 : i + 1, 0), size - 1);
}

/**
 * out, twice as high and wide, += x interpolated: each pixel is ¾ of the nearest and ¼ of the next along either axis,
 * as in the usual bilinear resize with pixel centres at halves.
 */
export function bilinear(x: usize, out: usize, images: i32, height: i32, width: i32, channels: i32): void {
  interpolate(x, out, images, height, width, channels, false);
}

/** The adjoint: x, the smaller one, += what `bilinear` spread to out. */
export function bilinearAdjoint(out: usize, x: usize, images: i32, height: i32, width: i32, channels: i32): void {
  interpolate(x, out, images, height, width, channels, true);
}

function interpolate(
  x: usize,
  out: usize,
  images: i32,
  height: i32,
  width: i32,
  channels: i32,
  adjoint: bool
): void {
  const pixel = <usize>channels << 2;
  for (let image = 0; image < images; ++image) {
    for (let row = 0; row < 2 * height; ++row)
      for (let column = 0; column < 2 * width; ++column) {
        const i = row >> 1;
        const j = column >> 1;
        const i2 = neighbour(i, row & 1, height);
        const j2 = neighbour(j, column & 1, width);
        for (let corner = 0; corner < 4; ++corner) {
          const from = x + <usize>((corner & 2 ? i2 : i) * width + (corner & 1 ? j2 : j)) * pixel;
          const factor: f32 = (corner & 2 ? 0.25 : 0.75) * (corner & 1 ? 0.25 : 0.75);
          if (adjoint) accumulate(out, factor, from, channels);
          else accumulate(from, factor, out, channels);
        }
        out += pixel;
      }
    x += <usize>(height * width) * pixel;
  }
}

/** [images, height, width, 4·channels] to [images, 2·height, 2·width, channels], or back. */
export function depthToSpace(
  from: usize,
  out: usize,
  images: i32,
  height: i32,
  width: i32,
  channels: i32,
  back: bool
): void {
  const pixel = <usize>channels << 2;
  // Two of the four parts lie side by side in either form.
  const pair = pixel << 1;
  const line = <usize>width * pair;
  for (let row = 0; row < images * height; ++row)
    for (let half = 0; half < 2; ++half)
      for (let column = 0; column < width; ++column) {
        const deep = (<usize>(row * width + column) * 2 + half) * pair;
        const flat = (<usize>row * 2 + half) * line + <usize>column * pair;
        if (back) copyPair(out + deep, from + flat, pair);
        else copyPair(out + flat, from + deep, pair);
      }
}

/** Copies an even count of numbers; memory.copy takes longer to be called than a few numbers take. */
function copyPair(to: usize, from: usize, bytes: usize): void {
  const end = to + bytes;
  for (; to + 16 <= end; to += 16, from += 16) v128.store(to, v128.load(from));
  if (to < end) store<u64>(to, load<u64>(from));
}
