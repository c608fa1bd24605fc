import {encode} from "fast-png";
import {drawLabels, facesSeed} from "../../models/gan/faceLabels.js";
import {type Images, imagesOf} from "../../models/gan/images.js";
import {faceBytes} from "./faceArt.js";

/** Faces to a row of the sheets. */
export const sheetColumns = 100;

/** Faces on the sheets, all that there are; a smoke test draws fewer. */
export const sheetFaces = process.env.THREE_GAMES_PROFILE === "smoke" ? 600 : 10_000;

/** The labels of the faces on the sheets. */
export const sheetLabels = () => drawLabels(sheetFaces, facesSeed);

/** The faces themselves, 32 pixels square; drawing them is the first `part` of the work. */
export function sheetImages(part = 0.95): Images {
  const report = (done: number) => process.stderr.write(`progress ${(part * done).toFixed(2)} drawing\n`);
  return imagesOf(faceBytes(sheetLabels(), 32, report), 32);
}

/**
 * Faces side by side, row under row, as a PNG.
 *
 * @throws RangeError if they do not fill the last row.
 */
export function sheetPng({size, count, bytes}: Images, columns = sheetColumns): Uint8Array {
  const rows = count / columns;
  if (!Number.isInteger(rows)) throw new RangeError(`count is ${count}, but must be a multiple of ${columns}`);
  const width = columns * size;
  const line = 3 * size;
  const data = new Uint8Array(bytes.length);
  for (let face = 0; face < count; ++face)
    for (let y = 0; y < size; ++y) {
      const from = (face * size + y) * line;
      const to = (Math.floor(face / columns) * size + y) * 3 * width + (face % columns) * line;
      data.set(bytes.subarray(from, from + line), to);
    }
  return encode({width, height: rows * size, data, channels: 3});
}
