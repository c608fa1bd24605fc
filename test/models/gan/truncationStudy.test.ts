import assert from "node:assert/strict";
import {test} from "node:test";
import {createClassifier} from "../../../models/gan/classifier.js";
import {createForge} from "../../../models/gan/faceForge.js";
import {drawLabels} from "../../../models/gan/faceLabels.js";
import {createGenerator} from "../../../models/gan/generator.js";
import {imagesOf} from "../../../models/gan/images.js";
import {truncationStudy} from "../../../models/gan/truncationStudy.js";
import {createEngine} from "../../../models/nn/engine.js";
import {saveCheckpoint} from "../../../models/nn/training.js";
import {random} from "../../../models/random.js";

const shape = {latent: 16, style: 12, mapping: 2, channels: [16, 16, 8], classes: [16]};

function study(psis: number[]) {
  const engine = createEngine({memoryMegabytes: 128});
  const source = random("real");
  const bytes = Uint8Array.from({length: 140 * 32 * 32 * 3}, () => Math.floor(256 * source()));
  return truncationStudy({
    engine,
    forge: createForge(
      engine,
      {config: {generator: shape}},
      saveCheckpoint({generator: createGenerator(engine, 1, shape).parameters})
    ),
    classifier: createClassifier(engine, "untrained"),
    real: imagesOf(bytes, 32),
    labels: drawLabels(140, "labels"),
    attributes: ["hair"],
    psis,
    faces: 70
  });
}

test("rows depend on their ψ alone, and at ψ = 0 there is least to see", () => {
  const {real, rows} = study([0, 1]);
  assert.deepEqual(study([1]).rows[0], rows[1]);
  assert.ok(rows[0]!.coverage <= rows[1]!.coverage);
  assert.ok(real.fd < rows[1]!.fd, "real faces are nearer to real faces than an untrained forger’s");
  for (const {fd, coverage, sureness, asked} of [real, ...rows]) {
    assert.ok(fd >= 0 && coverage >= 1 && coverage <= 70);
    assert.ok(sureness > 0 && sureness <= 1 && asked >= 0 && asked <= 1);
  }
});
