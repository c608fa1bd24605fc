import {add} from "./opsArithmetic.js";
import {misfit, sameShape} from "./shape.js";
import {checkAlive, type Origin, type Tensor} from "./tensor.js";

/** Notes how `out` came about, if gradients are recorded and can flow to an input. Every operation ends with it. */
export function record(
  out: Tensor,
  operation: string,
  inputs: readonly Tensor[],
  backward: Origin["backward"]
): Tensor {
  out.name = operation;
  if (out.engine.recording && inputs.some((input) => input.tracked)) {
    out.tracked = true;
    out.origin = {operation, inputs, backward};
  }
  return out;
}

/** A tensor with the same numbers through which no gradient flows. */
export function detach(x: Tensor, {tracked = false} = {}): Tensor {
  checkAlive(x);
  const out = x.engine.view(x, x.shape);
  out.tracked = tracked;
  return out;
}

export interface GradOptions {
  /** Whether the gradients are themselves recorded, so that gradients can be taken of them. */
  create?: boolean;
  /** The gradient of y to begin with, of y's shape; by default ones, so that y is as good as summed. */
  seed?: Tensor;
}

/**
 * The gradients of Σ y with respect to each of `xs`; zeros where y does not depend on one. Only the ways that lead to
 * `xs` are walked: the gradient of a loss for the generator's parameters costs no weight gradients of the discriminator.
 *
 *     const [slope] = grad(sum(square(x)), [x]); // 2x
 *     const [gx] = grad(sum(score), [image], {create: true});
 *     const r1 = grad(sum(square(gx)), discriminator.list); // second order
 *
 * @throws RangeError if the seed has another shape than y.
 */
export function grad(y: Tensor, xs: readonly Tensor[], {create = false, seed}: GradOptions = {}): Tensor[] {
  const {engine} = y;
  checkAlive(y);
  if (seed && !sameShape(seed.shape, y.shape)) throw misfit("grad", seed.shape, y.shape, "the seed needs y's shape");
  const way = wayTo(y, new Set(xs));
  const gradients = new Map<Tensor, Tensor>([[y, seed ?? engine.full(y.shape, 1)]]);
  const run = () => {
    for (const tensor of way.order) {
      const gradient = gradients.get(tensor);
      if (!gradient) continue;
      const {inputs, backward} = tensor.origin!;
      const needs = inputs.map((input) => way.needed.has(input));
      const parts = backward(gradient, needs);
      for (let i = 0; i < inputs.length; ++i) {
        const part = parts[i];
        if (!part || !needs[i]) continue;
        const before = gradients.get(inputs[i]!);
        gradients.set(inputs[i]!, before ? add(before, part) : part);
      }
    }
  };
  if (create) run();
  else engine.untracked(run);
  return xs.map((x) => gradients.get(x) ?? engine.full(x.shape, 0));
}

/** What lies between y and `xs`: the tensors that depend on one of them, and those of them to go back from, latest first. */
function wayTo(y: Tensor, xs: ReadonlySet<Tensor>): {needed: Set<Tensor>; order: Tensor[]} {
  const found = new Set<Tensor>();
  const open = [y];
  while (open.length) {
    const tensor = open.pop()!;
    if (!tensor.tracked || found.has(tensor)) continue;
    checkAlive(tensor);
    found.add(tensor);
    if (tensor.origin) open.push(...tensor.origin.inputs);
  }
  const needed = new Set(xs);
  const order: Tensor[] = [];
  for (const tensor of [...found].sort((a, b) => a.id - b.id))
    if (tensor.origin?.inputs.some((input) => needed.has(input))) {
      needed.add(tensor);
      order.push(tensor);
    }
  return {needed, order: order.reverse()};
}
