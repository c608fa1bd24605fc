import assert from "node:assert/strict";
import {test} from "node:test";
import {createEngine} from "../../../models/nn/engine.js";
import {
  convolution,
  dense,
  embedding,
  minibatchDeviation,
  modulated,
  normalise,
  projection
} from "../../../models/nn/layers.js";
import {grad, meanSquareNorm, reshape, sum} from "../../../models/nn/ops.js";
import {Parameters, Stream} from "../../../models/nn/training.js";
import {checkGradients} from "./gradientCheck.js";
import * as reference from "./reference.js";

const engine = createEngine({memoryMegabytes: 16});
const close = (a: number, b: number, tolerance = 1e-5) => assert.ok(Math.abs(a - b) <= tolerance, `${a}, not ${b}`);

test("dense and convolution are their formulas", () => {
  const net = new Parameters(engine, 1);
  const layer = dense(net, "dense", 3, 2, {bias: 0.5});
  const leaky = convolution(net, "conv", 2, 3, {activation: "leaky", bias: -0.25});
  const small = convolution(net, "small", 2, 3, {size: 1, bias: null});
  const [w, , kernel] = net.list.map(({data}) => data);
  assert.deepEqual(
    net.list.map(({name}) => name),
    ["dense.w", "dense.b", "conv.w", "conv.b", "small.w"]
  );
  engine.step(() => {
    const y = layer(engine.tensor([1, 2, 3], [1, 3])).data;
    close(y[1]!, w![1]! + 2 * w![3]! + 3 * w![5]! + 0.5);
    const x = Float32Array.from({length: 2 * 5 * 3 * 2}, (_, i) => Math.sin(i));
    const expected = reference.conv(x, [2, 5, 3, 2], kernel!, 3, 3);
    const image = engine.tensor(x, [2, 5, 3, 2]);
    leaky(image).data.forEach((v, i) => {
      const inner = expected[i]! - 0.25;
      close(v, Math.SQRT2 * (inner > 0 ? inner : 0.2 * inner));
    });
    assert.deepEqual(small(image).shape, [2, 5, 3, 3]);
  });
});

test("a modulated convolution scales its weights by the style and demodulates, as in the paper's formula", () => {
  const net = new Parameters(engine, 2);
  const layer = modulated(net, "m", {inputs: 3, outputs: 4, style: 2}, {bias: null});
  const [a, b, w] = net.list.map(({data}) => data);
  const style = [0.5, -1];
  const x = Float32Array.from({length: 4 * 5 * 3}, (_, i) => Math.cos(3 * i));
  engine.step(() => {
    const ours = layer(engine.tensor(x, [1, 4, 5, 3]), engine.tensor(style, [1, 2])).data;
    const s = [0, 1, 2].map((c) => b![c]! + style[0]! * a![c]! + style[1]! * a![3 + c]!);
    const scaled = Float64Array.from(w!, (v, i) => v * s[Math.floor(i / 4) % 3]!);
    const energy = [0, 1, 2, 3].map((o) => scaled.reduce((total, v, i) => total + (i % 4 === o ? v * v : 0), 0));
    const demodulated = scaled.map((v, i) => v / Math.sqrt(energy[i % 4]! + 1e-8));
    const expected = reference.conv(x, [1, 4, 5, 3], demodulated, 3, 4);
    ours.forEach((v, i) => {
      close(v, expected[i]!);
    });
  });
});

test("each image of a batch has its own style, and noise comes with the strength learnt", () => {
  const net = new Parameters(engine, 3);
  const layer = modulated(net, "m", {inputs: 2, outputs: 2, style: 3}, {noise: true, activation: "leaky"});
  engine.step(() => {
    const noise = new Stream(engine, 1);
    const x = noise.normal([2, 3, 3, 2]);
    const style = noise.normal([2, 3]);
    const both = layer(x, style, noise).data;
    const single = layer(
      engine.tensor(x.data.slice(18), [1, 3, 3, 2]),
      engine.tensor(style.data.slice(3), [1, 3])
    ).data;
    single.forEach((v, i) => {
      close(v, both[18 + i]!);
    });
    net.list.at(-1)!.data.fill(2);
    const given = noise.normal([2, 3, 3, 1]);
    assert.notDeepEqual(layer(x, style, given).data, both);
    assert.deepEqual(layer(x, style, given).data, layer(x, style, given).data);
    assert.deepEqual(layer(x, style).data, both);
  });
});

test("embedding, normalise, projection and the deviation of a batch", () => {
  const net = new Parameters(engine, 4);
  const lookup = embedding(net, "class", 3, 4);
  engine.step(() => {
    const rows = lookup([2, 0]);
    assert.deepEqual([...rows.data], [...net.list[0]!.data.slice(8), ...net.list[0]!.data.slice(0, 4)]);
    const unit = normalise(rows).data;
    close(
      unit.slice(0, 4).reduce((total, v) => total + v * v, 0),
      4,
      1e-4
    );
    const one = engine.full([2, 4], 1);
    close(
      projection(rows, one).data[0]!,
      rows.data.slice(0, 4).reduce((total, v) => total + v, 0)
    );
    // Deviations over the batch: 1, 2 and 0 (with 1e-4 under the root).
    const batch = engine.tensor([1, 4, 7, -1, 0, 7], [2, 3]);
    close(minibatchDeviation(batch).value, (Math.sqrt(1.0001) + Math.sqrt(4.0001) + 0.01) / 3);
  });
});

test("layers pass the gradient checks of both orders", () => {
  const net = new Parameters(engine, 5);
  const layer = modulated(net, "m", {inputs: 3, outputs: 5, style: 2});
  checkGradients(engine, "modulated", {
    run: (x, style) => layer(x!, style!),
    shapes: [
      [2, 3, 4, 3],
      [2, 2]
    ]
  });
  checkGradients(engine, "minibatchDeviation", {run: (x) => minibatchDeviation(x!), shapes: [[4, 5]]});
  checkGradients(engine, "normalise", {run: (x) => normalise(x!), shapes: [[4, 5]], low: 0.5, high: 1.5});
  checkGradients(engine, "projection", {
    run: (x, e) => projection(x!, e!),
    shapes: [
      [4, 5],
      [4, 5]
    ]
  });
});

test("R1 of a linear score is the square of its weights", () => {
  const net = new Parameters(engine, 6);
  const layer = dense(net, "score", 12, 1);
  engine.step(() => {
    const x = engine.full([3, 2, 2, 3], 0.5);
    x.tracked = true;
    const [gx] = grad(sum(layer(reshape(x, [3, 12]))), [x], {create: true});
    const penalty = meanSquareNorm(gx!);
    const w = net.list[0]!;
    close(
      penalty.value,
      w.data.reduce((total, v) => total + v * v, 0)
    );
    const [gw] = grad(penalty, [w]);
    gw!.data.forEach((v, i) => {
      close(v, 2 * w.data[i]!);
    });
  });
});
