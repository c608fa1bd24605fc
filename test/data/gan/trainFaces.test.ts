import assert from "node:assert/strict";
import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, test} from "node:test";
import {decode} from "fast-png";
import {drawFaces, publishedWeights, sampleSheet, type Training, trainFaces} from "../../../data/gan/trainFaces.js";
import {smallRun} from "../../../models/gan/recipes.js";
import {checkpointMeta} from "../../../models/nn/training.js";

const folder = mkdtempSync(join(tmpdir(), "three-games-"));
after(() => rmSync(folder, {recursive: true, force: true}));

const {attributes, config} = smallRun("test", 24);
const training: Training = {
  name: "test",
  attributes,
  config: {...config, batch: 4},
  set: drawFaces(140),
  judged: 70,
  plan: {lossEvery: 8, looks: [8, 24], frames: [0, 16, 24], grid: [0, 1, 2, 3]},
  saveEvery: 8,
  folder
};
const whole = trainFaces(training);

test("a training notes losses, looks and frames by its plan, and leaves no checkpoint behind", () => {
  const {losses, looks, frames} = whole.record;
  assert.deepEqual(losses.step, [8, 16, 24]);
  assert.deepEqual(
    looks.map(({step, images}) => [step, images]),
    [
      [8, 32],
      [24, 96]
    ]
  );
  assert.equal(frames.length, 3);
  for (const list of [losses.discriminator, losses.generator, losses.r1, looks.map(({fd}) => fd)])
    assert.ok(list.every((value) => Number.isFinite(value) && value > 0));
  assert.deepEqual(readdirSync(folder), []);
});

test("a training that was cut off goes on from its checkpoint to the same bytes", () => {
  const cut = (at: number) =>
    assert.throws(
      () =>
        trainFaces({
          ...training,
          watch: (_, {trainer}) => {
            if (trainer.step === at) throw new Error("cut off");
          }
        }),
      /cut off/
    );
  cut(13);
  cut(23);
  assert.equal(readdirSync(folder).length, 1);
  let first: number | undefined;
  const again = trainFaces({...training, watch: (_, {trainer}) => (first ??= trainer.step)});
  assert.equal(first, 17, "it begins after the last checkpoint");
  assert.deepEqual(again.record, whole.record);
  assert.deepEqual(publishedWeights(again), publishedWeights(whole));
});

test("a training of another configuration does not take the checkpoint", () => {
  assert.throws(() =>
    trainFaces({
      ...training,
      watch: (_, {trainer}) => {
        if (trainer.step === 9) throw new Error("cut off");
      }
    })
  );
  let first: number | undefined;
  trainFaces({
    ...training,
    config: {...training.config, seed: "other"},
    watch: (_, {trainer}) => (first ??= trainer.step)
  });
  assert.equal(first, 1);
});

test("the sheet shows the frames one under the other", () => {
  const sheet = sampleSheet(whole, 2, attributes);
  const {width, height, data} = decode(Buffer.from(sheet.png.split(",")[1]!, "base64"));
  assert.deepEqual([width, height, sheet.rows, sheet.columns], [2 * 16, 3 * 2 * 16, 2, 2]);
  // The last pixel of the last face of the last frame.
  const frame = whole.record.frames.at(-1)!;
  const last = frame.at(-1)!;
  assert.ok(Math.abs(data.at(-1)! - Math.max(0, Math.min(255, (last + 1) * 127.5))) <= 3);
});

test("the published weights say what they are of", () => {
  const bytes = publishedWeights(whole);
  assert.deepEqual(checkpointMeta(bytes.buffer as ArrayBuffer), {config: training.config});
});
