import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {createEngine} from "../../../models/nn/engine.js";
import {fromHalf, toHalf} from "../../../models/nn/half.js";
import {Parameters, restoreCheckpoint, saveCheckpoint} from "../../../models/nn/training.js";

test("halves of known numbers", () => {
  const known: [number, number][] = [
    [0, 0x0000],
    [-0, 0x8000],
    [1, 0x3c00],
    [-2, 0xc000],
    [0.333251953125, 0x3555],
    [65504, 0x7bff],
    [2 ** -14, 0x0400],
    [2 ** -24, 0x0001],
    [(1023 / 1024) * 2 ** -14, 0x03ff],
    [Infinity, 0x7c00],
    [-Infinity, 0xfc00]
  ];
  for (const [number, half] of known) {
    assert.equal(toHalf(number), half, `${number}`);
    assert.ok(Object.is(fromHalf(half), number), `${number}`);
  }
  assert.ok(Number.isNaN(fromHalf(toHalf(NaN))));
});

test("numbers between two halves go to the nearer, ties to the even one", () => {
  assert.equal(toHalf(1 / 3), 0x3555);
  assert.equal(toHalf(1 + 2 ** -11), 0x3c00);
  assert.equal(toHalf(1 + 3 * 2 ** -11), 0x3c02);
  assert.equal(toHalf(1 + 2 ** -11 + 2 ** -20), 0x3c01);
  assert.equal(toHalf(65519), 0x7bff);
  assert.equal(toHalf(65520), 0x7c00);
  assert.equal(toHalf(1e9), 0x7c00);
  assert.equal(toHalf(2 ** -25), 0x0000);
  assert.equal(toHalf(1.5 * 2 ** -25), 0x0001);
  assert.equal(toHalf(1e-30), 0x0000);
  assert.equal(toHalf(2 ** -14 - 2 ** -26), 0x0400);
});

test("every half comes back, and no number is off by more than half a step", () => {
  for (let half = 0; half < 65536; ++half) {
    const number = fromHalf(half);
    if (Number.isNaN(number)) continue;
    assert.equal(toHalf(number), half);
  }
  fc.assert(
    fc.property(fc.float({min: -65504, max: 65504, noNaN: true}), (x) => {
      assert.ok(Math.abs(fromHalf(toHalf(x)) - x) <= Math.max(Math.abs(x) * 2 ** -11, 2 ** -25));
    })
  );
});

test("a checkpoint in halves is half as large and near", () => {
  const engine = createEngine({memoryMegabytes: 1});
  const net = new Parameters(engine, 1);
  net.create("w", [50, 20], {deviation: 1});
  const [small, exact] = [saveCheckpoint({net}, null, "fp16"), saveCheckpoint({net})];
  assert.equal(exact.byteLength - small.byteLength, 2000);
  const before = net.list[0]!.data.slice();
  net.list[0]!.data.fill(0);
  restoreCheckpoint(small, {net});
  net.list[0]!.data.forEach((v, i) => {
    assert.equal(v, fromHalf(toHalf(before[i]!)));
  });
  restoreCheckpoint(exact, {net});
  assert.deepEqual(net.list[0]!.data, before);
});
