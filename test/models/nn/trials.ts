import * as ops from "../../../models/nn/ops.js";
import type {Trial} from "./gradientCheck.js";

const pair = (run: Trial["run"], a: number[], b: number[], more: Partial<Trial> = {}): Trial => ({
  run,
  shapes: [a, b],
  ...more
});
const one = (run: Trial["run"], shape: number[] = [3, 5], more: Partial<Trial> = {}): Trial => ({
  run,
  shapes: [shape],
  ...more
});

/** Every operation that the door `ops.ts` exports, tried at uneven shapes. */
export const trials: Record<string, Trial[]> = {
  add: [
    pair(ops.add, [2, 3, 5], [2, 3, 5]),
    pair(ops.add, [2, 3, 5], [5]),
    pair(ops.add, [2, 3, 4, 7], [2, 1, 1, 7]),
    pair(ops.add, [2, 1], [1, 3]),
    pair(ops.add, [2, 3, 2, 3, 2], [1, 3, 1, 3, 1])
  ],
  subtract: [pair(ops.subtract, [3, 5], [3, 5]), pair(ops.subtract, [5], [3, 5]), pair(ops.subtract, [3, 1], [1, 5])],
  multiply: [
    pair(ops.multiply, [3, 5], [3, 5]),
    pair(ops.multiply, [2, 3, 3, 5], [2, 1, 1, 5]),
    pair(ops.multiply, [2, 3, 3, 1], [5]),
    pair(ops.multiply, [1], [3, 5]),
    pair(ops.multiply, [2, 3, 2, 3, 2], [3, 1, 3, 1])
  ],
  divide: [
    pair(ops.divide, [3, 5], [3, 5], {low: 1, high: 2}),
    pair(ops.divide, [3, 5], [3, 1], {low: 1, high: 2}),
    pair(ops.divide, [1], [2, 5], {low: 1, high: 2})
  ],
  scale: [one((x) => ops.scale(x, -1.5, 2))],
  blend: [
    pair((a, b) => ops.blend(a, 0.3, b, 0.7), [3, 5], [3, 5]),
    pair((a, b) => ops.blend(a, 0.3, b, 0), [3, 5], [3, 5])
  ],
  sumTo: [
    one((x) => ops.sumTo(x, [5])),
    one((x) => ops.sumTo(x, [3, 1])),
    one((x) => ops.sumTo(x, [1])),
    one((x) => ops.sumTo(x, [2, 1, 3, 1, 2]), [2, 3, 3, 2, 2])
  ],
  broadcastTo: [
    one((x) => ops.broadcastTo(x, [2, 3, 5])),
    one((x) => ops.broadcastTo(x, [2, 3, 7]), [2, 1, 1]),
    one((x) => ops.broadcastTo(x, [2, 3, 3, 2, 3]), [2, 1, 3, 1, 3])
  ],
  multiplySum: [
    pair((a, b) => ops.multiplySum(a, b, [2, 1, 1, 5]), [2, 3, 3, 5], [2, 3, 3, 5]),
    pair((a, b) => ops.multiplySum(a, b, [5]), [2, 3, 3, 5], [2, 3, 3, 1]),
    pair((a, b) => ops.multiplySum(a, b, [2, 1]), [2, 5], [2, 1]),
    pair((a, b) => ops.multiplySum(a, b, [2, 1]), [2, 1], [2, 5]),
    pair((a, b) => ops.multiplySum(a, b, [1]), [2, 1], [1, 3]),
    pair((a, b) => ops.multiplySum(a, b, [2, 3, 1]), [3, 1], [2, 1, 5]),
    pair((a, b) => ops.multiplySum(a, b, [3, 5]), [3, 5], [3, 1])
  ],
  conv: [
    pair(ops.conv, [2, 4, 4, 4], [3, 3, 4, 8]),
    pair(ops.conv, [1, 7, 5, 3], [3, 3, 3, 5]),
    pair(ops.conv, [2, 1, 1, 3], [3, 3, 3, 2]),
    pair(ops.conv, [2, 2, 6, 5], [3, 3, 5, 9]),
    pair(ops.conv, [2, 3, 3, 3], [1, 1, 3, 5]),
    pair(ops.conv, [2, 4, 8, 8], [3, 3, 8, 12])
  ],
  convBiasLeakyRelu: [
    // Sums far from 0 on either side, by tiles and without.
    {run: (x, w, b) => ops.convBiasLeakyRelu(x!, w!, b!), shapes: [[2, 4, 8, 8], [3, 3, 8, 12], [12]], low: 0.2},
    {
      run: (x, w, b) => ops.convBiasLeakyRelu(ops.scale(x!, -1), w!, b!, {slope: 0.1, gain: 2}),
      shapes: [[2, 4, 8, 8], [3, 3, 8, 12], [12]],
      low: 0.2
    },
    {run: (x, w, b) => ops.convBiasLeakyRelu(x!, w!, b!), shapes: [[1, 3, 5, 2], [3, 3, 2, 3], [3]], low: 0.2}
  ],
  abs: [one(ops.abs, [3, 5], {gap: 0.2})],
  biasLeakyRelu: [
    pair((x, b) => ops.biasLeakyRelu(x, b), [3, 3, 5], [5], {low: 0.2}),
    pair((x, b) => ops.biasLeakyRelu(x, b, {slope: 0.1, gain: 1}), [3, 5], [5], {high: -0.2})
  ],
  leakyRelu: [one((x) => ops.leakyRelu(x), [3, 5], {gap: 0.2})],
  cos: [one(ops.cos)],
  sin: [one(ops.sin)],
  exp: [one(ops.exp)],
  log: [one(ops.log, [3, 5], {low: 1, high: 2})],
  reciprocal: [one(ops.reciprocal, [3, 5], {low: 1, high: 2})],
  rsqrt: [one(ops.rsqrt, [3, 5], {low: 1, high: 2})],
  sqrt: [one(ops.sqrt, [3, 5], {low: 1, high: 2})],
  square: [one(ops.square)],
  sigmoid: [one(ops.sigmoid, [3, 5], {low: -3, high: 3})],
  softplus: [one(ops.softplus, [3, 5], {low: -3, high: 3})],
  tanh: [one(ops.tanh)],
  logSumExp: [one(ops.logSumExp), one(ops.logSumExp, [2, 2, 7])],
  softmax: [one(ops.softmax), one(ops.softmax, [2, 2, 7])],
  softmaxCrossEntropy: [one((x) => ops.softmaxCrossEntropy(x, [0, 4, 2]))],
  meanSquareNorm: [one(ops.meanSquareNorm)],
  matmul: [
    pair((a, b) => ops.matmul(a, b), [5, 3], [3, 9]),
    pair((a, b) => ops.matmul(a, b, {transposeA: true}), [3, 5], [3, 9]),
    pair((a, b) => ops.matmul(a, b, {transposeB: true}), [5, 3], [9, 3]),
    pair((a, b) => ops.matmul(a, b, {transposeA: true, transposeB: true}), [3, 5], [9, 3]),
    pair((a, b) => ops.matmul(a, b), [1, 1], [1, 1])
  ],
  concat: [
    pair((a, b) => ops.concat([a, b]), [3, 2], [3, 5]),
    pair((a, b) => ops.concat([a, b, a], 0), [3, 5], [1, 5]),
    pair((a, b) => ops.concat([a, b], 1), [2, 3, 2], [2, 1, 2])
  ],
  gather: [one((x) => ops.gather(x, [2, 0, 2, 1, 2]))],
  slice: [one((x) => ops.slice(x, 1, 1, 3)), one((x) => ops.slice(x, -2, 2, 1), [2, 3, 5])],
  reshape: [one((x) => ops.reshape(x, [5, 3]))],
  transpose: [one(ops.transpose)],
  sum: [one((x) => ops.sum(x)), one((x) => ops.sum(x, [1, 2]), [2, 3, 3, 5]), one((x) => ops.sum(x, [-1]))],
  mean: [one((x) => ops.mean(x)), one((x) => ops.mean(x, [0]))],
  averagePool: [one(ops.averagePool, [2, 4, 6, 5])],
  upsample: [one(ops.upsample, [2, 3, 1, 5])],
  upsampleBilinear: [one(ops.upsampleBilinear, [2, 3, 1, 5]), one(ops.upsampleBilinear, [1, 4, 3, 4])],
  depthToSpace: [one(ops.depthToSpace, [2, 3, 1, 12])],
  spaceToDepth: [one(ops.spaceToDepth, [2, 4, 2, 3])]
};
