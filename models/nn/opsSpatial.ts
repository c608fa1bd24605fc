import {record} from "./autodiff.js";
import {engineOf} from "./opsArithmetic.js";
import {showShape} from "./shape.js";
import type {Tensor} from "./tensor.js";

type ImageShape = [images: number, height: number, width: number, channels: number];

/** The shape of images; throws unless height and width are even, if they must be. */
function imageShape(operation: string, {shape}: Tensor, even = false): ImageShape {
  if (shape.length !== 4)
    throw new RangeError(
      `${operation}: the shape is ${showShape(shape)}, but must be [images, height, width, channels]`
    );
  if (even && (shape[1]! % 2 || shape[2]! % 2))
    throw new RangeError(`${operation}: the shape is ${showShape(shape)}, but height and width must be even`);
  return [...shape] as ImageShape;
}

function up(x: Tensor, alpha: number, operation: string): Tensor {
  const engine = engineOf(x);
  const [images, height, width, channels] = imageShape(operation, x);
  const out = engine.empty([images, 2 * height, 2 * width, channels], operation);
  engine.kernels.upsample(x.pointer, out.pointer, images, height, width, channels, alpha);
  return record(out, operation, [x], (g) => [down(g, alpha, operation)]);
}

function down(x: Tensor, alpha: number, operation: string): Tensor {
  const engine = engineOf(x);
  const [images, height, width, channels] = imageShape(operation, x, true);
  const out = engine.empty([images, height / 2, width / 2, channels], operation);
  engine.kernels.downsample(x.pointer, out.pointer, images, height / 2, width / 2, channels, alpha);
  return record(out, operation, [x], (g) => [up(g, alpha, operation)]);
}

/** Images twice as high and wide, each pixel repeated. */
export const upsample = (x: Tensor) => up(x, 1, "upsample");

/**
 * Images half as high and wide: the mean of each square of four pixels.
 *
 * @throws RangeError naming a shape whose height or width is odd.
 */
export const averagePool = (x: Tensor) => down(x, 0.25, "averagePool");

/** Images twice as high and wide, interpolated: pixel centres lie at halves, and the border repeats. */
export function upsampleBilinear(x: Tensor): Tensor {
  const engine = engineOf(x);
  const [images, height, width, channels] = imageShape("upsampleBilinear", x);
  const out = engine.full([images, 2 * height, 2 * width, channels], 0);
  engine.kernels.bilinear(x.pointer, out.pointer, images, height, width, channels);
  return record(out, "upsampleBilinear", [x], (g) => [bilinearAdjoint(g)]);
}

function bilinearAdjoint(g: Tensor): Tensor {
  const engine = engineOf(g);
  const [images, height, width, channels] = imageShape("upsampleBilinear", g, true);
  const out = engine.full([images, height / 2, width / 2, channels], 0);
  engine.kernels.bilinearAdjoint(g.pointer, out.pointer, images, height / 2, width / 2, channels);
  return record(out, "bilinearAdjoint", [g], (h) => [upsampleBilinear(h)]);
}

/**
 * [images, height, width, channels] to [images, height/2, width/2, 4·channels]: each square of four pixels becomes one,
 * in the order top left, top right, bottom left, bottom right.
 *
 * @throws RangeError naming a shape whose height or width is odd.
 */
export function spaceToDepth(x: Tensor): Tensor {
  const engine = engineOf(x);
  const [images, height, width, channels] = imageShape("spaceToDepth", x, true);
  const out = engine.empty([images, height / 2, width / 2, 4 * channels], "spaceToDepth");
  engine.kernels.depthToSpace(x.pointer, out.pointer, images, height / 2, width / 2, channels, 1);
  return record(out, "spaceToDepth", [x], (g) => [depthToSpace(g)]);
}

/**
 * The inverse of `spaceToDepth`.
 *
 * @throws RangeError naming a shape whose channels are not a multiple of four.
 */
export function depthToSpace(x: Tensor): Tensor {
  const engine = engineOf(x);
  const [images, height, width, channels] = imageShape("depthToSpace", x);
  if (channels % 4)
    throw new RangeError(`depthToSpace: the shape is ${showShape(x.shape)}, but channels must be a multiple of 4`);
  const out = engine.empty([images, 2 * height, 2 * width, channels / 4], "depthToSpace");
  engine.kernels.depthToSpace(x.pointer, out.pointer, images, height, width, channels / 4, 0);
  return record(out, "depthToSpace", [x], (g) => [spaceToDepth(g)]);
}
