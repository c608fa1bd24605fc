import {checkWhole} from "../check.js";

/** How many numbers the published networks learn, counted layer by layer from what their authors say of them. */

/** Feature maps at each resolution, from 4 pixels: as many as fit, halved with each doubling of the side. */
function widths(levels: number, base: number): number[] {
  return Array.from({length: levels}, (_, i) => Math.min(512, base / 2 ** (i + 1)));
}

function levelsOf(size: number): number {
  const levels = Math.log2(checkWhole("size", size, 4)) - 1;
  if (!Number.isInteger(levels)) throw new RangeError(`size is ${size}, but must be a power of 2`);
  return levels;
}

const latent = 512;
const dense = (inputs: number, outputs: number) => inputs * outputs + outputs;

/**
 * The generator of StyleGAN at a size in pixels: eight layers from latent to style; a learnt beginning of 4 × 4; two
 * layers at each resolution, each with a style of two numbers a map, a scale of its noise and a bias a map; and a
 * layer of colour at each resolution, as it is grown from one to the next.
 */
export function styleganGenerator(size: number): number {
  const maps = widths(levelsOf(size), 8192);
  const mapping = 8 * dense(latent, latent);
  // What follows each layer: noise and bias, and the style with which the maps are scaled and shifted.
  const after = (width: number) => 2 * width + dense(latent, 2 * width);
  let synthesis = 16 * maps[0]! + after(maps[0]!) + 9 * maps[0]! ** 2 + after(maps[0]!);
  for (let i = 1; i < maps.length; ++i)
    synthesis += 9 * maps[i - 1]! * maps[i]! + 9 * maps[i]! ** 2 + 2 * after(maps[i]!);
  const colour = maps.reduce((sum, width) => sum + dense(width, 3), 0);
  return mapping + synthesis + colour;
}

/**
 * The discriminator of StyleGAN2, in its large configuration: a layer from colour, a block of two layers and a shortcut
 * for each halving of the side, a layer that also sees how much the batch varies, and two dense ones.
 */
export function stylegan2Discriminator(size: number): number {
  const maps = widths(levelsOf(size), 16384);
  const top = maps.at(-1)!;
  let total = dense(3, top);
  for (let i = maps.length - 1; i > 0; --i) {
    const [from, to] = [maps[i]!, maps[i - 1]!];
    total += 9 * from * from + from + 9 * from * to + to + from * to;
  }
  const last = maps[0]!;
  return total + 9 * (last + 1) * last + last + dense(16 * last, last) + dense(last, 1);
}
