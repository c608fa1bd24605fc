import {seedState} from "../random.js";
import type {Saved} from "./checkpoint.js";
import type {Engine} from "./engine.js";
import type {Shape} from "./shape.js";
import type {Tensor} from "./tensor.js";

/**
 * Seeded random numbers for training. The numbers are those of `random(seed)` in models/random.ts, drawn by the
 * kernels; where it stands can be saved, so that an interrupted training goes on as if it had not been.
 *
 *     const noise = new Stream(engine, "forger 1 noise");
 *     const z = noise.normal([16, 64]);
 */
export class Stream implements Saved {
  private readonly state: Uint32Array;
  private readonly pointer: number;

  constructor(
    readonly engine: Engine,
    seed: string | number
  ) {
    this.pointer = engine.lasting([4], "a stream of random numbers").pointer;
    this.state = new Uint32Array(engine.floats.buffer, this.pointer, 4);
    this.reseed(seed);
  }

  /** Begins again from a seed. */
  reseed(seed: string | number): void {
    this.state.set(seedState(seed));
  }

  /** A number in [0, 1). */
  uniform(): number {
    return this.engine.kernels.uniform(this.pointer);
  }

  /** A whole number from 0 to count − 1. */
  below(count: number): number {
    return Math.floor(this.uniform() * count);
  }

  /** A tensor of normal deviates with mean 0, that goes when the step ends. */
  normal(shape: Shape, deviation = 1): Tensor {
    return this.fillNormal(this.engine.empty(shape, "noise"), deviation);
  }

  /** Puts normal deviates into a tensor. */
  fillNormal(tensor: Tensor, deviation = 1): Tensor {
    this.engine.kernels.fillNormal(this.pointer, tensor.pointer, tensor.size, deviation);
    return tensor;
  }

  /** Puts numbers from [low, high) into a tensor. */
  fillUniform(tensor: Tensor, low = 0, high = 1): Tensor {
    this.engine.kernels.fillUniform(this.pointer, tensor.pointer, tensor.size, low, high);
    return tensor;
  }

  tensors(): [] {
    return [];
  }

  numbers() {
    return {state: [...this.state]};
  }

  restore({state}: {state?: number[]}): void {
    this.state.set(state!);
  }
}
