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
