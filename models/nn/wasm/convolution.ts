import {row1, rows4} from "./gemm";
import {outer} from "./outer";

/** out [images, height + 2, width + 2, channels] = x [images, height, width, channels] with a border of zeros. */
export function padImage(x: usize, out: usize, images: i32, height: i32, width: i32, channels: i32): void {
  const pixel = <usize>channels << 2;
  const row = <usize>width * pixel;
  const wide = row + 2 * pixel;
  for (let image = 0; image < images; ++image) {
    memory.fill(out, 0, wide);
    out += wide;
    for (let y = 0; y < height; ++y) {
      memory.fill(out, 0, pixel);
      memory.copy(out + pixel, x, row);
      memory.fill(out + pixel + row, 0, pixel);
      out += wide;
      x += row;
    }
    memory.fill(out, 0, wide);
    out += wide;
  }
}

/** out [taps, columns, rows] = w [taps, rows, columns] with each tap transposed and the taps in reverse order. */
export function flipKernel(w: usize, taps: i32, rows: i32, columns: i32, out: usize): void {
  for (let tap = 0; tap < taps; ++tap) {
    const base = out + ((<usize>(taps - 1 - tap) * rows * columns) << 2);
    for (let row = 0; row < rows; ++row)
      for (let column = 0; column < columns; ++column) {
        store<f32>(base + ((<usize>column * rows + row) << 2), load<f32>(w));
        w += 4;
      }
  }
}

/**
 * y [images, height, width, outputs]: 3×3 convolution of a padded image with weights [9·inputs, outputs] packed in
 * panels. Four neighbouring pixels make a tile of a product whose rows are three runs of 3·inputs numbers: nothing is
 * copied to make that matrix.
 */
export function conv3(
  padded: usize,
  packed: usize,
  y: usize,
  images: i32,
  height: i32,
  width: i32,
  inputs: i32,
  outputs: i32
): void {
  const pixel = <usize>inputs << 2;
  const line = <usize>(width + 2) * pixel;
  const outPixel = <usize>outputs << 2;
  for (let image = 0; image < images; ++image) {
    for (let row = 0; row < height; ++row) {
      if (width >= 4)
        for (let x = 0; x < width; x += 4) {
          const first = <usize>min(x, width - 4);
          rows4(padded + first * pixel, pixel, 3, line, 3 * pixel, packed, y + first * outPixel, outputs);
        }
      else
        for (let x: usize = 0; x < <usize>width; ++x)
          row1(padded + x * pixel, 3, line, 3 * pixel, packed, y + x * outPixel, outputs);
      padded += line;
      y += <usize>width * outPixel;
    }
    padded += 2 * line;
  }
}

/** w [9·inputs, outputs] += the gradient of the weights: a padded image against the gradient dy of its convolution. */
export function conv3Weights(
  padded: usize,
  dy: usize,
  w: usize,
  images: i32,
  height: i32,
  width: i32,
  inputs: i32,
  outputs: i32
): void {
  const length = 3 * inputs;
  const aStep = <usize>inputs << 2;
  const line = <usize>(width + 2) * aStep;
  for (let image = 0; image < images; ++image) {
    for (let tap = 0; tap < 3; ++tap)
      outer(
        padded + <usize>tap * line,
        aStep,
        line,
        dy,
        height,
        width,
        w + ((<usize>(tap * length) * outputs) << 2),
        length,
        outputs
      );
    padded += <usize>(height + 2) * line;
    dy += <usize>(height * width * outputs) << 2;
  }
}
