/**
 * Trains the flagship, the long run whose weights are committed, and writes data/gan/flagship.f16.bin and
 * data/gan/flagship.json. It takes the better part of an hour on one core, keeps checkpoints in .cache/training and goes on from the last of
 * them when it is started again; the same configuration gives the same bytes.
 *
 *     npx tsx scripts/trainFlagship.ts [FOLDER]
 */
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {drawFaces, publishedWeights, reporter, trainFaces} from "../data/gan/trainFaces.js";
import {stepsAt} from "../data/gan/trainingFile.js";
import type {FlagshipFile} from "../models/gan/files.js";
import {flagship, shortRun} from "../models/gan/recipes.js";

const folder = process.argv[2] ?? fileURLToPath(new URL("../data/gan", import.meta.url));
const judged = 2000;
const set = drawFaces(10_000);
const common = {set, judged, saveEvery: 500};

const {attributes, config} = flagship;
const run = trainFaces({
  ...common,
  attributes,
  config,
  name: "flagship",
  plan: {
    lossEvery: 500,
    looks: stepsAt(
      [0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
      config.steps,
      500
    ),
    frames: [],
    grid: []
  },
  watch: reporter("flagship")
});
const short = shortRun(1);
const baseline = trainFaces({
  ...common,
  ...short,
  name: "baseline",
  plan: {lossEvery: 100, looks: [short.config.steps], frames: [], grid: []},
  watch: reporter("the short run")
});

const {fd, coverage, images} = baseline.record.looks.at(-1)!;
const {yardstick} = run.judge;
const file: FlagshipFile = {
  note: `A long training on ${set.faces.count} faces. Losses are means over 500 steps; Fréchet distances are over tr Σ of the real faces and compare ${judged} forged faces with as many real ones under the committed classifier.`,
  command: "npx tsx scripts/trainFlagship.ts",
  config,
  attributes,
  seed: config.seed,
  floor: yardstick.floor,
  realCoverage: yardstick.coverage,
  baseline: {fd, coverage, images, config: short.config},
  losses: run.record.losses,
  log: run.record.looks
};
writeFileSync(join(folder, "flagship.json"), JSON.stringify(file));
writeFileSync(join(folder, "flagship.f16.bin"), publishedWeights(run));
