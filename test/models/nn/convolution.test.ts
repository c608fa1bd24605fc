import assert from "node:assert/strict";
import {test} from "node:test";
import {createEngine, type Tensor} from "../../../models/nn/engine.js";
import * as ops from "../../../models/nn/ops.js";
import {tiled} from "../../../models/nn/winograd.js";
import {agree, numbers} from "./agreement.js";
import * as reference from "./reference.js";

const engine = createEngine({memoryMegabytes: 32});

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
