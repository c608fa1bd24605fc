/**
 * Tries the recipes of `trials` in models/gan/recipes.ts, one after another, and writes data/gan/trials.json. About half
 * a minute each on one core; a trial that is cut off goes on from its last checkpoint.
 *
 *     npx tsx scripts/tryRecipes.ts [TARGET]
 */
import {writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {drawFaces, reporter, trainFaces} from "../data/gan/trainFaces.js";
import type {TrialsFile} from "../models/gan/files.js";
import {trials} from "../models/gan/recipes.js";

const target = process.argv[2] ?? fileURLToPath(new URL("../data/gan/trials.json", import.meta.url));
const set = drawFaces(10_000);
const runs = trials.map(({change, attributes, config}, i) => {
  const run = trainFaces({
    name: `trial ${change}`,
    attributes,
    config,
    set,
    judged: 2000,
    plan: {lossEvery: 50, looks: [config.steps], frames: [], grid: []},
    saveEvery: 500,
    watch: reporter(`${i + 1} of ${trials.length}, ${change}`)
  });
  const {images, fd, coverage} = run.record.looks.at(-1)!;
  const parameters = run.trainer.generator.parameters.count + run.trainer.discriminator.parameters.count;
  const row = {change, attributes, images, fd, coverage, parameters};
  console.log(JSON.stringify(row));
  return {row, yardstick: run.judge.yardstick};
});
const file: TrialsFile = {
  note: "Fréchet distances are over tr Σ of the real faces and compare 2,000 forged faces with as many real ones under the committed classifier.",
  command: "npx tsx scripts/tryRecipes.ts",
  yardstick: runs[0]!.yardstick,
  trials: runs.map(({row}) => row)
};
writeFileSync(target, `${JSON.stringify(file)}\n`);
