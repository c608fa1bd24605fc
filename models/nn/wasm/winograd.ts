import {gemm} from "./gemm";
import {kernelStep} from "./kernelPlanes";
import {outer} from "./outer";
import {adjointAcross, adjointDown, inputAcross, inputDown} from "./stripsIn";
import {gradientAcross, gradientDown, outputAcross, outputDown} from "./stripsOut";

/**
 * 3×3 convolution by Winograd's minimal filtering F(4×4, 3×3) (Lavin and Gray, 2016): sixteen pixels of the output cost
 * 36 products instead of 144. Tiles of the input of 6×6 pixels, kernels and tiles of the output are each transformed to
 * 36 planes; on every plane the convolution is a matrix product. Beyond the border the image is zero. Height, width and
 * channels must be multiples of 4.
 */

/** About so many tiles are worked on at a time, in whole rows of tiles, so that what is made of them stays in the cache. */
const chunk = 32;

/** Rows of tiles that are worked on at a time. */
function chunkRows(width: i32): i32 {
  return max(1, chunk / (width >> 2));
}

/** Bytes between planes: a cache line more than they hold, or else they would compete for the same place in the cache. */
function planeStep(width: i32, channels: i32): usize {
  return (<usize>(chunkRows(width) * (width >> 2) * channels) << 2) + 64;
}

/** Bytes of the strips that are worked on at a time, and of one row more. */
function stripBytes(width: i32, channels: i32): usize {
  return <usize>((6 * chunkRows(width) + 1) * (width + 2) * channels) << 2;
}

/** Numbers of scratch that `winogradConvolve` and `winogradGradients` need. */
export function winogradScratch(width: i32, inputs: i32, outputs: i32): i32 {
  const planes = 6 * (planeStep(width, inputs) + planeStep(width, outputs));
  return <i32>((planes + stripBytes(width, inputs) + stripBytes(width, outputs)) >> 2);
}

/** Sets `bytes` bytes to 0: a multiple of 16, and mostly too few to be worth a call of memory.fill. */
function clear(at: usize, bytes: usize): void {
  for (const end = at + bytes; at < end; at += 16) v128.store(at, f32x4.splat(0));
}

/** Strips of `rows` rows of tiles of an image x, from the row `first` of all images, with a border of zeros. */
function inputStrips(
  x: usize,
  first: i32,
  rows: i32,
  height: i32,
  width: i32,
  channels: i32,
  strip: usize,
  zeros: usize
): void {
  const pixel = <usize>channels << 2;
  const line = <usize>width * pixel;
  const row = line + 2 * pixel;
  const down = height >> 2;
  clear(zeros, line);
  for (let i = first; i < first + rows; ++i) {
    const top = x + <usize>(4 * i) * line;
    const place = i % down;
    inputDown(
      place == 0 ? zeros : top - line,
      top,
      top + line,
      top + 2 * line,
      top + 3 * line,
      place == down - 1 ? zeros : top + 4 * line,
      line,
      strip + pixel,
      row
    );
    for (let r = 0; r < 6; ++r) {
      clear(strip, pixel);
      clear(strip + line + pixel, pixel);
      strip += row;
    }
  }
}

/**
 * y [images, height, width, outputs] = images x [images, height, width, inputs] convolved with 36 packed planes of a
 * transformed kernel, plus the bias of each channel, multiplied by `above` where the sum is over 0 and by `below`
 * elsewhere: 0 < below ≤ above, both 1 for a convolution alone. `scratch` has room for `winogradScratch` numbers.
 */
export function winogradConvolve(
  x: usize,
  packed: usize,
  y: usize,
  scratch: usize,
  bias: usize,
  above: f32,
  below: f32,
  images: i32,
  height: i32,
  width: i32,
  inputs: i32,
  outputs: i32
): void {
  const across = width >> 2;
  const all = images * (height >> 2);
  const step = chunkRows(width);
  const pixel = <usize>inputs << 2;
  const row = <usize>(width + 2) * pixel;
  const outPixel = <usize>outputs << 2;
  const outLine = <usize>width * outPixel;
  const plane = planeStep(width, inputs);
  const outPlane = planeStep(width, outputs);
  const kernelPlane = kernelStep(inputs, outputs);
  const outPlanes = scratch + 6 * plane;
  const strips = outPlanes + 6 * outPlane;
  const outStrips = strips + stripBytes(width, inputs);
  for (let first = 0; first < all; first += step) {
    const rows = min(step, all - first);
    inputStrips(x, first, rows, height, width, inputs, strips, strips + <usize>(6 * rows) * row);
    // Six planes at a time, those of one row of every strip.
    for (let r: usize = 0; r < 6; ++r) {
      for (let i: usize = 0; i < <usize>rows; ++i)
        inputAcross(strips + (6 * i + r) * row, pixel, across, scratch + i * <usize>across * pixel, plane);
      for (let k: usize = 0; k < 6; ++k)
        gemm(
          scratch + k * plane,
          packed + (6 * r + k) * kernelPlane,
          outPlanes + k * outPlane,
          rows * across,
          outputs,
          inputs
        );
      for (let i: usize = 0; i < <usize>rows; ++i)
        outputAcross(
          outPlanes + i * <usize>across * outPixel,
          outPlane,
          outPixel,
          across,
          outStrips + (6 * i + r) * outLine
        );
    }
    for (let i: usize = 0; i < <usize>rows; ++i) {
      outputDown(outStrips + 6 * i * outLine, outLine, y, bias, outPixel, above, below);
      y += 4 * outLine;
    }
  }
}

/**
 * The way back of `winogradConvolve`, given the gradient dy of its y: dx = the gradient of x, unless dx is 0 (for it, 36
 * packed planes of the transposed kernel); du [36][inputs][outputs] += the gradient of the transformed kernel, unless du
 * is 0; and db [outputs] += the gradient of the bias. Of y only the sign counts.
 */
export function winogradGradients(
  x: usize,
  y: usize,
  dy: usize,
  packed: usize,
  du: usize,
  dx: usize,
  db: usize,
  scratch: usize,
  above: f32,
  below: f32,
  images: i32,
  height: i32,
  width: i32,
  inputs: i32,
  outputs: i32
): void {
  const across = width >> 2;
  const down = height >> 2;
  const all = images * down;
  const step = chunkRows(width);
  const pixel = <usize>inputs << 2;
  const line = <usize>width * pixel;
  const row = line + 2 * pixel;
  const outPixel = <usize>outputs << 2;
  const outLine = <usize>width * outPixel;
  const plane = planeStep(width, inputs);
  const outPlane = planeStep(width, outputs);
  const kernelPlane = kernelStep(outputs, inputs);
  const gradientPlane = kernelStep(inputs, outputs);
  const outPlanes = scratch + 6 * plane;
  const strips = outPlanes + 6 * outPlane;
  const outStrips = strips + stripBytes(width, inputs);
  for (let first = 0; first < all; first += step) {
    const rows = min(step, all - first);
    const spare = strips + <usize>(6 * rows) * row;
    for (let i: usize = 0; i < <usize>rows; ++i) {
      gradientDown(dy, y, outLine, outStrips + 6 * i * outLine, db, outPixel, above, below);
      dy += 4 * outLine;
      y += 4 * outLine;
    }
    if (du) inputStrips(x, first, rows, height, width, inputs, strips, spare);
    for (let r: usize = 0; r < 6; ++r) {
      for (let i: usize = 0; i < <usize>rows; ++i)
        gradientAcross(
          outStrips + (6 * i + r) * outLine,
          outPixel,
          across,
          outPlanes + i * <usize>across * outPixel,
          outPlane
        );
      if (du)
        for (let i: usize = 0; i < <usize>rows; ++i)
          inputAcross(strips + (6 * i + r) * row, pixel, across, scratch + i * <usize>across * pixel, plane);
      for (let k: usize = 0; k < 6; ++k) {
        const from = scratch + k * plane;
        const gradient = outPlanes + k * outPlane;
        if (du) outer(from, pixel, 0, gradient, 1, rows * across, du + (6 * r + k) * gradientPlane, inputs, outputs);
        if (dx) gemm(gradient, packed + (6 * r + k) * kernelPlane, from, rows * across, inputs, outputs);
      }
      if (dx)
        for (let i: usize = 0; i < <usize>rows; ++i)
          adjointAcross(scratch + i * <usize>across * pixel, plane, pixel, across, strips + (6 * i + r) * row);
    }
    if (!dx) continue;
    clear(spare, line);
    for (let i = 0; i < rows; ++i) {
      const place = (first + i) % down;
      if (place == 0) clear(dx, line);
      adjointDown(
        strips + <usize>(6 * i) * row + pixel,
        row,
        line,
        place == 0 ? spare : dx - line,
        dx,
        dx + line,
        dx + 2 * line,
        dx + 3 * line,
        place == down - 1 ? spare : dx + 4 * line
      );
      dx += 4 * line;
    }
  }
}
