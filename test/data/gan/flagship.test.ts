import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {drawFaces, readBuffer, readClassifier} from "../../../data/gan/trainFaces.js";
import {classOf} from "../../../models/gan/classes.js";
import {accuracy} from "../../../models/gan/classifier.js";
import {createForge} from "../../../models/gan/faceForge.js";
import type {FaceLabel} from "../../../models/gan/faceLabels.js";
import {createReader} from "../../../models/gan/faceReader.js";
import {faceJudge} from "../../../models/gan/faceRun.js";
import type {FlagshipFile, TrialsFile} from "../../../models/gan/files.js";
import {latentOf} from "../../../models/gan/latents.js";
import {flagship, shortRun, trials} from "../../../models/gan/recipes.js";
import {createEngine} from "../../../models/nn/engine.js";
import {checkpointMeta} from "../../../models/nn/training.js";

const read = <File>(name: string): File => JSON.parse(readFileSync(`data/gan/${name}.json`, "utf8"));
const file = read<FlagshipFile>("flagship");
const set = drawFaces(10_000);
const engine = createEngine({memoryMegabytes: 256});
const classifier = readClassifier(engine);

test("the long run is that of the recipe, and its weights say so", () => {
  assert.deepEqual(file.config, JSON.parse(JSON.stringify(flagship.config)));
  assert.deepEqual(file.attributes, flagship.attributes);
  assert.equal(file.seed, flagship.config.seed);
  assert.deepEqual(file.baseline.config, JSON.parse(JSON.stringify(shortRun(1).config)));
  assert.deepEqual(checkpointMeta(readBuffer("data/gan/flagship.f16.bin")), {config: file.config});
  assert.equal(file.log.at(-1)!.images, file.config.steps * file.config.batch);
  assert.ok(file.log.every(({images}, i) => i === 0 || images > file.log[i - 1]!.images));
});

test("it comes within a quarter of the distance of the short run, and draws nearly all there is", () => {
  const {fd, coverage} = file.log.at(-1)!;
  assert.ok(fd <= file.baseline.fd / 4, `${fd} of ${file.baseline.fd}`);
  assert.ok(coverage >= 490, `${coverage}`);
});

test("the published weights, judged again with other latents, get what the file says", () => {
  const forge = createForge(engine, file, readBuffer("data/gan/flagship.f16.bin"));
  const judge = faceJudge(engine, classifier, set.faces);
  assert.ok(Math.abs(judge.yardstick.floor / file.floor - 1) < 1e-9);
  assert.equal(judge.yardstick.coverage, file.realCoverage);
  const {latent} = file.config.generator;
  const {fd, coverage} = judge.look((start, count) =>
    forge.values(
      Array.from({length: count}, (_, i) => ({
        latent: latentOf(`judged again ${start + i}`, latent),
        class: classOf(set.labels[start + i]!, file.attributes),
        noiseSeed: start + i
      }))
    )
  );
  const last = file.log.at(-1)!;
  // Two samples of so many real faces differ by the floor: as much may lie between two samples of the forger’s.
  assert.ok(Math.abs(fd - last.fd) < file.floor, `${fd}, in the file ${last.fd}`);
  assert.ok(fd <= file.baseline.fd / 4);
  assert.ok(Math.abs(coverage - last.coverage) <= 10, `${coverage}, in the file ${last.coverage}`);
});

test("below 0 brown skin turns pale and pale skin brown, and glasses come and go, as the page says", () => {
  const forge = createForge(engine, file, readBuffer("data/gan/flagship.f16.bin"));
  const readings = createReader(engine, readBuffer("data/gan/classifier.f16.bin"));
  const at = (psi: number) =>
    readings(
      forge.values(
        Array.from({length: 600}, (_, i) => ({
          latent: latentOf(`anti-face ${i}`, file.config.generator.latent),
          class: classOf(set.labels[i]!, file.attributes),
          psi,
          noiseSeed: i
        }))
      )
    ).map(({label}) => label);
  const [faces, opposites] = [at(1), at(-1)];
  /** Of the faces that have something, how many anti-faces have another. */
  const part = (has: (label: FaceLabel) => boolean, becomes: (label: FaceLabel) => boolean) => {
    const those = opposites.filter((_, i) => has(faces[i]!));
    return {share: those.filter(becomes).length / those.length, count: those.length};
  };
  const [pale, light, tan, brown] = [0, 1, 2, 3].map((skin) => (label: FaceLabel) => label.skin === skin);
  const glasses = (label: FaceLabel) => label.glasses > 0;
  assert.ok(part(brown!, pale!).share > 0.5);
  for (const other of [pale!, light!, tan!]) assert.ok(part(pale!, brown!).share > part(pale!, other).share);
  const [kept, gained] = [part(glasses, glasses), part((label) => !glasses(label), glasses)];
  const error = Math.hypot(...[kept, gained].map(({share, count}) => Math.sqrt((share * (1 - share)) / count)));
  assert.ok(Math.abs(kept.share - gained.share) < 3 * error, `${kept.share} and ${gained.share}, ± ${error}`);
});

test("the committed classifier reads every attribute but the eyes without a fault, and those as well as can be", () => {
  const {eyes, ...rest} = accuracy(engine, classifier, set.faces, set.labels, 9000);
  for (const share of Object.values(rest)) assert.ok(share >= 0.995);
  assert.ok(eyes > 0.85 && eyes < 0.95, `${eyes}`);
});

test("the trials are those of the recipes, and finite", () => {
  const {trials: rows, yardstick} = read<TrialsFile>("trials");
  assert.deepEqual(
    rows.map(({change}) => change),
    trials.map(({change}) => change)
  );
  assert.equal(new Set(rows.map(({images}) => images)).size, 1, "all saw as many pictures");
  for (const {fd, coverage} of rows) assert.ok(fd > yardstick.floor && coverage > 0 && coverage <= 512);
});
