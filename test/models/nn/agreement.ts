import assert from "node:assert/strict";
import type {Tensor} from "../../../models/nn/engine.js";
import {sizeOf} from "../../../models/nn/shape.js";
import {normal, random} from "../../../models/random.js";

/** Normal numbers for a shape, the same for a seed. */
export function numbers(shape: readonly number[], seed: string): Float32Array {
  const draw = normal(random(seed));
  return Float32Array.from({length: sizeOf(shape)}, draw);
}

/** Equal to within float32's rounding of sums of numbers of about unit size. */
export function agree(ours: Tensor, theirs: ArrayLike<number>, what: string, tolerance = 2e-5): void {
  const {data} = ours;
  assert.equal(data.length, theirs.length, what);
  for (let i = 0; i < data.length; ++i) {
    const gap = Math.abs(data[i]! - theirs[i]!);
    assert.ok(
      gap <= tolerance * Math.max(1, Math.abs(theirs[i]!)),
      `${what}: number ${i} is ${data[i]}, not ${theirs[i]}`
    );
  }
}
