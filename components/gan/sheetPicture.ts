import {halved, type Images, imagesOf} from "../../models/gan/images.js";

/** A sheet of faces, a hundred to a row, as a browser holds it. */
export interface SheetPicture {
  /** Faces on it. */
  count: number;
  /** Some of its faces, as bytes, `size` pixels square: 32, or less by halving. */
  faces(picks: readonly number[], size: number): Images;
}

const columns = 100;
const full = 32;

/** @throws RangeError if the picture is no sheet. */
export function sheetPicture(image: HTMLImageElement): SheetPicture {
  const {naturalWidth, naturalHeight} = image;
  if (naturalWidth !== columns * full || naturalHeight % full !== 0)
    throw new RangeError(`the sheet has ${naturalWidth} × ${naturalHeight} pixels, but must be ${columns * full} wide`);
  const scratch = document.createElement("canvas");
  return {
    count: (naturalHeight / full) * columns,
    faces(picks, size) {
      // One below the other: then each face is a run of bytes.
      scratch.width = full;
      scratch.height = full * Math.max(1, picks.length);
      const context = scratch.getContext("2d", {willReadFrequently: true})!;
      picks.forEach((pick, i) => {
        const [x, y] = [(pick % columns) * full, Math.floor(pick / columns) * full];
        context.drawImage(image, x, y, full, full, 0, i * full, full, full);
      });
      const {data} = context.getImageData(0, 0, full, full * Math.max(1, picks.length));
      const bytes = new Uint8Array(picks.length * full * full * 3);
      for (let i = 0; i < bytes.length / 3; ++i) for (let c = 0; c < 3; ++c) bytes[3 * i + c] = data[4 * i + c]!;
      let images = imagesOf(bytes, full);
      while (images.size > size) images = halved(images);
      return images;
    }
  };
}

/** Paints faces side by side into a canvas, `columns` to a row; what is left of the last row stays empty. */
export function paintFaces(canvas: HTMLCanvasElement, {size, count, bytes}: Images, columns: number): void {
  canvas.width = columns * size;
  canvas.height = Math.max(1, Math.ceil(count / columns)) * size;
  const context = canvas.getContext("2d")!;
  const picture = context.createImageData(canvas.width, canvas.height);
  for (let face = 0; face < count; ++face) {
    const left = (face % columns) * size;
    const top = Math.floor(face / columns) * size;
    for (let y = 0; y < size; ++y)
      for (let x = 0; x < size; ++x) {
        const from = ((face * size + y) * size + x) * 3;
        const to = ((top + y) * canvas.width + left + x) * 4;
        for (let c = 0; c < 3; ++c) picture.data[to + c] = bytes[from + c]!;
        picture.data[to + 3] = 255;
      }
  }
  context.putImageData(picture, 0, 0);
}

/** The layout of so many squares in a frame: the largest whole-pixel side with which all of them fit. */
export function gridFor(count: number, width: number, height: number): {side: number; columns: number; rows: number} {
  let side = Math.floor(Math.min(width, height, Math.sqrt((width * height) / Math.max(1, count)))) + 1;
  let columns = 1;
  let rows = count;
  do {
    --side;
    columns = Math.max(1, Math.floor(width / side));
    rows = Math.ceil(count / columns);
  } while (side > 4 && rows * side > height);
  return {side, columns, rows};
}
