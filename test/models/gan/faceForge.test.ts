import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {classCount, classValues} from "../../../models/gan/classes.js";
import {createForge, type FaceRequest} from "../../../models/gan/faceForge.js";
import {createReader} from "../../../models/gan/faceReader.js";
import type {FlagshipFile} from "../../../models/gan/files.js";
import {createGenerator, type GeneratorShape} from "../../../models/gan/generator.js";
import {latentOf} from "../../../models/gan/latents.js";
import {createEngine} from "../../../models/nn/engine.js";
import {saveCheckpoint} from "../../../models/nn/training.js";

const shape: GeneratorShape = {latent: 16, style: 12, mapping: 2, channels: [16, 16, 8], classes: [3, 2]};

/** Weights that have learnt nothing, but have noise and colours at every level. */
function weights(): ArrayBuffer {
  const engine = createEngine({memoryMegabytes: 16});
  const {parameters} = createGenerator(engine, "untrained", shape);
  for (const tensor of parameters.list)
    if (/noise$|16\.color\.w$/.test(tensor.name)) tensor.data.set(latentOf(tensor.name, tensor.size).map((v) => v / 9));
  return saveCheckpoint({generator: parameters});
}

const untrained = weights();
const forge = createForge(createEngine({memoryMegabytes: 64}), {config: {generator: shape}}, untrained);

const request = (seed: number, more: Partial<FaceRequest> = {}): FaceRequest => ({
  latent: latentOf(seed, shape.latent),
  class: seed % 6,
  noiseSeed: seed,
  ...more
});

const greatest = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  assert.equal(a.length, b.length);
  let most = 0;
  for (let i = 0; i < a.length; ++i) most = Math.max(most, Math.abs(a[i]! - b[i]!));
  return most;
};

const each = 32 * 32 * 3;

test("a face depends on its own request alone, not on those beside it", () => {
  const requests = Array.from({length: 11}, (_, i) => request(i, i % 3 === 0 ? {noiseSeed: null} : {psi: i / 10}));
  const together = forge.values(requests);
  assert.equal(together.length, 11 * each);
  requests.forEach((one, i) => {
    assert.equal(greatest(forge.values([one]), together.subarray(i * each, (i + 1) * each)), 0);
  });
  assert.ok(greatest(forge.values([requests[0]!]), forge.values([requests[1]!])) > 0.1);
});

test("bytes are the values, opaque", () => {
  const bytes = forge.faces([request(1), request(2)]);
  const values = forge.values([request(1), request(2)]);
  assert.equal(bytes.length, 2 * 32 * 32 * 4);
  for (let i = 0; i < bytes.length; i += 4) {
    assert.equal(bytes[i + 3], 255);
    const value = values[(i / 4) * 3]!;
    assert.equal(bytes[i], Math.max(0, Math.min(255, Math.round((value + 1) * 127.5))));
  }
  assert.equal(forge.faces([]).length, 0);
});

test("at ψ = 0 all latents of a class give its mean face; at 1 nothing is changed", () => {
  const at = (seed: number, psi: number, number = 4) =>
    forge.values([request(seed, {psi, class: number, noiseSeed: null})]);
  assert.ok(greatest(at(1, 0), at(2, 0)) < 1e-6);
  assert.ok(greatest(at(1, 0, 4), at(1, 0, 3)) > 0.01);
  const {psi: _, ...plain} = request(1, {class: 4, noiseSeed: null});
  assert.deepEqual(at(1, 1), forge.values([plain]));
  // The mean is in the middle: between two styles that ψ and −ψ give.
  const [up, down, mean] = [0.7, -0.7, 0].map((psi) => forge.styles([request(1, {psi})]));
  assert.ok(greatest(mean!, forge.meanStyle(1)) < 1e-6);
  assert.ok(
    greatest(
      up!.map((v, i) => (v + down![i]!) / 2),
      mean!
    ) < 1e-5
  );
});

test("the mean style is that of many latents", () => {
  const count = 4096;
  const styles = forge.styles(
    Array.from({length: count}, (_, i) => ({latent: latentOf(`other ${i}`, shape.latent), class: 2}))
  );
  const mean = forge.meanStyle(2);
  for (let j = 0; j < shape.style; ++j) {
    const column = Array.from({length: count}, (_, i) => styles[i * shape.style + j]!);
    const own = column.reduce((sum, v) => sum + v, 0) / count;
    const variance = column.reduce((sum, v) => sum + (v - own) ** 2, 0) / (count - 1);
    assert.ok(Math.abs(own - mean[j]!) < 4.5 * Math.sqrt(variance * (1 / count + 1 / 512)), `style ${j}`);
  }
});

test("noise changes details by its seed, and not at all where there is none", () => {
  const [a, b, c] = [1, 2, 1].map((noiseSeed) => forge.values([request(5, {noiseSeed})]));
  assert.deepEqual(a, c);
  assert.ok(greatest(a!, b!) > 1e-3);
  const none = forge.values([request(5, {noiseSeed: null})]);
  assert.ok(greatest(a!, none) > 1e-3);
});

test("mixing: layers take their styles from where they are told", () => {
  const [a, b] = [request(1, {noiseSeed: null}), request(2, {noiseSeed: null})];
  const mixed = (layers: number[]) => forge.values([{...a, others: [b], layers}]);
  assert.deepEqual(mixed([0, 0, 0, 0, 0]), forge.values([a]));
  assert.deepEqual(mixed([1, 1, 1, 1, 1]), forge.values([b]));
  const coarse = mixed([1, 0, 0, 0, 0]);
  assert.ok(greatest(coarse, forge.values([a])) > 1e-3);
  assert.ok(greatest(coarse, forge.values([b])) > 1e-3);
  // Beside faces that do not mix it stays what it is.
  assert.ok(
    greatest(forge.values([b, {...a, others: [b], layers: [1, 0, 0, 0, 0]}, a]).subarray(each, 2 * each), coarse) < 1e-5
  );
});

test("a shift is added to the style, and moves the mean face", () => {
  const shift = Float32Array.from({length: shape.style}, (_, i) => (i === 3 ? 2 : 0));
  const plain = forge.styles([request(1)]);
  const moved = forge.styles([request(1, {shift})]);
  assert.ok(
    greatest(
      moved,
      plain.map((v, i) => v + shift[i]!)
    ) < 1e-6
  );
});

test("principal directions are those of styles about the means of their classes", () => {
  const {directions, deviations, shares} = forge.directions(shape.style);
  assert.ok(Math.abs(shares.reduce((sum, v) => sum + v, 0) - 1) < 1e-6);
  assert.ok(deviations.every((v, i) => i === 0 || v <= deviations[i - 1]!));
  // A second way to the first variance: new latents, each class about its own mean.
  const count = 6000;
  let sum = 0;
  const sources = Array.from({length: count}, (_, i) => ({latent: latentOf(`fresh ${i}`, shape.latent), class: i % 6}));
  const styles = forge.styles(sources);
  sources.forEach((source, i) => {
    const mean = forge.meanStyle(source.class);
    let along = 0;
    for (let j = 0; j < shape.style; ++j) along += (styles[i * shape.style + j]! - mean[j]!) * directions[0]![j]!;
    sum += along ** 2;
  });
  assert.ok(Math.abs(Math.sqrt(sum / count) / deviations[0]! - 1) < 0.1);
});

test("requests that make no sense are named", () => {
  assert.throws(() => forge.values([request(1, {class: 6})]), {name: "RangeError", message: /^class is 6/});
  assert.throws(() => forge.values([request(1, {latent: [1]})]), {
    name: "RangeError",
    message: /^latent has 1 numbers/
  });
  assert.throws(() => forge.values([request(1, {shift: [1]})]), {name: "RangeError", message: /^shift has 1 numbers/});
  assert.throws(() => forge.values([request(1, {layers: [0, 1, 0, 0, 0]})]), {
    name: "RangeError",
    message: /^layers\[1\] is 1/
  });
  assert.throws(
    () => createForge(createEngine({memoryMegabytes: 16}), {config: {generator: shape}}, new ArrayBuffer(4)),
    RangeError
  );
});

test("the committed weights make faces: varied, and within their colours", () => {
  const read = (name: string) => readFileSync(new URL(`../../../data/gan/${name}`, import.meta.url));
  const file = JSON.parse(read("flagship.json").toString()) as FlagshipFile;
  const bytes = new Uint8Array(read("flagship.f16.bin")).buffer;
  const flagship = createForge(createEngine({memoryMegabytes: 64}), file, bytes);
  const {latent, classes} = file.config.generator;
  const values = flagship.values(
    Array.from({length: 16}, (_, i) => ({latent: latentOf(i, latent), class: (i * 37) % classCount(classes)}))
  );
  assert.equal(flagship.size, 32);
  const inside = values.filter((v) => Math.abs(v) <= 1.2).length / values.length;
  assert.ok(inside > 0.98, `${inside}`);
  for (let i = 1; i < 16; ++i)
    assert.ok(greatest(values.subarray(0, each), values.subarray(i * each, (i + 1) * each)) > 0.5);
});

test("the classifier reads the class that was asked for off most forged faces", () => {
  const read = (name: string) => readFileSync(new URL(`../../../data/gan/${name}`, import.meta.url));
  const file = JSON.parse(read("flagship.json").toString()) as FlagshipFile;
  const engine = createEngine({memoryMegabytes: 64});
  const flagship = createForge(engine, file, new Uint8Array(read("flagship.f16.bin")).buffer);
  const readings = createReader(engine, new Uint8Array(read("classifier.f16.bin")).buffer);
  const sizes = file.config.generator.classes;
  const requests = Array.from({length: 64}, (_, i) => ({
    latent: latentOf(i, file.config.generator.latent),
    class: (i * 37) % classCount(sizes)
  }));
  const found = readings(flagship.values(requests));
  file.attributes.forEach((name, a) => {
    const right = found.filter(({label}, i) => label[name] === classValues(requests[i]!.class, sizes)[a]).length;
    assert.ok(right / 64 > 2 / sizes[a]!, `${name}: ${right} of 64`);
  });
  assert.ok(found.every(({sureness}) => sureness > 0.2 && sureness <= 1));
  assert.throws(() => readings(new Float32Array(5)), {name: "RangeError", message: /^values has 5 numbers/});
});
