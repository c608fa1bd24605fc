import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {
  fidOptions,
  type PublishedTables,
  publishedBatch,
  publishedCurve,
  scoreOptions,
  steepest
} from "../../../components/gan/publishedCurve.js";
import {readings} from "../../../components/gan/runPanel.js";
import {
  blindDiscriminator,
  blindGenerator,
  faceDomain,
  type PanelName,
  panelState
} from "../../../components/gan/runPanels.js";
import {type RunPlotState, runPlotOptions, shortCount} from "../../../components/gan/runPlot.js";
import {flagshipRun, moments, partOf, reached, trainingRuns} from "../../../components/gan/runSet.js";
import {columnWords} from "../../../components/gan/sampleFrames.js";
import {seedsWords} from "../../../components/gan/seedsView.js";
import {recipeParameters, trainingQuotes} from "../../../components/gan/trainingQuotes.js";
import {momentWords, runSets} from "../../../components/gan/trainingView.js";
import {trialsWords} from "../../../components/gan/trialsTable.js";
import type {FlagshipFile, Look, TrainingFile, TrainingRun, TrialsFile} from "../../../models/gan/files.js";
import {flagship as longRecipe, trials as recipesTried, smallRun} from "../../../models/gan/recipes.js";
import {plotText} from "../kelly/plotText.js";

const bad = /NaN|undefined|Infinity/;
const names: PanelName[] = ["fd", "coverage", "sureness", "losses", "r1"];

/** A made-up training that falls from a distance of 2 towards the floor. */
function made(seeds: number, looks = 6): TrainingFile {
  const steps = 600;
  const recipe = smallRun(1, steps);
  const step = Array.from({length: looks}, (_, i) => Math.round(((i + 1) * steps) / looks));
  const run = (seed: number): TrainingRun => ({
    seed,
    losses: {
      step,
      discriminator: step.map((_, i) => 1.3 - 0.05 * i + 0.01 * seed),
      generator: step.map((_, i) => 0.7 + 0.1 * i),
      r1: step.map(() => 0.3 * seed)
    },
    looks: step.map(
      (at, i): Look => ({step: at, images: at * 16, fd: (2 * seed) / (i + 1), coverage: 40 * (i + 1), sureness: 0.9})
    )
  });
  return {
    note: "Made up.",
    config: recipe.config,
    attributes: recipe.attributes,
    yardstick: {faces: 2000, floor: 0.004, coverage: 503},
    runs: Array.from({length: seeds}, (_, i) => run(i + 1)),
    sheet: {
      png: "data:image/png;base64,",
      size: 16,
      rows: 3,
      columns: 8,
      attributes: recipe.attributes,
      classes: Array.from({length: 24}, (_, i) => i % 8),
      steps: [0, 3, 60, 201, 600]
    }
  };
}

const flagship = JSON.parse(readFileSync("data/gan/flagship.json", "utf8")) as FlagshipFile;
const sets = [trainingRuns(made(1)), trainingRuns(made(3)), trainingRuns(made(2, 1)), flagshipRun(flagship)];

test("any training can be drawn, on both axes, narrow and wide", () => {
  for (const set of sets)
    for (const log of [true, false])
      for (const name of names)
        for (const width of [270, 620]) {
          const state = panelState(name, set, log, set === sets[3] ? sets[0] : undefined);
          assert.doesNotMatch(plotText(runPlotOptions(state, width), width, 150), bad, `${name} ${log}`);
        }
});

test("extremes: a distance of 0, and no losses noted", () => {
  const file = made(1);
  file.runs[0]!.looks[0]!.fd = 0;
  file.yardstick.floor = 0;
  for (const list of Object.values(file.runs[0]!.losses)) list.length = 0;
  const set = trainingRuns(file);
  for (const name of names) {
    const state = panelState(name, set, true);
    assert.doesNotMatch(plotText(runPlotOptions(state, 400), 400, 150), bad, name);
    assert.doesNotMatch(
      readings(state, 1e6, (v) => v.toFixed(2))
        .map((d) => d.text)
        .join(),
      bad
    );
  }
});

test("readings give the mean, and the range of several seeds", () => {
  const format = (v: number) => v.toFixed(2);
  const fd = panelState("fd", sets[1]!, true);
  const words = (state: RunPlotState, images: number) => readings(state, images, format).map((d) => d.text);
  assert.deepEqual(words(fd, 0), ["–"]);
  assert.deepEqual(words(fd, 9600), ["0.67 (0.33 – 1.00)"]);
  assert.deepEqual(words(panelState("fd", sets[0]!, true), 9600), ["0.33"]);
  assert.deepEqual(words(panelState("losses", sets[0]!, true), 9600), ["1.06", "1.20"]);
  const dashed = panelState("losses", sets[0]!, true).series.map((one) => one.dashed ?? false);
  assert.deepEqual(dashed, [false, true], "one line is told from the other without its colour");
  // The thin curve beside a long run is not read.
  assert.equal(readings(panelState("fd", sets[3]!, true, sets[0]), 1e5, format).length, 1);
});

test("the axis of faces ends where the training does, and a logarithm begins above 0", () => {
  for (const set of sets) {
    assert.deepEqual(faceDomain(set, false), [0, set.steps * set.batch]);
    assert.ok(faceDomain(set, true)[0] > 0);
  }
});

test("each moment has a notch of the slider at which it, and no later one, has been reached", () => {
  for (const set of sets) {
    const steps = moments(set);
    steps.forEach((step, i) => {
      const part = partOf(step, set.steps);
      assert.ok(Number.isInteger(2 * part) && part <= 100);
      assert.equal(reached(steps, (part / 100) * set.steps), i);
    });
  }
});

test("what is said of a moment", () => {
  for (const set of sets)
    for (const step of [0, 1, set.steps / 2, set.steps]) assert.doesNotMatch(momentWords(set, step), bad);
  assert.match(momentWords(sets[1]!, 0), /nobody has looked yet\. .*3 seeds/);
  assert.match(
    momentWords(sets[0]!, 600),
    /After 9,600 faces \(step 600 of 600\).* 83 times .* 240 combinations, .* 503/
  );
});

test("columns say what they were asked for", () => {
  const {sheet} = made(1);
  assert.deepEqual(columnWords(sheet).slice(0, 3), ["black", "brown", "blond"]);
  assert.deepEqual(new Set(columnWords({...sheet, columns: 6})), new Set([""]));
});

test("a training is fetched once, and one that is not whole is refused", async () => {
  let asked = 0;
  const sources = {
    "32": async () => {
      ++asked;
      return made(1);
    },
    "16": async () => ({...made(1), runs: []}),
    long: async () => flagship
  };
  const get = runSets(sources);
  assert.equal(await get("32"), await get("32"));
  assert.equal(asked, 1);
  await assert.rejects(get("16"), /not all there/);
  assert.throws(() => flagshipRun({...flagship, log: []}), /not all there/);
});

test("the published log is drawn as it was published", () => {
  const tables = JSON.parse(readFileSync("data/gan/published.json", "utf8")) as PublishedTables;
  const points = publishedCurve(tables);
  assert.equal(points.length, 14);
  assert.deepEqual(points[0], {images: 2000 * publishedBatch, fid: 173.7648, score: 2.8068, deviation: 0.0195});
  for (const options of [fidOptions(points), scoreOptions(points)])
    assert.doesNotMatch(plotText(options, 400, 240), bad);
  assert.throws(() => publishedCurve({tables: []}), /not among the tables/);
  const [table] = tables.tables.filter(({id}) => id === "biggan-pytorch-curve");
  assert.throws(() => publishedCurve({tables: [{...table!, columns: ["itr"]}]}), /has no is_mean/);
});

test("counts are short", () => {
  assert.deepEqual([640, 16_000, 1_024_000].map(shortCount), ["640", "16 k", "1.02 M"]);
});

const tried = JSON.parse(readFileSync("data/gan/trials.json", "utf8")) as TrialsFile;

test("what the page says of the long run is so", () => {
  const {losses, log, floor, config} = flagship;
  const half = losses.step.findIndex((step) => step >= config.steps / 2);
  // The judge is ahead throughout, and does not run away.
  assert.ok(losses.discriminator.every((v) => v < blindDiscriminator && v > blindDiscriminator / 2));
  assert.ok(losses.generator.every((v) => v > blindGenerator));
  // In the second half the forger’s loss rises, while its faces get better.
  assert.ok(losses.generator.at(-1)! > 1.1 * losses.generator[half]!);
  assert.ok(losses.discriminator.at(-1)! < 0.9 * losses.discriminator[half]!);
  assert.ok(losses.r1.at(-1)! > 2 * losses.r1[half]!);
  const middle = log.findLast(({step}) => step <= config.steps / 2)!;
  assert.ok(log.at(-1)!.fd < 0.75 * middle.fd);
  // At seven tenths the distance is smallest, two floors up, and then it creeps up from look to look.
  const best = log.reduce((a, b) => (b.fd < a.fd ? b : a));
  assert.ok(Math.abs(best.step / config.steps - 0.7) < 0.02);
  assert.ok(best.fd / floor > 1.5 && best.fd / floor < 2.5);
  const late = log.filter(({step}) => step >= best.step).map(({fd}) => fd / floor);
  assert.ok(late.length >= 4 && late.every((v, i) => i === 0 || v > late[i - 1]!) && late.at(-1)! < 3);
});

test("what the page says of the recipes tried is so", () => {
  const {trials} = tried;
  assert.deepEqual(
    trials.map(({change}) => change),
    recipesTried.map(({change}) => change)
  );
  const [first, seed, weak, strong, hair, small, all, wide] = trials as [...typeof trials];
  const apart = (a: {fd: number}, b: {fd: number}) => Math.abs(Math.log(a.fd / b.fd));
  const luck = apart(first!, seed!);
  for (const penalty of [weak!, strong!]) assert.ok(apart(first!, penalty) < 1.5 * luck);
  // Three in ten more of the combinations, and a distance within luck; a much smaller distance, and no more combinations.
  assert.ok(Math.abs(hair!.coverage / first!.coverage - 1.3) < 0.05 && apart(hair!, first!) < luck);
  assert.ok(small!.fd < 0.75 * first!.fd && small!.coverage <= first!.coverage);
  assert.ok(apart(wide!, all!) < luck, "larger networks gained nothing yet");
  assert.ok(all!.fd < 0.75 * first!.fd && all!.coverage > 0.9 * tried.yardstick.coverage);
});

test("the trials in words count what the seed does", () => {
  const words = trialsWords(tried);
  assert.doesNotMatch(words, bad);
  assert.match(words, /a factor of 1\.14, and coverage from 327 to 288.* 0\.146 in place of 0\.250/);
  assert.doesNotMatch(trialsWords({...tried, trials: tried.trials.slice(0, 1)}), /luck|undefined/);
  assert.throws(() => trialsWords({...tried, trials: []}), /no recipe/);
});

test("the seeds in words", () => {
  assert.match(
    seedsWords(sets[1]!),
    /mean of 3 seeds.* is 0\.667, from 0\.333 to 1\.00; .* factor of 3\.0\. .* 503 in 2,000/
  );
  const zero = made(2);
  zero.runs[0]!.looks[0]!.fd = 0;
  assert.doesNotMatch(seedsWords(trainingRuns(zero)), bad);
});

test("numbers that the page quotes agree with what the runs wrote down", () => {
  const parameters = (change: string) => tried.trials.find((d) => d.change === change)!.parameters;
  assert.equal(recipeParameters(longRecipe), parameters(recipesTried.at(-1)!.change));
  assert.equal(recipeParameters(smallRun(1)) < recipeParameters(longRecipe), true);
  assert.equal(
    trainingQuotes["training.longParameters"]!(),
    (parameters(recipesTried.at(-1)!.change) / parameters(recipesTried[0]!.change)).toFixed(1)
  );
  assert.equal(trainingQuotes["training.longFaces"]!(), flagship.log.at(-1)!.images.toLocaleString("en-US"));
  assert.equal(trainingQuotes["training.faces"]!(), flagship.baseline.images.toLocaleString("en-US"));
  for (const quote of Object.values(trainingQuotes)) assert.doesNotMatch(quote(), bad);
});

test("the steepest stretch of a curve, on one whose powers are known", () => {
  const at = (images: number, fid: number) => ({images, fid, score: 1, deviation: 1});
  const found = steepest([at(1, 100), at(10, 50), at(100, 0.5), at(1000, 0.25)]);
  assert.deepEqual({...found, power: Number(found.power.toFixed(9))}, {from: 10, to: 100, power: -2});
  // The published log is no power law: slow, steep in the middle, slow.
  const tables = JSON.parse(readFileSync("data/gan/published.json", "utf8")) as PublishedTables;
  const points = publishedCurve(tables);
  const power = (i: number, j: number) =>
    Math.log(points[j]!.fid / points[i]!.fid) / Math.log(points[j]!.images / points[i]!.images);
  assert.ok(power(0, 4) > -0.5 && power(5, 9) < -1 && power(10, 13) > -0.75);
});
