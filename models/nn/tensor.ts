import type {Engine} from "./engine.js";
import {type Shape, showShape, sizeOf} from "./shape.js";

/** How a tensor came about: what it was made from, and how its gradient goes back to that. */
export interface Origin {
  /** The operation, for messages. */
  operation: string;
  inputs: readonly Tensor[];
  /** The gradient of each input, given that of the output; `needs` tells which are wanted, others may be null. */
  backward(gradient: Tensor, needs: readonly boolean[]): (Tensor | null)[];
}

let count = 0;

/**
 * Numbers in an engine's memory: a shape and an address. Values are float32, the last axis contiguous. A tensor made
 * inside `engine.step` lives until that step ends; a parameter lives as long as its engine.
 */
export class Tensor {
  /** Grows with each tensor: what a tensor is made from has a smaller one. */
  readonly id = ++count;
  readonly size: number;
  /** Whether gradients can flow to it: true for parameters and for all that is made from them. */
  tracked = false;
  origin: Origin | null = null;
  /** Set when its step has ended. */
  dead = false;
  /** A parameter's name, or what made the tensor; for messages. */
  name = "";

  constructor(
    readonly engine: Engine,
    readonly shape: Shape,
    /** Byte address. */
    readonly pointer: number
  ) {
    this.size = sizeOf(shape);
  }

  /** Its numbers: a view into the engine's memory, not a copy. `tensor.data.slice()` outlives the step. */
  get data(): Float32Array {
    checkAlive(this);
    return this.engine.floats.subarray(this.pointer >> 2, (this.pointer >> 2) + this.size);
  }

  /**
   * Its only number.
   *
   * @throws RangeError if it has more than one.
   */
  get value(): number {
    checkAlive(this);
    if (this.size !== 1)
      throw new RangeError(`value is of a tensor of one number, but the shape is ${showShape(this.shape)}`);
    return this.engine.floats[this.pointer >> 2]!;
  }
}

/** @throws RangeError naming a tensor whose step has ended. */
export function checkAlive(tensor: Tensor): void {
  if (tensor.dead)
    throw new RangeError(
      `${tensor.name || "a tensor"} of shape ${showShape(tensor.shape)} was made in a step that has ended; copy its data to keep it`
    );
}
