import {checkBetween, checkNumber} from "../check.js";
import type {Saved} from "./checkpoint.js";
import type {Parameters} from "./parameters.js";
import {misfit, sameShape} from "./shape.js";
import type {Tensor} from "./tensor.js";

export interface AdamOptions {
  /** Learning rate. */
  rate?: number;
  /** How much of the mean gradient is kept at each step: 0 for GANs, and then no memory is spent on it. */
  beta1?: number;
  /** The same for the mean square. */
  beta2?: number;
  epsilon?: number;
}

/**
 * Adam (Kingma and Ba, 2015) with bias correction: p −= rate · m̂ / (√v̂ + ε).
 *
 *     const adam = new Adam(parameters, {rate: 2e-3, beta1: 0, beta2: 0.99});
 *     engine.step(() => adam.step(grad(loss(), parameters.list)));
 *
 * @throws RangeError naming rate, beta1, beta2 or epsilon.
 */
export class Adam implements Saved {
  /** Steps taken. */
  steps = 0;
  readonly settings: Required<AdamOptions>;
  private readonly first: Tensor[] = [];
  private readonly second: Tensor[] = [];

  constructor(
    readonly parameters: Parameters,
    {rate = 1e-3, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8}: AdamOptions = {}
  ) {
    const belowOne = (name: string, value: number) =>
      checkNumber(name, value, "at least 0 and below 1", (v) => v >= 0 && v < 1);
    this.settings = {
      rate: checkBetween("rate", rate, 0, 1e3),
      beta1: belowOne("beta1", beta1),
      beta2: belowOne("beta2", beta2),
      epsilon: checkBetween("epsilon", epsilon, 0, 1)
    };
    const {engine, list} = parameters;
    for (const {shape, name} of list) {
      if (beta1 > 0) this.first.push(engine.lasting(shape, `the mean gradient of ${name}`));
      this.second.push(engine.lasting(shape, `the mean square gradient of ${name}`));
    }
  }

  /**
   * Changes the parameters by one step against their gradients, which come in the order of `parameters.list`.
   *
   * @throws RangeError naming the shapes of a gradient that does not fit.
   */
  step(gradients: readonly Tensor[], rate = this.settings.rate): void {
    const {list, rates, engine} = this.parameters;
    if (gradients.length !== this.second.length || list.length !== this.second.length)
      throw new RangeError(
        `${gradients.length} gradients came for ${list.length} parameters, ${this.second.length} of which there were when Adam was made`
      );
    list.forEach(({shape, name}, i) => {
      const gradient = gradients[i]!;
      if (!sameShape(gradient.shape, shape)) throw misfit("Adam", gradient.shape, shape, `the gradient of ${name}`);
    });
    const {epsilon} = this.settings;
    // As the kernel has them: 0.999 in float32 is another number, and the correction must be for that one.
    const beta1 = Math.fround(this.settings.beta1);
    const beta2 = Math.fround(this.settings.beta2);
    const t = ++this.steps;
    list.forEach(({pointer, size}, i) => {
      engine.kernels.adam(
        pointer,
        gradients[i]!.pointer,
        this.first[i]?.pointer ?? 0,
        this.second[i]!.pointer,
        size,
        rate * rates[i]!,
        beta1,
        beta2,
        epsilon,
        1 - beta1 ** t,
        1 - beta2 ** t
      );
    });
  }

  *tensors(): Iterable<[string, Tensor]> {
    const {list} = this.parameters;
    for (const [i, tensor] of this.first.entries()) yield [`first.${list[i]!.name}`, tensor];
    for (const [i, tensor] of this.second.entries()) yield [`second.${list[i]!.name}`, tensor];
  }

  numbers() {
    return {steps: this.steps};
  }

  restore({steps}: {steps?: number}): void {
    this.steps = steps!;
  }
}
