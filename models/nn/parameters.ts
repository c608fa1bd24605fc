import type {Saved} from "./checkpoint.js";
import type {Engine} from "./engine.js";
import type {Shape} from "./shape.js";
import {Stream} from "./stream.js";
import type {Tensor} from "./tensor.js";

export interface ParameterOptions {
  /** Standard deviation of the values it begins with. */
  deviation?: number;
  /** Their mean. */
  value?: number;
  /** A factor on the learning rate. */
  rate?: number;
}

/**
 * The parameters of a network, by name. What they begin with depends on the seed and the name alone, not on the order in
 * which they are made.
 *
 *     const generator = new Parameters(engine, "forger 1");
 *     const w = generator.create("stem", [3, 3, 12, 32], {deviation: 0.1});
 */
export class Parameters implements Saved {
  readonly list: Tensor[] = [];
  /** The factors on the learning rate, in step with `list`. */
  readonly rates: number[] = [];
  private readonly names = new Set<string>();
  private readonly stream: Stream;

  constructor(
    readonly engine: Engine,
    readonly seed: string | number = 0
  ) {
    this.stream = new Stream(engine, seed);
  }

  /** @throws RangeError if the name is taken. */
  create(name: string, shape: Shape, {deviation = 0, value = 0, rate = 1}: ParameterOptions = {}): Tensor {
    if (this.names.has(name)) throw new RangeError(`name is "${name}", but must not be that of an earlier parameter`);
    const {engine, seed} = this;
    const tensor = engine.lasting(shape, name);
    this.stream.reseed(`${seed}/${name}`);
    if (deviation > 0) this.stream.fillNormal(tensor, deviation);
    if (value !== 0) engine.kernels.blend(tensor.pointer, 1, tensor.pointer, 0, value, tensor.pointer, tensor.size);
    tensor.tracked = true;
    this.names.add(name);
    this.list.push(tensor);
    this.rates.push(rate);
    return tensor;
  }

  /** How many numbers they are. */
  get count(): number {
    return this.list.reduce((sum, {size}) => sum + size, 0);
  }

  /** A text of 16 hexadecimal digits that stands for all values, bit by bit: FNV-1a over them in order. */
  hash(): string {
    const {engine, list} = this;
    let state = 0xcbf29ce484222325n;
    for (const {pointer, size} of list) state = BigInt.asUintN(64, engine.kernels.hash(pointer, 4 * size, state));
    return state.toString(16).padStart(16, "0");
  }

  *tensors(): Iterable<[string, Tensor]> {
    for (const tensor of this.list) yield [tensor.name, tensor];
  }

  numbers() {
    return {};
  }

  restore(): void {}
}
