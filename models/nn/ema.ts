import type {Saved} from "./checkpoint.js";
import type {Parameters} from "./parameters.js";
import type {Tensor} from "./tensor.js";

/**
 * How much of an exponential mean is kept when so many images more have been seen: half after `halfLife` images. Early
 * on the half-life is `rampUp` times the images seen, so that the first random weights are soon forgotten.
 */
export function emaDecay(images: number, halfLife: number, seen = Infinity, rampUp = 0.1): number {
  return 0.5 ** (images / Math.max(Math.min(halfLife, rampUp * seen), 1e-8));
}

/**
 * The exponential mean of parameters over training, whose samples are better than those of the parameters themselves.
 *
 *     const ema = new Ema(generator);
 *     ema.update(emaDecay(16, 2000));
 *     ema.exchanged(() => sample());
 */
export class Ema implements Saved {
  readonly list: Tensor[];

  /** Begins with the parameters as they are. */
  constructor(readonly parameters: Parameters) {
    const {engine} = parameters;
    this.list = parameters.list.map(({shape, name}) => engine.lasting(shape, `the mean of ${name}`));
    this.update(0);
  }

  /** mean = decay · mean + (1 − decay) · parameter. */
  update(decay: number): void {
    const {list, engine} = this.parameters;
    this.list.forEach(({pointer, size}, i) => {
      engine.kernels.blend(pointer, decay, list[i]!.pointer, 1 - decay, 0, pointer, size);
    });
  }

  /** Runs with the means in the place of the parameters. */
  exchanged<T>(run: () => T): T {
    this.exchange();
    try {
      return run();
    } finally {
      this.exchange();
    }
  }

  private exchange(): void {
    this.list.forEach((mean, i) => {
      const own = this.parameters.list[i]!;
      const kept = own.data.slice();
      own.data.set(mean.data);
      mean.data.set(kept);
    });
  }

  *tensors(): Iterable<[string, Tensor]> {
    for (const [i, tensor] of this.list.entries()) yield [this.parameters.list[i]!.name, tensor];
  }

  numbers() {
    return {};
  }

  restore(): void {}
}
