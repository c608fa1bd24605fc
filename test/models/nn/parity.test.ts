import assert from "node:assert/strict";
import {test} from "node:test";
import {createEngine, type Tensor} from "../../../models/nn/engine.js";
import * as ops from "../../../models/nn/ops.js";
import {sizeOf} from "../../../models/nn/shape.js";
import {tiled} from "../../../models/nn/winograd.js";
import {normal, random} from "../../../models/random.js";
import * as reference from "./reference.js";

const engine = createEngine({memoryMegabytes: 32});

function numbers(shape: readonly number[], seed: string): Float32Array {
  const draw = normal(random(seed));
  return Float32Array.from({length: sizeOf(shape)}, draw);
}

/** Equal to within float32's rounding of sums of numbers of about unit size. */
function agree(ours: Tensor, theirs: ArrayLike<number>, what: string, tolerance = 2e-5): void {
  const {data} = ours;
  assert.equal(data.length, theirs.length, what);
  for (let i = 0; i < data.length; ++i) {
    const gap = Math.abs(data[i]! - theirs[i]!);
    assert.ok(
      gap <= tolerance * Math.max(1, Math.abs(theirs[i]!)),
      `${what}: number ${i} is ${data[i]}, not ${theirs[i]}`
    );
  }
}

const images: [number, number, number, number, number][] = [
  // images, height, width, inputs, outputs
  [1, 1, 1, 1, 1],
  [1, 1, 1, 3, 9],
  [2, 1, 1, 16, 8],
  [1, 7, 5, 3, 5],
  [3, 5, 7, 5, 12],
  [1, 2, 2, 4, 4],
  [2, 3, 2, 7, 17],
  [2, 4, 4, 12, 20],
  [1, 8, 6, 16, 24],
  [2, 16, 16, 8, 16],
  [3, 16, 16, 8, 20],
  [1, 8, 12, 28, 8],
  [5, 4, 4, 48, 12],
  [33, 4, 4, 8, 20],
  [2, 4, 132, 8, 8],
  [1, 4, 9, 33, 3],
  [3, 2, 10, 20, 40]
];

for (const [count, height, width, inputs, outputs] of images)
  for (const size of [3, 1])
    test(`convolution ${size}×${size} of [${count}, ${height}, ${width}, ${inputs}] to ${outputs} channels, and its adjoints`, () => {
      const shape = [count, height, width, inputs] as const;
      const x = numbers(shape, `x ${shape}`);
      const w = numbers([size, size, inputs, outputs], `w ${shape}`).map((v) => v / Math.sqrt(size * size * inputs));
      const g = numbers([count, height, width, outputs], `g ${shape}`);
      engine.step(() => {
        const tx = engine.tensor(x, shape, {tracked: true});
        const tw = engine.tensor(w, [size, size, inputs, outputs], {tracked: true});
        const y = ops.conv(tx, tw);
        agree(y, reference.conv(x, shape, w, size, outputs), "conv");
        const [gx, gw] = ops.grad(y, [tx, tw], {seed: engine.tensor(g, y.shape)});
        // The adjoint in x is the convolution of g with the kernel turned around and transposed.
        const turned = Float64Array.from(w, (_, i) => {
          const [c, o, tap] = [i % inputs, Math.floor(i / inputs) % outputs, Math.floor(i / inputs / outputs)];
          return w[((size * size - 1 - tap) * inputs + c) * outputs + o]!;
        });
        agree(gx!, reference.conv(g, [count, height, width, outputs], turned, size, inputs), "adjoint in x");
        // The adjoint in w: the image of each weight alone, against g; a few of them, from all taps, are enough.
        for (let i = 0; i < w.length; i += 2 * Math.ceil(w.length / 40) + 1) {
          const unit = new Float64Array(w.length);
          unit[i] = 1;
          const expected = reference.conv(x, shape, unit, size, outputs).reduce((total, v, k) => total + v * g[k]!, 0);
          agree(ops.slice(ops.reshape(gw!, [w.length]), 0, i, 1), [expected], `weight ${i}`, 5e-5);
        }
      });
    });

for (const [count, height, width, inputs, outputs] of images)
  test(`a convolution of [${count}, ${height}, ${width}, ${inputs}] to ${outputs} channels with a bias and a leaky ReLU is the three in turn`, () => {
    const shape = [count, height, width, inputs] as const;
    const options = {slope: 0.3, gain: 1.5};
    engine.step(() => {
      const operands = (): [Tensor, Tensor, Tensor] => [
        engine.tensor(numbers(shape, "x"), shape, {tracked: true}),
        engine.tensor(numbers([3, 3, inputs, outputs], "w"), [3, 3, inputs, outputs], {tracked: true}),
        engine.tensor(numbers([outputs], "b"), [outputs], {tracked: true})
      ];
      const own = operands();
      const parts = operands();
      const ours = ops.convBiasLeakyRelu(...own, options);
      const theirs = ops.leakyRelu(ops.add(ops.conv(parts[0], parts[1]), parts[2]), options);
      agree(ours, theirs.data, "result");
      const seed = engine.tensor(
        numbers(ours.shape, "g").map((v) => v / Math.sqrt(count * height * width)),
        ours.shape
      );
      // Sums of many numbers of either sign are rounded in another order.
      const same = (a: readonly Tensor[], b: readonly Tensor[], what: string) =>
        a.forEach((gradient, i) => {
          agree(gradient, b[i]!.data, `${what} ${i}`, 1e-4);
        });
      const expected = ops.grad(theirs, parts, {seed});
      same(ops.grad(ours, own, {seed}), expected, "gradient");
      own.forEach((operand, i) => {
        same(ops.grad(ours, [operand], {seed}), [expected[i]!], `gradient ${i} alone:`);
      });
      const penalty = (y: Tensor, of: readonly Tensor[]) => {
        const slopes = ops.grad(y, of, {seed, create: true});
        return ops.grad(
          slopes.map((slope) => ops.mean(ops.square(slope))).reduce((a, b) => ops.add(a, b)),
          of
        );
      };
      same(penalty(ours, own), penalty(theirs, parts), "second order");
    });
  });

test("what a step leaves in memory does not reach the next one’s results", () => {
  const clean = createEngine({memoryMegabytes: 16});
  const dirty = createEngine({memoryMegabytes: 16});
  const run = (on: typeof engine) => {
    const x = on.tensor(numbers([5, 4, 4, 12], "x"), [5, 4, 4, 12], {tracked: true});
    const w = on.tensor(numbers([3, 3, 12, 20], "w"), [3, 3, 12, 20], {tracked: true});
    const b = on.tensor(numbers([20], "b"), [20], {tracked: true});
    const y = ops.convBiasLeakyRelu(x, w, b);
    return [y, ...ops.grad(y, [x, w, b]), ...ops.grad(y, [x])].map((tensor) => tensor.data.slice());
  };
  dirty.floats.fill(Number.NaN, 65536 / 4);
  assert.deepEqual(
    dirty.step(() => run(dirty)),
    clean.step(() => run(clean))
  );
});

test("tiles are used where they fit and pay", () => {
  for (const images of [1, 4]) assert.ok(tiled([images, 4, 4, 8], [3, 3, 8, 12]));
  for (const [x, w] of [
    [
      [4, 4, 4, 8],
      [1, 1, 8, 12]
    ],
    [
      [4, 4, 6, 8],
      [3, 3, 8, 12]
    ],
    [
      [4, 4, 4, 10],
      [3, 3, 10, 12]
    ],
    [
      [4, 4, 4, 8],
      [3, 3, 8, 4]
    ]
  ])
    assert.ok(!tiled(x!, w!), `${x} and ${w}`);
});

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
