import {gemm, packColumns} from "./gemm";
import {outer} from "./outer";

/**
 * 3×3 convolution by Winograd's minimal filtering F(2×2, 3×3) (Lavin and Gray, 2016): four pixels of the output cost 16
 * products instead of 36. Input tiles of 4×4 pixels, kernels and output tiles are each transformed to 16 planes; on
 * every plane the convolution is a matrix product. Height and width must be even, channels multiples of 4.
 */

/** So many tiles are worked on at a time that their planes stay in the cache. */
const chunk = 64;

/** Bytes between planes: a cache line more than they hold, or else all 16 would compete for the same place in the cache. */
function planeStep(channels: i32): usize {
  return (<usize>(chunk * channels) << 2) + 64;
}

/** Numbers of scratch that `winogradConvolve` and `winogradWeights` need. */
export function winogradScratch(inputs: i32, outputs: i32): i32 {
  return <i32>((planeStep(inputs) + planeStep(outputs)) << 2);
}

/** out [16][inputs][outputs] = G·w·Gᵀ for a kernel w [3, 3, inputs, outputs]. */
export function winogradKernel(w: usize, inputs: i32, outputs: i32, out: usize): void {
  const plane = <usize>(inputs * outputs) << 2;
  const half = f32x4.splat(0.5);
  for (let at: usize = 0; at < plane; at += 16) {
    // Down the columns of the kernel: four numbers for each of its three columns.
    for (let column: usize = 0; column < 3; ++column) {
      const from = w + column * plane + at;
      const top = v128.load(from);
      const middle = v128.load(from + 3 * plane);
      const bottom = v128.load(from + 6 * plane);
      const ends = f32x4.mul(half, f32x4.add(top, bottom));
      const centre = f32x4.mul(half, middle);
      const to = out + column * plane + at;
      v128.store(to, top);
      v128.store(to + 4 * plane, f32x4.add(ends, centre));
      v128.store(to + 8 * plane, f32x4.sub(ends, centre));
      v128.store(to + 12 * plane, bottom);
    }
    for (let row: usize = 0; row < 4; ++row) {
      const to = out + 4 * row * plane + at;
      const left = v128.load(to);
      const middle = v128.load(to + plane);
      const right = v128.load(to + 2 * plane);
      const ends = f32x4.mul(half, f32x4.add(left, right));
      const centre = f32x4.mul(half, middle);
      v128.store(to + plane, f32x4.add(ends, centre));
      v128.store(to + 2 * plane, f32x4.sub(ends, centre));
      v128.store(to + 3 * plane, right);
    }
  }
}

/** The adjoint: dw [3, 3, inputs, outputs] = Gᵀ·du·G. It overwrites du. */
export function winogradKernelAdjoint(du: usize, inputs: i32, outputs: i32, dw: usize): void {
  const plane = <usize>(inputs * outputs) << 2;
  const half = f32x4.splat(0.5);
  for (let at: usize = 0; at < plane; at += 16) {
    for (let row: usize = 0; row < 4; ++row) {
      const to = du + 4 * row * plane + at;
      const second = v128.load(to + plane);
      const third = v128.load(to + 2 * plane);
      const sum = f32x4.mul(half, f32x4.add(second, third));
      v128.store(to, f32x4.add(v128.load(to), sum));
      v128.store(to + plane, f32x4.mul(half, f32x4.sub(second, third)));
      v128.store(to + 2 * plane, f32x4.add(sum, v128.load(to + 3 * plane)));
    }
    for (let column: usize = 0; column < 3; ++column) {
      const from = du + column * plane + at;
      const second = v128.load(from + 4 * plane);
      const third = v128.load(from + 8 * plane);
      const sum = f32x4.mul(half, f32x4.add(second, third));
      const to = dw + column * plane + at;
      v128.store(to, f32x4.add(v128.load(from), sum));
      v128.store(to + 3 * plane, f32x4.mul(half, f32x4.sub(second, third)));
      v128.store(to + 6 * plane, f32x4.add(sum, v128.load(from + 12 * plane)));
    }
  }
}

/** One row of Bᵀ·d·B, stored to four planes, of a row of Bᵀ·d. */
function storeInput(to: usize, plane: usize, a: v128, b: v128, c: v128, d: v128): void {
  v128.store(to, f32x4.sub(a, c));
  v128.store(to + plane, f32x4.add(b, c));
  v128.store(to + 2 * plane, f32x4.sub(c, b));
  v128.store(to + 3 * plane, f32x4.sub(b, d));
}

/** Bᵀ·d·B of one tile d of 4×4 pixels: its rows are `line` bytes apart, its pixels `pixel` bytes. */
function inputTile(from: usize, line: usize, pixel: usize, to: usize, plane: usize): void {
  const line2 = 2 * line;
  const line3 = 3 * line;
  const row = 4 * plane;
  for (const end = from + pixel; from < end; from += 16) {
    const p1 = from + pixel;
    const p2 = p1 + pixel;
    const p3 = p2 + pixel;
    const b0 = v128.load(from + line);
    const b1 = v128.load(p1 + line);
    const b2 = v128.load(p2 + line);
    const b3 = v128.load(p3 + line);
    const c0 = v128.load(from + line2);
    const c1 = v128.load(p1 + line2);
    const c2 = v128.load(p2 + line2);
    const c3 = v128.load(p3 + line2);
    storeInput(
      to,
      plane,
      f32x4.sub(v128.load(from), c0),
      f32x4.sub(v128.load(p1), c1),
      f32x4.sub(v128.load(p2), c2),
      f32x4.sub(v128.load(p3), c3)
    );
    storeInput(to + row, plane, f32x4.add(b0, c0), f32x4.add(b1, c1), f32x4.add(b2, c2), f32x4.add(b3, c3));
    storeInput(to + 2 * row, plane, f32x4.sub(c0, b0), f32x4.sub(c1, b1), f32x4.sub(c2, b2), f32x4.sub(c3, b3));
    storeInput(
      to + 3 * row,
      plane,
      f32x4.sub(b0, v128.load(from + line3)),
      f32x4.sub(b1, v128.load(p1 + line3)),
      f32x4.sub(b2, v128.load(p2 + line3)),
      f32x4.sub(b3, v128.load(p3 + line3))
    );
    to += 16;
  }
}

/** Aᵀ·m·A of one tile m of 16 planes: 2×2 pixels of the output. */
function outputTile(from: usize, plane: usize, to: usize, line: usize, pixel: usize): void {
  const row = 4 * plane;
  for (const end = to + pixel; to < end; to += 16) {
    // Down each of the four columns: the sum of the first three, and the second less the third and the fourth.
    let high0 = f32x4.splat(0);
    let high1 = high0;
    let low0 = high0;
    let low1 = high0;
    for (let column: usize = 0; column < 4; ++column) {
      const p = from + column * plane;
      const second = v128.load(p + row);
      const third = v128.load(p + 2 * row);
      const top = f32x4.add(v128.load(p), f32x4.add(second, third));
      const bottom = f32x4.sub(f32x4.sub(second, third), v128.load(p + 3 * row));
      if (column < 3) {
        high0 = f32x4.add(high0, top);
        low0 = f32x4.add(low0, bottom);
      }
      if (column == 1) {
        high1 = top;
        low1 = bottom;
      } else if (column > 1) {
        high1 = f32x4.sub(high1, top);
        low1 = f32x4.sub(low1, bottom);
      }
    }
    v128.store(to, high0);
    v128.store(to + pixel, high1);
    v128.store(to + line, low0);
    v128.store(to + line + pixel, low1);
    from += 16;
  }
}

/** A·y·Aᵀ of one tile y of 2×2 pixels of the output, to 16 planes. */
function gradientTile(from: usize, line: usize, pixel: usize, to: usize, plane: usize): void {
  const row = 4 * plane;
  for (const end = from + pixel; from < end; from += 16) {
    const a = v128.load(from);
    const b = v128.load(from + pixel);
    const c = v128.load(from + line);
    const d = v128.load(from + line + pixel);
    storeGradient(to, plane, a, b);
    storeGradient(to + row, plane, f32x4.add(a, c), f32x4.add(b, d));
    storeGradient(to + 2 * row, plane, f32x4.sub(a, c), f32x4.sub(b, d));
    storeGradient(to + 3 * row, plane, f32x4.neg(c), f32x4.neg(d));
    to += 16;
  }
}

function storeGradient(to: usize, plane: usize, a: v128, b: v128): void {
  v128.store(to, a);
  v128.store(to + plane, f32x4.add(a, b));
  v128.store(to + 2 * plane, f32x4.sub(a, b));
  v128.store(to + 3 * plane, f32x4.neg(b));
}

/** The address of the pixel at the top left of a tile: `step` pixels from tile to tile, images of `size` bytes. */
function tileAddress(x: usize, tile: i32, across: i32, tiles: i32, size: usize, line: usize, pixel: usize): usize {
  const image = tile / tiles;
  const inside = tile - image * tiles;
  const down = inside / across;
  return x + <usize>image * size + <usize>(2 * down) * line + <usize>(2 * (inside - down * across)) * pixel;
}

/** y [images, height, width, outputs] = a padded image convolved with 16 packed planes of a transformed kernel. */
export function winogradConvolve(
  padded: usize,
  packed: usize,
  y: usize,
  scratch: usize,
  images: i32,
  height: i32,
  width: i32,
  inputs: i32,
  outputs: i32
): void {
  const across = width >> 1;
  const tiles = across * (height >> 1);
  const all = tiles * images;
  const pixel = <usize>inputs << 2;
  const line = <usize>(width + 2) * pixel;
  const size = <usize>(height + 2) * line;
  const outPixel = <usize>outputs << 2;
  const outLine = <usize>width * outPixel;
  const outSize = <usize>height * outLine;
  const plane = planeStep(inputs);
  const outPlane = planeStep(outputs);
  const planes = scratch + 16 * plane;
  const panel = (<usize>inputs * ((outputs + 7) & ~7)) << 2;
  for (let first = 0; first < all; first += chunk) {
    const count = min(chunk, all - first);
    for (let i = 0; i < count; ++i) {
      const from = tileAddress(padded, first + i, across, tiles, size, line, pixel);
      inputTile(from, line, pixel, scratch + <usize>i * pixel, plane);
    }
    for (let k: usize = 0; k < 16; ++k)
      gemm(scratch + k * plane, packed + k * panel, planes + k * outPlane, count, outputs, inputs);
    for (let i = 0; i < count; ++i) {
      const to = tileAddress(y, first + i, across, tiles, outSize, outLine, outPixel);
      outputTile(planes + <usize>i * outPixel, outPlane, to, outLine, outPixel);
    }
  }
}

/** du [16][inputs][outputs] += the gradient of the transformed kernel, of a padded image and the gradient dy. */
export function winogradWeights(
  padded: usize,
  dy: usize,
  du: usize,
  scratch: usize,
  images: i32,
  height: i32,
  width: i32,
  inputs: i32,
  outputs: i32
): void {
  const across = width >> 1;
  const tiles = across * (height >> 1);
  const all = tiles * images;
  const pixel = <usize>inputs << 2;
  const line = <usize>(width + 2) * pixel;
  const size = <usize>(height + 2) * line;
  const outPixel = <usize>outputs << 2;
  const outLine = <usize>width * outPixel;
  const outSize = <usize>height * outLine;
  const plane = planeStep(inputs);
  const outPlane = planeStep(outputs);
  const planes = scratch + 16 * plane;
  const part = (<usize>inputs * outputs) << 2;
  for (let first = 0; first < all; first += chunk) {
    const count = min(chunk, all - first);
    for (let i = 0; i < count; ++i) {
      const from = tileAddress(padded, first + i, across, tiles, size, line, pixel);
      inputTile(from, line, pixel, scratch + <usize>i * pixel, plane);
      const gradient = tileAddress(dy, first + i, across, tiles, outSize, outLine, outPixel);
      gradientTile(gradient, outLine, outPixel, planes + <usize>i * outPixel, outPlane);
    }
    for (let k: usize = 0; k < 16; ++k)
      outer(scratch + k * plane, pixel, 0, planes + k * outPlane, 1, count, du + k * part, inputs, outputs);
  }
}

/** Packs each of the 16 planes of a transformed kernel. */
export function winogradPack(u: usize, inputs: i32, outputs: i32, out: usize): void {
  const plane = (<usize>inputs * outputs) << 2;
  const panel = (<usize>inputs * ((outputs + 7) & ~7)) << 2;
  for (let k: usize = 0; k < 16; ++k) packColumns(u + k * plane, inputs, outputs, out + k * panel);
}
