import {checkNumber} from "../check.js";
import {base64Bytes, type Kernels, startKernels} from "./kernels.js";
import {kernelsWasm} from "./kernelsWasm.js";
import {checkShape, misfit, type Shape, showShape, sizeOf} from "./shape.js";
import {Tensor} from "./tensor.js";

export type {Shape} from "./shape.js";
export type {Tensor} from "./tensor.js";

export interface EngineOptions {
  /** The whole memory, parameters included: from 1 to 4,095 MB (1 MB is 2²⁰ bytes). It is taken from the system as it is used. */
  memoryMegabytes?: number;
  /** The kernels as base64, by default those in plain SIMD; `kernelsRelaxedWasm` where `hasRelaxedSimd` says so, whose last digits depend on the machine. */
  kernels?: string;
}

/** An engine asked for more memory than it has left. */
export class OutOfMemoryError extends RangeError {
  override name = "OutOfMemoryError";
}

const megabyte = 2 ** 20;
/** The first page is the kernels' own: tables of their mathematics. */
const reserved = 65536;

const megabytes = (bytes: number) => (bytes / megabyte).toFixed(bytes < 10 * megabyte ? 2 : 0);

/**
 * One memory and the kernels that work in it. Parameters and what else must last are put at its bottom; what a step
 * makes is put at its top, and taken away together when the step ends.
 */
export class Engine {
  readonly kernels: Kernels;
  /** All of the memory as numbers. */
  readonly floats: Float32Array<ArrayBuffer>;
  /** False while nothing is recorded for gradients. */
  recording = true;
  private bottom = reserved;
  private top: number;
  private lowest: number;
  private readonly end: number;
  private readonly live: Tensor[] = [];

  constructor(module: WebAssembly.Module, memoryMegabytes: number) {
    const pages = memoryMegabytes * 16;
    const memory = new WebAssembly.Memory({initial: pages, maximum: pages});
    this.kernels = startKernels(module, memory);
    this.floats = new Float32Array(memory.buffer as ArrayBuffer);
    this.top = this.lowest = this.end = memory.buffer.byteLength;
  }

  /** Bytes that last, bytes of the step now open, the most that steps have taken, and all there are. */
  get memory(): {lasting: number; step: number; peak: number; total: number} {
    const {end, bottom, top, lowest} = this;
    return {lasting: bottom - reserved, step: end - top, peak: end - lowest, total: end - reserved};
  }

  private room(bytes: number, what: string, shape?: Shape): number {
    // Sixteen bytes more than asked, so that a register may run over the end.
    const whole = (bytes + 31) & ~15;
    if (this.top - this.bottom < whole)
      throw new OutOfMemoryError(
        `${what}${shape ? ` of shape ${showShape(shape)}` : ""} needs ${megabytes(whole)} MB, but ${megabytes(this.top - this.bottom)} of ${megabytes(this.end)} MB are free ` +
          `(${megabytes(this.bottom)} MB last, the step has taken ${megabytes(this.end - this.top)} MB)`
      );
    return whole;
  }

  /** The address of room for n numbers that goes when the step ends. */
  scratch(n: number, what = "an operation", shape?: Shape): number {
    this.top -= this.room(4 * n, what, shape);
    if (this.top < this.lowest) this.lowest = this.top;
    return this.top;
  }

  /** Runs `use`, and takes back the scratch that it took. It may make no tensors. */
  borrow(use: () => void): void {
    const {top} = this;
    use();
    this.top = top;
  }

  /** A tensor that goes when the step ends; its numbers are not set. */
  empty(shape: Shape, name = ""): Tensor {
    const tensor = new Tensor(this, shape, this.scratch(sizeOf(shape), name || "a tensor", shape));
    tensor.name = name;
    this.live.push(tensor);
    return tensor;
  }

  /** A second tensor over the same numbers. */
  view(of: Tensor, shape: Shape): Tensor {
    const tensor = new Tensor(this, shape, of.pointer);
    tensor.name = of.name;
    if (of.pointer >= this.top) this.live.push(tensor);
    return tensor;
  }

  /** A tensor that lasts, of zeros. */
  lasting(shape: Shape, name = ""): Tensor {
    checkShape(shape);
    const size = sizeOf(shape);
    const bytes = this.room(4 * size, name || "a lasting tensor", shape);
    const tensor = new Tensor(this, shape, this.bottom);
    this.kernels.fill(this.bottom, 0, bytes >> 2);
    this.bottom += bytes;
    tensor.name = name;
    return tensor;
  }

  /**
   * A tensor of given numbers, that goes when the step ends. A tracked one can be asked for its gradient.
   *
   * @throws RangeError if the shape asks for another count.
   */
  tensor(values: ArrayLike<number>, shape: Shape = [values.length], {tracked = false} = {}): Tensor {
    checkShape(shape);
    if (sizeOf(shape) !== values.length) throw misfit("tensor", [values.length], shape, "another count of numbers");
    const tensor = this.empty(shape);
    this.floats.set(values, tensor.pointer >> 2);
    tensor.tracked = tracked;
    return tensor;
  }

  /** A tensor of one number repeated, that goes when the step ends. */
  full(shape: Shape, value: number): Tensor {
    const tensor = this.empty(checkShape(shape));
    this.kernels.fill(tensor.pointer, value, tensor.size);
    return tensor;
  }

  /**
   * Runs a step: what it makes goes when it ends, whether it returns or throws. Steps may be nested. Return numbers, or
   * copies of data.
   */
  step<T>(run: () => T): T {
    const {top} = this;
    const count = this.live.length;
    try {
      return run();
    } finally {
      this.top = top;
      while (this.live.length > count) this.live.pop()!.dead = true;
    }
  }

  /** Runs without recording: for samples and measurements, which need no gradients. */
  untracked<T>(run: () => T): T {
    const {recording} = this;
    this.recording = false;
    try {
      return run();
    } finally {
      this.recording = recording;
    }
  }
}

function checkMegabytes(value: number): number {
  return checkNumber(
    "memoryMegabytes",
    value,
    "a whole number from 1 to 4095",
    (v) => Number.isInteger(v) && v >= 1 && v <= 4095
  );
}

/**
 * An engine, at once. In a page, prefer `loadEngine`, or call it in a Worker.
 *
 *     const engine = createEngine({memoryMegabytes: 64});
 *     engine.step(() => add(engine.tensor([1, 2]), engine.tensor([3, 4])).data.slice()); // [4, 6]
 *
 * @throws RangeError naming memoryMegabytes.
 */
export function createEngine({memoryMegabytes = 256, kernels = kernelsWasm}: EngineOptions = {}): Engine {
  checkMegabytes(memoryMegabytes);
  return new Engine(new WebAssembly.Module(base64Bytes(kernels)), memoryMegabytes);
}

/** The same without holding up a page while the kernels are compiled. */
export async function loadEngine({memoryMegabytes = 256, kernels = kernelsWasm}: EngineOptions = {}): Promise<Engine> {
  checkMegabytes(memoryMegabytes);
  return new Engine(await WebAssembly.compile(base64Bytes(kernels)), memoryMegabytes);
}
