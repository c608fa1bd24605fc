import assert from "node:assert/strict";
import {test} from "node:test";
import {createEngine, type Tensor} from "../../../models/nn/engine.js";
import * as ops from "../../../models/nn/ops.js";
import {agree, numbers} from "./agreement.js";
import * as reference from "./reference.js";

const engine = createEngine({memoryMegabytes: 32});

for (const [m, k, n] of [
  [1, 1, 1],
  [3, 5, 7],
  [4, 8, 8],
  [5, 3, 9],
  [17, 31, 6],
  [33, 300, 12],
  [2, 4, 65],
  [1, 64, 64]
] as const)
  test(`products of ${m}×${k} and ${k}×${n}, turned or not`, () => {
    const a = numbers([m, k], "a");
    const b = numbers([k, n], "b");
    const expected = reference.matmul(a, b, m, k, n);
    engine.step(() => {
      const A = engine.tensor(a, [m, k]);
      const B = engine.tensor(b, [k, n]);
      const tolerance = 1e-6 * k + 2e-6;
      agree(ops.matmul(A, B), expected, "A·B", tolerance);
      agree(ops.matmul(ops.transpose(A), B, {transposeA: true}), expected, "turned A", tolerance);
      agree(ops.matmul(A, ops.transpose(B), {transposeB: true}), expected, "turned B", tolerance);
      agree(
        ops.matmul(ops.transpose(A), ops.transpose(B), {transposeA: true, transposeB: true}),
        expected,
        "both turned",
        tolerance
      );
    });
  });

for (const [a, b, shape] of [
  [[7], [7], [7]],
  [[1], [9], [9]],
  [[3, 5], [5], [3, 5]],
  [
    [3, 1],
    [1, 5],
    [3, 5]
  ],
  [
    [2, 7, 5, 3],
    [2, 1, 1, 3],
    [2, 7, 5, 3]
  ],
  [
    [2, 7, 5, 1],
    [1, 1, 1, 6],
    [2, 7, 5, 6]
  ],
  [
    [2, 1, 3, 1, 5],
    [3, 1, 4, 1],
    [2, 3, 3, 4, 5]
  ]
] as number[][][])
  test(`arithmetic of [${a}] and [${b}], and sums back`, () => {
    const x = numbers(a!, "x");
    const y = numbers(b!, "y").map((v) => v + Math.sign(v));
    engine.step(() => {
      const X = engine.tensor(x, a!);
      const Y = engine.tensor(y, b!);
      const by = (f: (a: number, b: number) => number) => reference.combine(f, [x, a!], [y, b!], shape!);
      const product = by((p, q) => p * q);
      agree(
        ops.add(X, Y),
        by((p, q) => p + q),
        "sum"
      );
      agree(
        ops.subtract(X, Y),
        by((p, q) => p - q),
        "difference"
      );
      agree(ops.multiply(X, Y), product, "product");
      agree(
        ops.divide(X, Y),
        by((p, q) => p / q),
        "quotient"
      );
      for (const smaller of [a!, b!, [1], shape!.map(() => 1)]) {
        const expected = reference.sumTo(product, shape!, smaller);
        agree(ops.multiplySum(X, Y, smaller), expected, `product summed to [${smaller}]`);
        agree(ops.sumTo(ops.multiply(X, Y), smaller), expected, `sum to [${smaller}]`);
      }
    });
  });

test("functions of one number are right to float32's rounding, in the middle and at the ends", () => {
  const functions: [(x: Tensor) => Tensor, (x: number) => number, number[]][] = [
    [ops.exp, Math.exp, [-87, -1, 0, 1e-3, 1, 50, 88]],
    [ops.log, Math.log, [1e-38, 1e-3, 0.99, 1, 2, 1e30]],
    [ops.sqrt, Math.sqrt, [0, 1e-20, 2, 3, 1e30]],
    [ops.rsqrt, (x) => 1 / Math.sqrt(x), [1e-20, 2, 3, 4, 1e30]],
    [ops.reciprocal, (x) => 1 / x, [-3, -1e-3, 2, 7, 9]],
    [ops.square, (x) => x * x, [-3, 0, 1e-3, 7, 1e15]],
    [ops.tanh, Math.tanh, [-30, -1, 0, 1e-4, 0.5, 30]],
    [ops.sigmoid, (x) => 1 / (1 + Math.exp(-x)), [-87, -2, 0, 3, 40]],
    [ops.softplus, (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), [-100, -20, -1, 0, 5, 100, 1e30]],
    [ops.sin, Math.sin, [-3, 0, 1e-3, 1.5, 7, 100]],
    [ops.cos, Math.cos, [-3, 0, 1e-3, 1.5, 7, 100]],
    [ops.abs, Math.abs, [-3, -0, 0, 1e-3, 7]],
    [(x) => ops.leakyRelu(x, {slope: 0.25, gain: 2}), (x) => (x > 0 ? 2 * x : x / 2), [-3, 0, 1e-3, 5, 7]]
  ];
  engine.step(() => {
    for (const [ours, theirs, at] of functions) {
      const inputs = Float32Array.from(at);
      const out = ours(engine.tensor(inputs)).data;
      inputs.forEach((x, i) => {
        const expected = theirs(x);
        const gap = Math.abs(out[i]! - expected);
        assert.ok(gap <= 5e-7 * Math.abs(expected) + 1e-37, `at ${x} it is ${out[i]}, not ${expected}`);
      });
    }
  });
});

test("images are resized as loops would", () => {
  for (const [count, height, width, channels] of [
    [1, 1, 1, 1],
    [2, 7, 5, 3],
    [1, 4, 2, 8],
    [3, 2, 3, 5]
  ] as const) {
    const small = [count, height, width, channels] as const;
    const large = [count, 2 * height, 2 * width, channels] as const;
    const x = numbers(small, "small");
    const y = numbers(large, "large");
    engine.step(() => {
      const X = engine.tensor(x, small);
      const Y = engine.tensor(y, large);
      const nearest = reference.resize(x, small, 2 * height, 2 * width, (i, j) => [[i >> 1, j >> 1, 1]]);
      agree(ops.upsample(X), nearest, "upsample");
      const quarter = [0, 1, 2, 3];
      const pooled = reference.resize(y, large, height, width, (i, j) =>
        quarter.map((q) => [2 * i + (q >> 1), 2 * j + (q & 1), 0.25])
      );
      agree(ops.averagePool(Y), pooled, "averagePool");
      const clamp = (v: number, n: number) => Math.min(Math.max(v, 0), n - 1);
      const smooth = reference.resize(x, small, 2 * height, 2 * width, (i, j) => {
        const [y, z] = [(i + 0.5) / 2 - 0.5, (j + 0.5) / 2 - 0.5];
        const [top, left] = [Math.floor(y), Math.floor(z)];
        return quarter.map((q) => {
          const weight = (q >> 1 ? y - top : 1 - y + top) * (q & 1 ? z - left : 1 - z + left);
          return [clamp(top + (q >> 1), height), clamp(left + (q & 1), width), weight];
        });
      });
      agree(ops.upsampleBilinear(X), smooth, "upsampleBilinear");
      const deep = ops.spaceToDepth(Y);
      const first = reference.resize(y, large, height, width, (i, j) => [[2 * i, 2 * j, 1]]);
      const last = reference.resize(y, large, height, width, (i, j) => [[2 * i + 1, 2 * j + 1, 1]]);
      agree(ops.slice(deep, -1, 0, channels), first, "top left");
      agree(ops.slice(deep, -1, 3 * channels, channels), last, "bottom right");
      agree(ops.depthToSpace(deep), y, "there and back");
    });
  }
});

test("parts, joins and rows", () => {
  engine.step(() => {
    const x = engine.tensor([1, 2, 3, 4, 5, 6], [2, 3]);
    assert.deepEqual([...ops.slice(x, 1, 1, 2).data], [2, 3, 5, 6]);
    assert.deepEqual([...ops.slice(x, 0, 1, 1).data], [4, 5, 6]);
    assert.deepEqual([...ops.concat([x, x], 0).data], [1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6]);
    assert.deepEqual([...ops.concat([x, ops.slice(x, 1, 0, 1)]).data], [1, 2, 3, 1, 4, 5, 6, 4]);
    assert.deepEqual([...ops.transpose(x).data], [1, 4, 2, 5, 3, 6]);
    assert.deepEqual([...ops.gather(x, [1, 1, 0]).data], [4, 5, 6, 4, 5, 6, 1, 2, 3]);
    assert.deepEqual([...ops.mean(x, [0]).data], [2.5, 3.5, 4.5]);
    assert.deepEqual([...ops.blend(x, 2, x, -1).data], [1, 2, 3, 4, 5, 6]);
  });
});

test("softmax and cross-entropy stand large numbers", () => {
  engine.step(() => {
    const logits = engine.tensor([1000, 1001, 0, -1e30, 0, 0], [2, 3]);
    const e = 1 / (1 + Math.E);
    agree(ops.softmax(logits), [e, 1 - e, 0, 0, 0.5, 0.5], "softmax");
    agree(ops.logSumExp(logits), [1001 + Math.log1p(Math.exp(-1)), Math.log(2)], "logSumExp", 1e-6);
    const loss = ops.softmaxCrossEntropy(logits, [0, 2]);
    agree(loss, [(-Math.log(e) + Math.log(2)) / 2], "cross-entropy", 1e-4);
  });
});
