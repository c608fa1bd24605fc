import assert from "node:assert/strict";
import {test} from "node:test";
import {arrows, fieldLevels, fieldSide, lookPoints, planeViewer} from "../../../models/gan/planeLook.js";
import {coverage, extent, planeTarget} from "../../../models/gan/planeTarget.js";
import {type PlaneConfig, PlaneTrainer, planeDefaults, planeLosses} from "../../../models/gan/planeTrainer.js";
import {createEngine} from "../../../models/nn/engine.js";

const ring = planeTarget("ring");

function trainer(change: Partial<PlaneConfig> = {}, target = ring): PlaneTrainer {
  return new PlaneTrainer(createEngine({memoryMegabytes: 8}), {...planeDefaults, batch: 32, ...change}, target);
}

function played(change: Partial<PlaneConfig>, rounds: number, between: (one: PlaneTrainer) => void = () => {}) {
  const one = trainer(change);
  for (let i = 0; i < rounds; ++i) {
    one.round();
    between(one);
  }
  return one;
}

for (const loss of planeLosses)
  test(`the same seed and settings give the same weights: ${loss}`, () => {
    const hash = played({loss}, 20).hash();
    assert.match(hash, /^[\da-f]{32}$/);
    assert.equal(played({loss}, 20).hash(), hash);
    assert.notEqual(played({loss, seed: "2"}, 20).hash(), hash);
    assert.notEqual(played({loss, penalty: 0.5}, 20).hash(), hash);
  });

test("looking on does not disturb the training", () => {
  const hash = played({}, 10).hash();
  let viewer: ReturnType<typeof planeViewer> | undefined;
  const watched = played({}, 10, (one) => {
    viewer ??= planeViewer(one);
    viewer.look();
    viewer.points();
  });
  assert.equal(watched.hash(), hash);
});

test("a round takes the steps of the discriminator and then those of the generator", () => {
  const one = trainer({stepsD: 2, stepsG: 3});
  assert.deepEqual(
    Array.from({length: 5}, () => one.move()),
    ["discriminator", "discriminator", "generator", "generator", "generator"]
  );
  assert.equal(one.rounds, 1);
  assert.deepEqual(one.steps, {discriminator: 2, generator: 3});
});

test("a step of one network alone leaves the other as it is", () => {
  const one = trainer();
  const hashes = () => [one.generator.parameters.hash(), one.discriminator.parameters.hash()];
  const before = hashes();
  one.step("discriminator");
  const after = hashes();
  assert.equal(after[0], before[0]);
  assert.notEqual(after[1], before[1]);
  one.step("generator");
  assert.notEqual(hashes()[0], before[0]);
  assert.equal(hashes()[1], after[1]);
  assert.equal(one.rounds, 0);
});

test("settings change on the way, also to a shorter round than has been played", () => {
  const one = trainer({stepsD: 4, stepsG: 4});
  for (let i = 0; i < 5; ++i) one.move();
  one.change({...one.settings, stepsD: 1, stepsG: 1, rateG: 0, penalty: 0});
  assert.equal(one.rounds, 1);
  const before = one.generator.parameters.hash();
  one.round();
  assert.equal(one.generator.parameters.hash(), before, "a rate of 0 moves nothing");
  assert.throws(() => one.change({...one.settings, batch: 1}), {name: "RangeError", message: /^batch is 1/});
});

test("arrows are minus the gradient of the generator’s loss, by finite differences", () => {
  for (const loss of planeLosses) {
    const one = played({loss}, 15);
    const {points, push} = planeViewer(one).look();
    assert.equal(push.length, 2 * arrows);
    const lossAt = (x: number, y: number) =>
      one.engine.step(() => one.generatorLoss(one.engine.tensor([x, y], [1, 2])).value);
    const h = 1 / 2048;
    for (let i = 0; i < 20; i += 2) {
      const [x, y] = [points[i]!, points[i + 1]!];
      const byX = -(lossAt(x + h, y) - lossAt(x - h, y)) / (2 * h);
      const byY = -(lossAt(x, y + h) - lossAt(x, y - h)) / (2 * h);
      // The network is piecewise linear: a kink within h of a point bends the difference a little.
      const error = Math.hypot(push[i]! - byX, push[i + 1]! - byY);
      assert.ok(error < 0.05 + 0.05 * Math.hypot(byX, byY), `${loss}: ${push[i]}, ${push[i + 1]}, not ${byX}, ${byY}`);
    }
  }
});

test("the field shows what the discriminator thinks of each place, top row first", () => {
  const one = played({}, 15);
  const {field, points} = planeViewer(one).look();
  assert.equal(field.length, fieldSide ** 2);
  assert.equal(points.length, 2 * lookPoints);
  for (const [row, column] of [
    [0, 0],
    [0, fieldSide - 1],
    [fieldSide - 1, 5],
    [20, 30]
  ] as const) {
    const x = ((column + 0.5) / fieldSide) * 2 * extent - extent;
    const y = extent - ((row + 0.5) / fieldSide) * 2 * extent;
    const score = one.engine.step(() => one.discriminator.run(one.engine.tensor([x, y], [1, 2])).value);
    assert.ok(Math.abs(field[row * fieldSide + column]! - 255 / (1 + Math.exp(-score))) <= 1);
  }
});

test("levels stay within their scale whatever the scores", () => {
  const wild = Float32Array.of(-1e30, -5, 0, 5, 1e30);
  for (const loss of planeLosses) {
    const levels = fieldLevels(wild, loss);
    assert.equal(levels[0]! <= levels[4]!, true);
  }
  assert.deepEqual([...fieldLevels(Float32Array.of(0, 0), "wasserstein")], [128, 128]);
});

test("the networks learn the ring: most modes are hit after some hundred rounds", () => {
  const one = played({batch: 128}, 700);
  const {hit, near} = coverage(ring, planeViewer(one).points());
  assert.ok(hit >= 6, `${hit} of 8`);
  assert.ok(near > 0.25, `${near}`);
});

test("a training that leaves the numbers stops, and names step and tensor", () => {
  const one = trainer({loss: "wasserstein", penalty: 2, rateD: 1e6});
  assert.throws(
    () => {
      for (let i = 0; i < 500; ++i) one.round();
    },
    (error: Error & {step: number; tensor: string}) => {
      assert.equal(error.name, "TrainingStoppedError");
      assert.ok(error.step >= 1);
      assert.match(error.tensor, /loss|penalty/);
      assert.match(error.message, new RegExp(`^step ${error.step}: ${error.tensor} is (NaN|-?Infinity)`));
      return true;
    }
  );
});

test("a setting out of range is named", () => {
  const bad = (change: Partial<PlaneConfig>, message: RegExp) =>
    assert.throws(() => trainer(change), {name: "RangeError", message});
  bad({penalty: -1}, /^penalty is -1/);
  bad({rateD: Number.NaN}, /^rateD is NaN/);
  bad({batch: 1.5}, /^batch is 1.5/);
  bad({latent: 0}, /^latent is 0/);
  bad({stepsD: 0, stepsG: 0}, /^stepsD \+ stepsG is 0/);
  bad({loss: "hinge" as PlaneConfig["loss"]}, /^loss is "hinge"/);
});
