import assert from "node:assert/strict";
import {test} from "node:test";
import {createEngine, OutOfMemoryError} from "../../../models/nn/engine.js";
import {dense, modulated, projection} from "../../../models/nn/layers.js";
import * as ops from "../../../models/nn/ops.js";
import {
  Adam,
  Parameters,
  restoreCheckpoint,
  Stream,
  saveCheckpoint,
  TrainingLog,
  TrainingStoppedError
} from "../../../models/nn/training.js";

const engine = createEngine({memoryMegabytes: 2});
const zeros = (...shape: number[]) => engine.full(shape, 0);

test("operands that do not fit are named with both shapes", () => {
  const cases: [() => unknown, RegExp][] = [
    [() => ops.add(zeros(2, 3), zeros(4)), /^RangeError: add: \[2, 3\] and \[4\] do not fit: .* 3 meets 4$/],
    [() => ops.multiply(zeros(2, 3), zeros(3, 2)), /multiply: \[2, 3\] and \[3, 2\]/],
    [() => ops.matmul(zeros(2, 3), zeros(2, 3)), /matmul: \[2, 3\] and \[2, 3\] do not fit: 3 columns meet 2 rows/],
    [() => ops.matmul(zeros(2), zeros(2, 3)), /matmul: the shape \[2\] has not two axes/],
    [() => ops.conv(zeros(1, 4, 4, 3), zeros(3, 3, 4, 8)), /conv: \[1, 4, 4, 3\] and \[3, 3, 4, 8\].*3 channels/],
    [() => ops.conv(zeros(1, 4, 4, 3), zeros(5, 5, 3, 8)), /conv: .*\[5, 5, 3, 8\]/],
    [() => ops.biasLeakyRelu(zeros(2, 3), zeros(2)), /biasLeakyRelu: \[2, 3\] and \[2\].*last axis/],
    [
      () => ops.convBiasLeakyRelu(zeros(4, 4, 4, 8), zeros(3, 3, 8, 8), zeros(4)),
      /convBiasLeakyRelu: \[3, 3, 8, 8\] and \[4\].*each output/
    ],
    [
      () => ops.convBiasLeakyRelu(zeros(4, 4, 4, 8), zeros(3, 3, 8, 8), zeros(2, 4)),
      /convBiasLeakyRelu: \[3, 3, 8, 8\] and \[2, 4\]/
    ],
    [
      () => ops.convBiasLeakyRelu(zeros(1, 3, 3, 2), zeros(3, 3, 2, 5), zeros(1, 5)),
      /convBiasLeakyRelu: \[3, 3, 2, 5\] and \[1, 5\]/
    ],
    [() => ops.convBiasLeakyRelu(zeros(1, 4, 4, 3), zeros(3, 3, 4, 8), zeros(8)), /conv: .*3 channels/],
    [() => ops.leakyRelu(zeros(2), {slope: 1.5}), /slope is 1\.5, but must be above 0 and at most 1/],
    [() => ops.leakyRelu(zeros(2), {gain: Number.NaN}), /gain is NaN, but must be above 0/],
    [() => ops.reshape(zeros(2, 3), [5]), /reshape: \[2, 3\] and \[5\]/],
    [() => ops.sumTo(zeros(2, 3), [2, 3, 3]), /sumTo: \[2, 3\] and \[2, 3, 3\]/],
    [() => ops.broadcastTo(zeros(2, 3), [3]), /broadcastTo: \[2, 3\] and \[3\]/],
    [() => ops.blend(zeros(2), 1, zeros(3), 1), /blend: \[2\] and \[3\]/],
    [() => ops.concat([zeros(2, 3), zeros(3, 3)]), /concat: \[2, 3\] and \[3, 3\].*axes but 1/],
    [() => ops.slice(zeros(2, 3), 1, 2, 2), /slice: 2 entries from 2 on .* axis 1 of shape \[2, 3\]/],
    [() => ops.sum(zeros(2, 3), [2]), /axis is 2, but the shape is \[2, 3\]/],
    [
      () => ops.averagePool(zeros(1, 3, 4, 1)),
      /averagePool: the shape is \[1, 3, 4, 1\], but height and width must be even/
    ],
    [() => ops.depthToSpace(zeros(1, 3, 4, 6)), /depthToSpace: the shape is \[1, 3, 4, 6\].*multiple of 4/],
    [() => ops.upsample(zeros(3, 4)), /upsample: the shape is \[3, 4\]/],
    [() => ops.gather(zeros(3, 4), [0, 3]), /row 1 asked for is 3, but must be a whole number from 0 to 2/],
    [() => ops.softmaxCrossEntropy(zeros(2, 3), [0, 3]), /label 1 is 3, but must be a whole number from 0 to 2/],
    [() => ops.softmaxCrossEntropy(zeros(2, 3), [0]), /1 labels do not fit logits of shape \[2, 3\]/],
    [() => projection(zeros(2, 3), zeros(2, 4)), /projection: \[2, 3\] and \[2, 4\]/],
    [() => engine.tensor([1, 2, 3], [2]), /tensor: \[3\] and \[2\]/],
    [() => engine.tensor([], [0]), /shape is \[0\], but every axis must be a whole number of at least 1/],
    [() => zeros(2).value, /value is of a tensor of one number, but the shape is \[2\]/],
    [() => ops.grad(zeros(2), [], {seed: zeros(3)}), /grad: \[3\] and \[2\]/]
  ];
  engine.step(() => {
    for (const [run, message] of cases)
      assert.throws(run, (error: Error) => error instanceof RangeError && message.test(String(error)), String(run));
  });
});

test("noise that does not fit an image is named", () => {
  const own = createEngine({memoryMegabytes: 1});
  const layer = modulated(new Parameters(own), "m", {inputs: 2, outputs: 2, style: 2}, {noise: true});
  assert.throws(
    () => own.step(() => layer(own.full([1, 4, 4, 2], 1), own.full([1, 2], 1), own.full([1, 4, 4, 2], 1))),
    /noise: \[1, 4, 4, 2\] and \[1, 4, 4, 1\]/
  );
});

test("out of memory tells what was asked and what there is, and leaves the engine usable", () => {
  const own = createEngine({memoryMegabytes: 1});
  assert.throws(
    () => own.step(() => own.full([600, 600], 0)),
    (error: Error) =>
      error instanceof OutOfMemoryError &&
      /^a tensor of shape \[600, 600\] needs 1\.37 MB, but 0\.94 of 1\.00 MB are free/.test(error.message)
  );
  assert.throws(
    () => new Parameters(own).create("giant", [1000, 1000]),
    /giant of shape \[1000, 1000\] needs 3\.81 MB/
  );
  assert.throws(
    () =>
      own.step(() => {
        for (;;) own.empty([1000]);
      }),
    OutOfMemoryError
  );
  assert.equal(own.memory.step, 0);
  assert.ok(own.memory.peak > 900_000);
  assert.equal(
    own.step(() => own.full([1], 5).value),
    5
  );
});

test("an engine wants a sensible memory", () => {
  for (const memoryMegabytes of [0, 1.5, 5000, NaN])
    assert.throws(() => createEngine({memoryMegabytes}), /memoryMegabytes is .* must be a whole number from 1 to 4095/);
});

test("a tensor whose step has ended cannot be used", () => {
  const kept = engine.step(() => ops.square(zeros(2, 3)));
  assert.throws(() => kept.data, /square of shape \[2, 3\] was made in a step that has ended/);
  assert.throws(() => ops.add(kept, kept), RangeError);
  engine.step(() => {
    const outer = zeros(2);
    const inner = engine.step(() => ops.reshape(outer, [2, 1]));
    assert.equal(outer.dead, false);
    assert.equal(inner.dead, true);
  });
});

test("a loss that is not finite stops training, names step, loss and origin, and keeps the log", () => {
  const log = new TrainingLog();
  log.record(1, {generator: 0.5, discriminator: 1.25});
  assert.throws(
    () =>
      engine.step(() => {
        const x = engine.tensor([1, -1], [2], {tracked: true});
        log.record(2, {generator: 0.25, discriminator: ops.sum(ops.square(ops.log(x)))});
      }),
    (error: Error) =>
      error instanceof TrainingStoppedError &&
      error.step === 2 &&
      error.tensor === "discriminator" &&
      error.message === "step 2: discriminator is NaN; the first that is not finite is log of shape [2]" &&
      error.log.length === 2 &&
      error.log[0]!.generator === 0.5
  );
  assert.equal(log.rows.length, 2);
  assert.throws(() => log.record(3, {penalty: Infinity}), /^TrainingStoppedError: step 3: penalty is Infinity$/);
});

test("Adam names settings out of range and gradients that do not fit", () => {
  const own = createEngine({memoryMegabytes: 1});
  const net = new Parameters(own);
  net.create("w", [2, 3]);
  assert.throws(() => new Adam(net, {beta1: 1}), /beta1 is 1, but must be at least 0 and below 1/);
  assert.throws(() => new Adam(net, {rate: -1}), /rate is -1/);
  assert.throws(() => new Adam(net, {beta2: NaN}), /beta2 is NaN/);
  const adam = new Adam(net);
  own.step(() => {
    assert.throws(() => adam.step([own.full([3, 2], 0)]), /Adam: \[3, 2\] and \[2, 3\] do not fit: the gradient of w/);
    assert.throws(() => adam.step([]), /0 gradients came for 1 parameters/);
  });
  assert.throws(() => net.create("w", [1]), /name is "w"/);
  assert.equal(adam.steps, 0);
});

test("a checkpoint that is cut, foreign or of another network is refused, and changes nothing", () => {
  const own = createEngine({memoryMegabytes: 1});
  const net = new Parameters(own, 1);
  dense(net, "layer", 3, 2);
  const bytes = saveCheckpoint({net});
  const before = net.hash();
  assert.throws(() => restoreCheckpoint(bytes.slice(0, -4), {net}), /checkpoint has \d+ bytes, but must have \d+/);
  assert.throws(() => restoreCheckpoint(new ArrayBuffer(64), {net}), /do not begin with 3GNN/);
  assert.throws(() => restoreCheckpoint(bytes.slice(0, 20), {net}), /its header ends at/);
  assert.throws(() => restoreCheckpoint(bytes, {other: net}), /checkpoint has no other\/layer\.w/);
  assert.throws(() => restoreCheckpoint(bytes, {net, noise: new Stream(own, 1)}), /checkpoint has no noise/);
  const wide = new Parameters(own, 2);
  dense(wide, "layer", 3, 4);
  assert.throws(() => restoreCheckpoint(bytes, {net: wide}), /net\/layer\.w: \[3, 2\] and \[3, 4\]/);
  assert.equal(net.hash(), before);
});
