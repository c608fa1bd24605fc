import {halved, type Images} from "./images.js";

/** The same pictures seen in a mirror: left and right change places. */
export function mirrored({size, count, bytes}: Images): Images {
  const other = new Uint8Array(bytes.length);
  for (let row = 0; row < count * size; ++row)
    for (let x = 0; x < size; ++x) {
      const from = (row * size + x) * 3;
      other.set(bytes.subarray(from, from + 3), (row * size + size - 1 - x) * 3);
    }
  return {size, count, bytes: other};
}

/** One of the pictures: a view of its bytes. */
export function pictureBytes({size, bytes}: Images, index: number): Uint8Array {
  const each = size * size * 3;
  return bytes.subarray(index * each, (index + 1) * each);
}

/** Some of the pictures, in this order. */
export function pickPictures(images: Images, picks: readonly number[]): Images {
  const each = images.size ** 2 * 3;
  const bytes = new Uint8Array(picks.length * each);
  picks.forEach((pick, i) => {
    bytes.set(pictureBytes(images, pick), i * each);
  });
  return {size: images.size, count: picks.length, bytes};
}

/** How far two pictures are apart: the mean over pixels and colours of the difference, of 255. */
export function difference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += Math.abs(a[i]! - b[i]!);
  return sum / a.length;
}

/**
 * The difference hash, 8 × 8 bits as text: whether each cell of a grid of 9 × 8 is lighter than its neighbour to the right.
 * Programs that look for near duplicates keep such hashes in place of pictures.
 */
export function differenceHash({size}: Images, picture: Uint8Array): string {
  let hash = "";
  // Cells are not whole pixels: each is the mean of the pixels that begin in it.
  const light = (cell: number, row: number) => {
    let sum = 0;
    let pixels = 0;
    for (let y = Math.floor((row * size) / 8); y < Math.floor(((row + 1) * size) / 8); ++y)
      for (let x = Math.floor((cell * size) / 9); x < Math.floor(((cell + 1) * size) / 9); ++x) {
        const at = (y * size + x) * 3;
        sum += 0.299 * picture[at]! + 0.587 * picture[at + 1]! + 0.114 * picture[at + 2]!;
        ++pixels;
      }
    return sum / pixels;
  };
  for (let row = 0; row < 8; ++row) for (let x = 0; x < 8; ++x) hash += light(x, row) > light(x + 1, row) ? "1" : "0";
  return hash;
}

/** For each of the first `among` pictures, the nearest other one that is not the same to the byte. */
export function nearestOthers(images: Images, among: number): {face: number; other: number; apart: number}[] {
  const each = images.size ** 2 * 3;
  const {bytes} = images;
  return Array.from({length: among}, (_, face) => {
    let best = Infinity;
    let other = -1;
    for (let j = 0; j < images.count; ++j) {
      let sum = 0;
      for (let i = 0; i < each && sum < best; ++i) sum += Math.abs(bytes[face * each + i]! - bytes[j * each + i]!);
      if (sum > 0 && sum < best) {
        best = sum;
        other = j;
      }
    }
    return {face, other, apart: best / each};
  });
}

/** What can be wrong with a picture that was found somewhere, and how to make it so. */
export const spoilings = {
  "off centre": shifted,
  "too small": (images: Images) => doubled(doubled(halved(halved(images)))),
  grey: greyed,
  mirrored,
  "written over": writtenOver
} as const satisfies Record<string, (images: Images) => Images>;

export type Spoiling = keyof typeof spoilings;

function changed(images: Images, change: (bytes: Uint8Array, at: number, x: number, y: number) => void): Images {
  const {size, count} = images;
  const bytes = images.bytes.slice();
  for (let face = 0; face < count; ++face)
    for (let y = 0; y < size; ++y)
      for (let x = 0; x < size; ++x) change(bytes, ((face * size + y) * size + x) * 3, x, y);
  return {size, count, bytes};
}

/** A quarter of the width to the right, as a face detector may miss; the left edge is repeated. */
function shifted(images: Images): Images {
  const by = images.size / 4;
  return changed(images, (bytes, at, x) => {
    const from = at - 3 * Math.min(x, by);
    for (let c = 0; c < 3; ++c) bytes[at + c] = images.bytes[from + c]!;
  });
}

function greyed(images: Images): Images {
  return changed(images, (bytes, at) => {
    const grey = Math.round(0.299 * bytes[at]! + 0.587 * bytes[at + 1]! + 0.114 * bytes[at + 2]!);
    bytes.fill(grey, at, at + 3);
  });
}

/** A white band with dark strokes across the middle, like a caption. */
function writtenOver(images: Images): Images {
  const {size} = images;
  return changed(images, (bytes, at, x, y) => {
    const row = (y - size * 0.5) / (size / 4);
    if (row < 0 || row >= 1) return;
    const stroke = row > 0.2 && row < 0.8 && x % 3 === 1;
    bytes.fill(stroke ? 30 : 250, at, at + 3);
  });
}

function doubled({size, count, bytes}: Images): Images {
  const side = 2 * size;
  const large = new Uint8Array(bytes.length * 4);
  for (let row = 0; row < count * side; ++row)
    for (let x = 0; x < side; ++x) {
      const from = ((row >> 1) * size + (x >> 1)) * 3;
      large.set(bytes.subarray(from, from + 3), (row * side + x) * 3);
    }
  return {size: side, count, bytes: large};
}
