import {add, multiply, subtract} from "./opsArithmetic.js";
import {sigmoid, tanh} from "./opsElementwise.js";
import {matmul} from "./opsMatrix.js";
import {slice} from "./opsShape.js";
import type {Parameters} from "./parameters.js";
import type {Tensor} from "./tensor.js";

/** One step of a layer with memory. */
export interface Recurrent {
  /** What inputs [rows, inputs] ask of the gates, [rows, 3 × width]: to be added to what else speaks to them. */
  drive(inputs: Tensor): Tensor;
  /** The memory [rows, width] after a step. */
  step(memory: Tensor, drive: Tensor): Tensor;
}

/**
 * The gated recurrent unit of Cho and others (2014), with the reset gate after the product, so that one product serves
 * all gates:
 *
 *     r = σ(x·Wr + h·Ur),  z = σ(x·Wz + h·Uz),  n = tanh(x·Wn + r ∘ (h·Un + b)),  h′ = n + z ∘ (h − n)
 */
export function gatedUnit(parameters: Parameters, name: string, inputs: number, width: number): Recurrent {
  const w = parameters.create(`${name}.w`, [inputs, 3 * width], {deviation: 1 / Math.sqrt(inputs)});
  const u = parameters.create(`${name}.u`, [width, 3 * width], {deviation: 1 / Math.sqrt(width)});
  const b = parameters.create(`${name}.b`, [3 * width]);
  // It begins by keeping most of what it knows: what is forgotten at first is hard to learn to remember.
  b.data.fill(1, width, 2 * width);
  return {
    drive: (x) => matmul(x, w),
    step(memory, drive) {
      const part = (x: Tensor, i: number) => slice(x, 1, i * width, width);
      const recalled = add(matmul(memory, u), b);
      const reset = sigmoid(add(part(drive, 0), part(recalled, 0)));
      const keep = sigmoid(add(part(drive, 1), part(recalled, 1)));
      const fresh = tanh(add(part(drive, 2), multiply(reset, part(recalled, 2))));
      return add(fresh, multiply(keep, subtract(memory, fresh)));
    }
  };
}
