import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {test} from "node:test";
import {drawLabels} from "../../../models/gan/faceLabels.js";
import type {SketchesFile} from "../../../models/gan/files.js";
import {nobodyDefaults, nobodySketches} from "../../../models/gan/nobody.js";
import {restoreSketchModel} from "../../../models/gan/sketchModel.js";
import {createEngine} from "../../../models/nn/engine.js";

const text = execFileSync(process.execPath, ["--import", "tsx", "data/gan/sketches.json.ts"], {
  encoding: "utf8",
  maxBuffer: 1e7,
  stdio: ["ignore", "pipe", "ignore"],
  env: {...process.env, THREE_GAMES_PROFILE: "smoke"}
});
const file: SketchesFile = JSON.parse(text);
const bytes = Uint8Array.from(Buffer.from(file.model, "base64"));

test("the model is small enough to be sent, and less than a thousandth of one with 117 million numbers", () => {
  assert.ok(bytes.length < 150_000, `${bytes.length} bytes`);
  assert.ok(file.parameters < 117_000);
  assert.ok(!JSON.stringify({...file, model: ""}).includes("null"));
});

test("nobody guesses better than the grammar, and each of the others better than a simpler one", () => {
  const {perplexity} = file;
  assert.ok(perplexity.grammar < perplexity.model);
  assert.ok(perplexity.model < perplexity.bigram && perplexity.trigram < perplexity.bigram);
  assert.ok(perplexity.bigram < perplexity.unigram && perplexity.unigram < file.vocabulary);
  assert.ok(perplexity.model < perplexity.misled, "labels help");
});

test("counts are of as many as are said to be counted", () => {
  const {agreement, forged, novelty} = file;
  for (const {right, of} of [...agreement, forged.read, forged.asked].flatMap((row) => [row.all, row.whole]))
    assert.ok(right >= 0 && right <= of && of > 0);
  assert.equal(forged.read.whole.of, forged.faces);
  assert.equal(novelty.model.sketches.of, agreement[0]!.whole.of);
  assert.ok(agreement.some(({temperature}) => temperature === nobodyDefaults.temperature));
  for (const row of agreement)
    assert.equal(
      Object.values(row.byAttribute).reduce((sum, {of}) => sum + of, 0),
      row.all.of
    );
});

test("the published model writes, and the same for the same face", () => {
  const model = restoreSketchModel(createEngine({memoryMegabytes: 32}), bytes.buffer);
  assert.equal(model.parameters.count, file.parameters);
  const labels = drawLabels(3, "published");
  const texts = nobodySketches(model, ["1", "2", "3"], labels, nobodyDefaults.temperature);
  assert.ok(texts.every((one) => one.length > 0));
  assert.deepEqual(nobodySketches(model, ["2"], [labels[1]!], nobodyDefaults.temperature), [texts[1]]);
});
