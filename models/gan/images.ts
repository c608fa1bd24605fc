import {checkNumber} from "../check.js";
import type {Engine, Tensor} from "../nn/engine.js";

/** Pictures as bytes: red, green and blue of each pixel, row by row, picture by picture, all of one size. */
export interface Images {
  /** Pixels along each side. */
  size: number;
  count: number;
  bytes: Uint8Array;
}

/** @throws RangeError if the bytes are no whole number of pictures. */
export function imagesOf(bytes: Uint8Array, size: number): Images {
  const count = bytes.length / (size * size * 3);
  if (!Number.isInteger(count))
    throw new RangeError(`bytes has length ${bytes.length}, but must hold whole pictures of ${size} × ${size}`);
  return {size, count, bytes};
}

/** Some of the pictures as a tensor [picks, size, size, 3], from −1 (dark) to 1 (light). It goes when the step ends. */
export function imageTensor(engine: Engine, {size, bytes}: Images, picks: readonly number[]): Tensor {
  const each = size * size * 3;
  const values = new Float32Array(picks.length * each);
  picks.forEach((pick, i) => {
    for (let j = 0; j < each; ++j) values[i * each + j] = bytes[pick * each + j]! / 127.5 - 1;
  });
  return engine.tensor(values, [picks.length, size, size, 3]);
}

/** A tensor of pictures from −1 to 1 as bytes; what lies outside is cut. */
export function tensorBytes({data}: Tensor): Uint8Array {
  return Uint8Array.from(data, (v) => Math.max(0, Math.min(255, Math.round((v + 1) * 127.5))));
}

/** Square pictures with every pixel repeated `times` along both sides; always a copy. */
export function enlarged(values: ArrayLike<number>, count: number, size: number, times: number): Float32Array {
  const side = size * times;
  const large = new Float32Array(count * side * side * 3);
  for (let i = 0; i < count; ++i)
    for (let y = 0; y < side; ++y)
      for (let x = 0; x < side; ++x) {
        const from = ((i * size + Math.floor(y / times)) * size + Math.floor(x / times)) * 3;
        for (let c = 0; c < 3; ++c) large[((i * side + y) * side + x) * 3 + c] = values[from + c]!;
      }
  return large;
}

/** The same pictures at half the size: each pixel is the mean of four, rounded. @throws RangeError if the size is odd. */
export function halved({size, count, bytes}: Images): Images {
  checkNumber("size", size, "an even number of at least 2", (v) => v >= 2 && v % 2 === 0);
  const side = size / 2;
  const small = new Uint8Array(count * side * side * 3);
  for (let i = 0; i < count; ++i)
    for (let y = 0; y < side; ++y)
      for (let x = 0; x < side; ++x)
        for (let c = 0; c < 3; ++c) {
          const at = ((i * size + 2 * y) * size + 2 * x) * 3 + c;
          const sum = bytes[at]! + bytes[at + 3]! + bytes[at + 3 * size]! + bytes[at + 3 * size + 3]!;
          small[((i * side + y) * side + x) * 3 + c] = Math.round(sum / 4);
        }
  return {size: side, count, bytes: small};
}
