import assert from "node:assert/strict";
import {test} from "node:test";
import {createClassifier, trainClassifier} from "../../../models/gan/classifier.js";
import {readMany, realFaces, relativeDistance} from "../../../models/gan/evaluation.js";
import {drawLabels} from "../../../models/gan/faceLabels.js";
import {FaceTrainer, type TrainingConfig} from "../../../models/gan/faceTrainer.js";
import {pictureSize} from "../../../models/gan/generator.js";
import {type Images, imagesOf, imageTensor, tensorBytes} from "../../../models/gan/images.js";
import {createEngine} from "../../../models/nn/engine.js";
import {random} from "../../../models/random.js";

/** Plain pictures of a size: a colour for each class, and a little noise. */
function pictures(size: number, count: number): {images: Images; classes: number[]} {
  const source = random("pictures");
  const classes = Array.from({length: count}, (_, i) => i % 2);
  const bytes = new Uint8Array(count * size * size * 3);
  for (let i = 0; i < bytes.length; ++i) {
    const picture = Math.floor(i / (size * size * 3));
    bytes[i] = (classes[picture] === i % 3 ? 200 : 60) + Math.floor(40 * source());
  }
  return {images: imagesOf(bytes, size), classes};
}

const config: TrainingConfig = {
  seed: "small",
  generator: {latent: 8, style: 8, mapping: 2, channels: [8, 8, 8], classes: [2]},
  discriminator: {channels: [8, 8, 8], features: 8, classes: [2]},
  batch: 4,
  steps: 8,
  rate: 2e-3,
  leastRate: 0.1,
  r1: {weight: 1, every: 2},
  emaHalfLife: 100,
  grow: {at: 3, fade: 3},
  mixing: 0.5
};

function trainer(change: Partial<TrainingConfig> = {}): FaceTrainer {
  const large = pictures(32, 8);
  const small = pictures(16, 8);
  return new FaceTrainer(
    createEngine({memoryMegabytes: 64}),
    {...config, ...change},
    large.images,
    large.classes,
    small.images
  );
}

function run(one: FaceTrainer, until: number): FaceTrainer {
  while (one.step < until) {
    const losses = one.train();
    assert.ok(Number.isFinite(losses.discriminator) && Number.isFinite(losses.generator));
    assert.equal(losses.r1 !== undefined, (one.step - 1) % 2 === 0, "the penalty comes every other step");
  }
  return one;
}

const hash = (one: FaceTrainer) => [one.generator.parameters.hash(), one.discriminator.parameters.hash()];

test("the same seed gives the same weights, another seed others", () => {
  const first = run(trainer(), 6);
  assert.deepEqual(hash(run(trainer(), 6)), hash(first));
  assert.notDeepEqual(hash(run(trainer({seed: "other"}), 6)), hash(first));
  assert.deepEqual(first.samples([0, 1], "look"), first.samples([0, 1], "look"));
});

test("a training that was interrupted ends with the same bytes", () => {
  const whole = run(trainer(), 8);
  // Before growing, while fading in, and after.
  for (const stop of [2, 4, 7]) {
    const saved = run(trainer(), stop).save();
    const resumed = trainer();
    resumed.restore(saved);
    assert.equal(resumed.step, stop);
    assert.deepEqual(new Uint8Array(run(resumed, 8).save()), new Uint8Array(whole.save()), `stopped at ${stop}`);
  }
  assert.throws(() => trainer({rate: 1e-3}).restore(whole.save()), {
    name: "RangeError",
    message: /another configuration/
  });
});

test("looking on does not disturb the training", () => {
  const watched = trainer();
  while (watched.step < 6) {
    watched.train();
    watched.samples([0], watched.step);
  }
  assert.deepEqual(hash(watched), hash(run(trainer(), 6)));
});

test("samples have the size of the faces, grown or not", () => {
  assert.deepEqual([1, 2, 3].map(pictureSize), [8, 16, 32]);
  const one = trainer();
  assert.equal(one.samples([0, 1, 0], 1).length, 3 * 32 * 32 * 3);
  assert.equal(run(one, 5).samples([0, 1, 0], 1).length, 3 * 32 * 32 * 3);
});

test("a configuration that does not fit is named", () => {
  const bad = (change: Partial<TrainingConfig>, message: RegExp) =>
    assert.throws(() => trainer(change), {name: "RangeError", message});
  bad({generator: {...config.generator, channels: [8, 8]}}, /^generator.channels has 2 levels/);
  bad({batch: 1}, /^batch is 1/);
  bad({rate: 0}, /^rate is 0/);
  bad({leastRate: 1.1}, /^leastRate is 1.1/);
  bad({r1: {weight: -1, every: 8}}, /^r1.weight is -1/);
  for (const every of [0, 1.5]) bad({r1: {weight: 1, every}}, /^r1.every is /);
  bad({emaHalfLife: 0}, /^emaHalfLife is 0/);
  bad({mixing: Number.NaN}, /^mixing is NaN/);
  const {images, classes} = pictures(32, 4);
  assert.throws(
    () => new FaceTrainer(createEngine({memoryMegabytes: 16}), config, images, classes, null),
    /^RangeError: small has/
  );
  assert.throws(
    () => new FaceTrainer(createEngine({memoryMegabytes: 16}), {...config, grow: null}, images, [0]),
    /^RangeError: classes has 1 entries/
  );
});

test("pictures survive the way to a tensor and back, and half a picture is refused", () => {
  const engine = createEngine({memoryMegabytes: 16});
  const {images} = pictures(16, 2);
  engine.step(() => assert.deepEqual(tensorBytes(imageTensor(engine, images, [0, 1])), images.bytes));
  assert.throws(() => imagesOf(new Uint8Array(100), 16), {name: "RangeError", message: /^bytes has length 100/});
});

test("a classifier learns, and faces are nearer to themselves than to noise", () => {
  const engine = createEngine({memoryMegabytes: 96});
  const {images} = pictures(32, 60);
  const labels = drawLabels(60, 1).map((label, i) => ({...label, hairColor: i % 2}));
  const losses: number[] = [];
  const classifier = trainClassifier(engine, images, labels, 60, {
    seed: 1,
    steps: 40,
    batch: 8,
    watch: (_, loss) => losses.push(loss)
  });
  const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
  assert.ok(mean(losses.slice(-10)) < mean(losses.slice(0, 10)), "the loss falls");
  const real = readMany(engine, classifier, realFaces(engine, images), 60);
  const noise = random("noise");
  const forged = readMany(
    engine,
    classifier,
    (_, count) => Float32Array.from({length: count * 32 * 32 * 3}, () => 2 * noise() - 1),
    60
  );
  assert.ok(relativeDistance(real.moments, real.moments) < 1e-6);
  assert.ok(relativeDistance(real.moments, forged.moments) > 0.5);
  assert.ok(real.coverage >= 1 && real.coverage <= 512 && real.sureness > 0 && real.sureness <= 1);
  assert.equal(createClassifier(engine, 1).parameters.count, 75_768);
});
