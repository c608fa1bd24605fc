import {type Images, imagesOf} from "../../models/gan/images.js";

/** Faces to a row of the sheets that the site serves. */
export const sheetColumns = 100;

/** The faces of a sheet (rows of pixels as a canvas gives them: red, green, blue, opacity), face by face. */
export function cutRow(pixels: Uint8ClampedArray, size: number, columns: number, to: Uint8Array): void {
  for (let face = 0; face < columns; ++face)
    for (let y = 0; y < size; ++y)
      for (let x = 0; x < size; ++x) {
        const from = 4 * (y * columns * size + face * size + x);
        const at = 3 * ((face * size + y) * size + x);
        for (let c = 0; c < 3; ++c) to[at + c] = pixels[from + c]!;
      }
}

/**
 * Takes a sheet of faces apart, a row at a time, so that a phone need not hold all of it as a canvas.
 *
 * @throws Error if the file is no picture, or no whole number of faces.
 */
export async function readSheet(file: ArrayBuffer, size: number): Promise<Images> {
  const picture = await createImageBitmap(new Blob([file], {type: "image/png"}), {
    colorSpaceConversion: "none",
    premultiplyAlpha: "none"
  });
  const {width, height} = picture;
  if (width !== sheetColumns * size || height % size !== 0 || height === 0)
    throw new Error(`the sheet of faces is ${width} × ${height} pixels, which is no whole number of rows`);
  const canvas = new OffscreenCanvas(width, size);
  const context = canvas.getContext("2d", {willReadFrequently: true})!;
  const rows = height / size;
  const each = sheetColumns * size * size * 3;
  const bytes = new Uint8Array(rows * each);
  for (let row = 0; row < rows; ++row) {
    context.drawImage(picture, 0, row * size, width, size, 0, 0, width, size);
    cutRow(
      context.getImageData(0, 0, width, size).data,
      size,
      sheetColumns,
      bytes.subarray(row * each, (row + 1) * each)
    );
  }
  picture.close();
  return imagesOf(bytes, size);
}

/** Forged faces, from −1 to 1 and face by face, as the pixels of one picture with so many to a row. */
export function montage(faces: Float32Array, size: number, columns: number): Uint8ClampedArray<ArrayBuffer> {
  const count = faces.length / (3 * size * size);
  const width = columns * size;
  const pixels = new Uint8ClampedArray(4 * width * size * Math.ceil(count / columns)).fill(255);
  for (let face = 0; face < count; ++face)
    for (let y = 0; y < size; ++y)
      for (let x = 0; x < size; ++x) {
        const to = 4 * ((Math.floor(face / columns) * size + y) * width + (face % columns) * size + x);
        const from = 3 * ((face * size + y) * size + x);
        for (let c = 0; c < 3; ++c) pixels[to + c] = (faces[from + c]! + 1) * 127.5;
      }
  return pixels;
}
