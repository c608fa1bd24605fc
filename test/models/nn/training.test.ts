import assert from "node:assert/strict";
import {test} from "node:test";
import {createEngine, loadEngine} from "../../../models/nn/engine.js";
import {convolution, dense} from "../../../models/nn/layers.js";
import {
  add,
  grad,
  mean,
  meanSquareNorm,
  multiply,
  reshape,
  scale,
  softplus,
  square,
  subtract,
  sum
} from "../../../models/nn/ops.js";
import {
  Adam,
  checkpointMeta,
  cosineDecay,
  Ema,
  emaDecay,
  linearDecay,
  Parameters,
  restoreCheckpoint,
  Stream,
  saveCheckpoint,
  warmUp
} from "../../../models/nn/training.js";
import {normal, random} from "../../../models/random.js";

/** A small training with everything in it: convolution, directly and by tiles, second order, noise, Adam, an average. */
function training(seed: number) {
  const engine = createEngine({memoryMegabytes: 8});
  const net = new Parameters(engine, seed);
  const first = convolution(net, "first", 3, 8, {activation: "leaky"});
  const second = convolution(net, "second", 8, 8, {activation: "leaky"});
  const last = dense(net, "last", 4 * 4 * 8, 1);
  const parts = {
    net,
    adam: new Adam(net, {rate: 1e-2, beta1: 0.5, beta2: 0.99}),
    ema: new Ema(net),
    noise: new Stream(engine, `${seed} noise`)
  };
  const step = () =>
    engine.step(() => {
      const x = parts.noise.normal([4, 4, 4, 3]);
      x.tracked = true;
      const score = last(reshape(second(first(x)), [4, 128]));
      const [gx] = grad(sum(score), [x], {create: true});
      const loss = add(mean(softplus(score)), scale(meanSquareNorm(gx!), 0.5));
      parts.adam.step(grad(loss, net.list));
      parts.ema.update(emaDecay(4, 40));
      return loss.value;
    });
  return {parts, step, run: (count: number) => Array.from({length: count}, step).at(-1)};
}

test("the same seed gives the same weights, another seed others", () => {
  const [a, b, c] = [training(1), training(1), training(2)];
  assert.equal(a.parts.net.hash(), b.parts.net.hash());
  for (const each of [a, b, c]) each.run(20);
  assert.equal(a.parts.net.hash(), b.parts.net.hash());
  assert.notEqual(a.parts.net.hash(), c.parts.net.hash());
});

test("the weights of a short training are these, on every machine", () => {
  const {parts, run} = training(1);
  run(50);
  assert.equal(parts.net.hash(), "41564676bf965999");
});

test("training resumed from a checkpoint gives the same bytes as one that was not interrupted", () => {
  const whole = training(3);
  whole.run(15);
  const bytes = saveCheckpoint(whole.parts, {step: 15});
  whole.run(10);
  const resumed = training(4);
  resumed.run(2);
  const meta = restoreCheckpoint<{step: number}>(bytes, resumed.parts);
  assert.deepEqual(meta, {step: 15});
  assert.deepEqual(checkpointMeta(bytes), {step: 15});
  resumed.run(10);
  assert.deepEqual(
    new Uint8Array(saveCheckpoint(resumed.parts, {step: 25})),
    new Uint8Array(saveCheckpoint(whole.parts, {step: 25}))
  );
  assert.equal(resumed.parts.net.hash(), whole.parts.net.hash());
});

test("an engine that was loaded in its own time computes the same", async () => {
  const engine = await loadEngine({memoryMegabytes: 1});
  assert.deepEqual([...engine.step(() => square(engine.tensor([3, -2])).data.slice())], [9, 4]);
});

test("Adam does what its definition says", () => {
  for (const [beta1, beta2] of [
    [0.9, 0.999],
    [0, 0.99]
  ] as const) {
    const engine = createEngine({memoryMegabytes: 1});
    const net = new Parameters(engine);
    const p = net.create("p", [5], {value: 1});
    net.create("slow", [1], {value: 1, rate: 0.1});
    const adam = new Adam(net, {rate: 0.1, beta1, beta2});
    let [x, m, v] = [1, 0, 0];
    for (let t = 1; t <= 4; ++t) {
      // The gradient of (p − 3)² where p is.
      const g = 2 * (p.data[0]! - 3);
      m = beta1 * m + (1 - beta1) * g;
      v = beta2 * v + (1 - beta2) * g * g;
      x -= (0.1 * (m / (1 - beta1 ** t))) / (Math.sqrt(v / (1 - beta2 ** t)) + 1e-8);
      engine.step(() => adam.step(grad(sum(square(scale(net.list[0]!, 1, -3))), net.list)));
      for (const value of p.data) assert.ok(Math.abs(value - x) < 2e-6, `step ${t}: ${value}, not ${x}`);
    }
    assert.equal(net.list[1]!.value, 1, "a parameter without gradient stays");
  }
  // One step of Adam moves by the rate against the sign of the gradient, times the parameter's own factor.
  const engine = createEngine({memoryMegabytes: 1});
  const net = new Parameters(engine);
  const a = net.create("a", [1]);
  const b = net.create("b", [1], {rate: 0.1});
  engine.step(() => new Adam(net, {rate: 0.5, beta1: 0}).step([engine.full([1], 3), engine.full([1], -7)]));
  assert.ok(Math.abs(a.value + 0.5) < 1e-6 && Math.abs(b.value - 0.05) < 1e-6);
});

test("Adam finds the least of a function", () => {
  const engine = createEngine({memoryMegabytes: 1});
  const net = new Parameters(engine);
  const p = net.create("p", [3]);
  const adam = new Adam(net, {rate: 0.05});
  for (let i = 0; i < 400; ++i)
    engine.step(() => adam.step(grad(sum(square(subtract(p, engine.tensor([1, -2, 3])))), net.list)));
  [1, -2, 3].forEach((goal, i) => {
    assert.ok(Math.abs(p.data[i]! - goal) < 1e-3);
  });
});

test("after a half-life of images, an average has gone half the way", () => {
  const engine = createEngine({memoryMegabytes: 1});
  const net = new Parameters(engine);
  const p = net.create("p", [3], {value: 0});
  const ema = new Ema(net);
  p.data.fill(1);
  for (let images = 0; images < 2000; images += 16) ema.update(emaDecay(16, 2000));
  for (const value of ema.list[0]!.data) assert.ok(Math.abs(value - 0.5) < 1e-5, `${value}`);
  assert.equal(
    ema.exchanged(() => p.data[0] === ema.list[0]!.data[0] || p.data[0]! < 0.6),
    true
  );
  assert.equal(p.data[0], 1);
  assert.throws(() => ema.exchanged(() => assert.fail("stop")), /stop/);
  assert.equal(p.data[0], 1);
  // With a ramp, the half-life is a tenth of the images seen until that is more.
  assert.equal(emaDecay(10, 2000, 100), 0.5);
  assert.equal(emaDecay(2000, 2000, 1e9), 0.5);
  assert.equal(emaDecay(16, 2000, 0), 0);
});

test("schedules begin, end and stay within bounds", () => {
  assert.deepEqual([warmUp(0, 50), warmUp(49, 50), warmUp(500, 50)], [0.02, 1, 1]);
  assert.deepEqual(
    [linearDecay(0, 10, 0.1), linearDecay(5, 10), linearDecay(10, 10, 0.1), linearDecay(99, 10)],
    [1, 0.5, 0.1, 0]
  );
  assert.equal(cosineDecay(0, 10), 1);
  assert.ok(Math.abs(cosineDecay(5, 10, 0.2) - 0.6) < 1e-12);
  assert.equal(cosineDecay(10, 10, 0.2), 0.2);
});

test("a stream gives the numbers of random(seed), and goes on from where it was saved", () => {
  const engine = createEngine({memoryMegabytes: 1});
  const stream = new Stream(engine, "three games");
  const expected = random("three games");
  for (let i = 0; i < 100; ++i) assert.equal(stream.uniform(), expected());
  stream.reseed(5);
  const deviates = normal(random(5), 0, 2);
  engine.step(() => {
    for (const value of stream.normal([101], 2).data) {
      const wanted = deviates();
      assert.ok(Math.abs(value - wanted) <= 1e-6 * Math.abs(wanted));
    }
    const uniform = stream.fillUniform(engine.empty([1000]), -3, 5).data;
    assert.ok(uniform.every((v) => v >= -3 && v < 5) && Math.min(...uniform) < -2.9 && Math.max(...uniform) > 4.9);
  });
  const wholes = Array.from({length: 200}, () => stream.below(3));
  assert.deepEqual([...new Set(wholes)].sort(), [0, 1, 2]);
});

test("parameters begin with what their seed and name say, whatever was made before them", () => {
  const engine = createEngine({memoryMegabytes: 4});
  const [a, b] = [new Parameters(engine, 1), new Parameters(engine, 1)];
  a.create("other", [7], {deviation: 1});
  const [p, q] = [a, b].map((net) => net.create("w", [200, 50], {deviation: 0.5, value: 2}));
  assert.deepEqual(p!.data, q!.data);
  const average = p!.data.reduce((total, v) => total + v, 0) / p!.size;
  const variance = p!.data.reduce((total, v) => total + (v - average) ** 2, 0) / p!.size;
  // Standard errors: 0.005 of the mean, 0.0035 of the variance.
  assert.ok(Math.abs(average - 2) < 0.025 && Math.abs(variance - 0.25) < 0.0175);
  assert.equal(a.count, 7 + 10_000);
});

test("hashes are FNV-1a of 64 bits, as its authors' vectors have it", () => {
  const engine = createEngine({memoryMegabytes: 1});
  const {pointer} = engine.lasting([4]);
  const bytes = new Uint8Array(engine.floats.buffer, pointer, 16);
  const hash = (text: string) => {
    bytes.set(new TextEncoder().encode(text));
    return BigInt.asUintN(64, engine.kernels.hash(pointer, text.length, 0xcbf29ce484222325n)).toString(16);
  };
  assert.deepEqual([hash(""), hash("a"), hash("foobar")], ["cbf29ce484222325", "af63dc4c8601ec8c", "85944171f73967e8"]);
});

test("a product with a parameter leaves the parameter alone", () => {
  const engine = createEngine({memoryMegabytes: 1});
  const net = new Parameters(engine, 1);
  const p = net.create("p", [2, 2], {deviation: 1});
  const before = net.hash();
  engine.step(() => grad(sum(multiply(p, p)), [p]));
  assert.equal(net.hash(), before);
});
