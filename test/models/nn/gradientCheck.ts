import assert from "node:assert/strict";
import type {Engine, Tensor} from "../../../models/nn/engine.js";
import {add, grad, multiply, sum} from "../../../models/nn/ops.js";
import {sizeOf} from "../../../models/nn/shape.js";
import {random} from "../../../models/random.js";

/** An operation with the shapes that it is tried on, and where its inputs lie. */
export interface Trial {
  run: (...inputs: Tensor[]) => Tensor;
  shapes: number[][];
  low?: number;
  high?: number;
  /** Inputs keep this far from 0, where a function has a kink. */
  gap?: number;
}

const tolerance = 2e-4;

function points({shapes, low = -1, high = 1, gap = 0}: Trial, seed: string): Float32Array[] {
  const next = random(seed);
  return shapes.map((shape) =>
    Float32Array.from({length: sizeOf(shape)}, () => {
      const x = low + (high - low) * next();
      return Math.abs(x) < gap ? x + Math.sign(x || 1) * gap : x;
    })
  );
}

/** Σ of products in double precision. */
function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.length; ++i) total += a[i]! * b[i]!;
  return total;
}

/**
 * The slope of f at 0, by central differences at two widths and Richardson's extrapolation: its error is of the fourth
 * order, so that widths may be wide enough for float32.
 */
function slope(f: (t: number) => number, width: number): number {
  const difference = (h: number) => (f(h) - f(-h)) / (2 * h);
  return (4 * difference(width / 2) - difference(width)) / 3;
}

/**
 * Holds the first and the second derivatives of an operation against finite differences, along random directions. The
 * scalar is Σ c·f(x): the cotangent c is an input as well, so that the second order also checks the derivative of the way back.
 */
export function checkGradients(engine: Engine, name: string, trial: Trial): void {
  const inputs = points(trial, `${name} inputs`);
  const outShape = engine.step(() => trial.run(...inputs.map((x, i) => engine.tensor(x, trial.shapes[i]!))).shape);
  const next = random(`${name} cotangent`);
  inputs.push(Float32Array.from({length: sizeOf(outShape)}, () => 2 * next() - 1));
  const shapes = [...trial.shapes, [...outShape]];
  const direction = (what: string) => {
    const draw = random(`${name} ${what}`);
    return inputs.map((x) => Float32Array.from(x, () => 2 * draw() - 1));
  };
  const moved = (along: Float32Array[], t: number) => inputs.map((x, k) => x.map((v, i) => v + t * along[k]![i]!));
  const tensors = (values: Float32Array[]) => values.map((x, i) => engine.tensor(x, shapes[i]!, {tracked: true}));
  /** Σ c·f and its gradients. */
  const first = (xs: Tensor[]) => grad(multiply(trial.run(...xs.slice(0, -1)), xs.at(-1)!), xs, {create: true});

  const along = direction("first direction");
  const valueAt = (t: number) =>
    engine.step(() => {
      const values = moved(along, t);
      return dot(trial.run(...tensors(values).slice(0, -1)).data, values.at(-1)!);
    });
  const byTape = engine.step(() => first(tensors(inputs)).reduce((total, g, k) => total + dot(g.data, along[k]!), 0));
  close(byTape, slope(valueAt, 0.03), `${name}: first order`);

  const mix = direction("mixture of gradients");
  const gradientAt = (t: number) =>
    engine.step(() => first(tensors(moved(along, t))).reduce((total, g, k) => total + dot(g.data, mix[k]!), 0));
  const secondByTape = engine.step(() => {
    const xs = tensors(inputs);
    const mixed = first(xs)
      .map((g, k) => sum(multiply(g, engine.tensor(mix[k]!, shapes[k]!))))
      .reduce(add);
    return grad(mixed, xs).reduce((total, g, k) => total + dot(g.data, along[k]!), 0);
  });
  close(secondByTape, slope(gradientAt, 0.03), `${name}: second order`);
}

function close(ours: number, theirs: number, what: string): void {
  const gap = Math.abs(ours - theirs) / Math.max(1, Math.abs(ours), Math.abs(theirs));
  assert.ok(gap < tolerance, `${what}: ${ours} by the tape, ${theirs} by differences, ${gap} apart`);
}
