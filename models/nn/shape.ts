/** The lengths of a tensor's axes, outermost first. Images are [images, height, width, channels]. */
export type Shape = readonly number[];

/** How a shape reads in a message. */
export function showShape(shape: Shape): string {
  return `[${shape.join(", ")}]`;
}

/** How many numbers a tensor of a shape holds: 1 for the empty shape. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; ++i) if (a[i] !== b[i]) return false;
  return true;
}

/** @throws RangeError if an axis is not a whole number of at least 1. */
export function checkShape(shape: Shape): Shape {
  for (const length of shape)
    if (!Number.isInteger(length) || length < 1)
      throw new RangeError(`shape is ${showShape(shape)}, but every axis must be a whole number of at least 1`);
  return shape;
}

/** The error of an operation whose operands do not fit. */
export function misfit(operation: string, a: Shape, b: Shape, why: string): RangeError {
  return new RangeError(`${operation}: ${showShape(a)} and ${showShape(b)} do not fit: ${why}`);
}

/**
 * The shape that two shapes broadcast to: aligned at the right, axes are equal or one of them is 1.
 *
 * @throws RangeError naming both shapes.
 */
export function broadcastShape(operation: string, a: Shape, b: Shape): Shape {
  if (sameShape(a, b)) return a;
  const rank = Math.max(a.length, b.length);
  const shape: number[] = [];
  for (let i = 0; i < rank; ++i) {
    const x = a[i - rank + a.length] ?? 1;
    const y = b[i - rank + b.length] ?? 1;
    if (x !== y && x !== 1 && y !== 1)
      throw misfit(operation, a, b, `aligned at the right, axes must be equal or 1, but ${x} meets ${y}`);
    shape.push(Math.max(x, y));
  }
  return shape;
}

/** A common shape with as few axes as the operands allow, and each operand's stride along them; 0 repeats it. */
export interface Walk {
  lengths: number[];
  strides: number[][];
}

/** How to walk through `shape` with operands that broadcast to it: neighbouring axes that need not be told apart are one. */
export function walk(shape: Shape, operands: readonly Shape[]): Walk {
  const lengths: number[] = [];
  const strides: number[][] = operands.map(() => []);
  const steps = operands.map(() => 1);
  let pattern = "";
  for (let i = shape.length - 1; i >= 0; --i) {
    const length = shape[i]!;
    if (length === 1) continue;
    let own = "";
    const here: number[] = [];
    for (let k = 0; k < operands.length; ++k) {
      const operand = operands[k]!;
      const axis = operand[i - shape.length + operand.length] ?? 1;
      own += axis === 1 ? "0" : "1";
      here.push(axis === 1 ? 0 : steps[k]!);
      steps[k]! *= axis;
    }
    if (own === pattern) lengths[0]! *= length;
    else {
      lengths.unshift(length);
      for (let k = 0; k < operands.length; ++k) strides[k]!.unshift(here[k]!);
      pattern = own;
    }
  }
  while (lengths.length < 3) {
    lengths.unshift(1);
    for (const stride of strides) stride.unshift(0);
  }
  return {lengths, strides};
}
