import assert from "node:assert/strict";
import {test} from "node:test";
import {divergenceChart, lossChart, roundUp, undecided} from "../../../components/gan/planeCharts.js";
import {arrowOf} from "../../../components/gan/planeFieldPaint.js";
import {emptyLog, isNoted, note, type PlaneSample} from "../../../components/gan/planeLog.js";
import {planeSpeeds, speedWords, usualSpeed} from "../../../components/gan/planePanel.js";
import {checkPlaneFile, planeSeedsOptions} from "../../../components/gan/planeSeeds.js";
import {planeStillOptions} from "../../../components/gan/planeStill.js";
import {againstFloor, planeWords, short, stoppedWords} from "../../../components/gan/planeWords.js";
import {faceRecipe, gridClasses} from "../../../components/gan/tabFaceRecipe.js";
import type {FacesState} from "../../../components/gan/tabFaceSession.js";
import {cutRow, montage} from "../../../components/gan/tabFaceSheet.js";
import {faceLossChart} from "../../../components/gan/tabFaceView.js";
import {duration, faceWords, megabytes} from "../../../components/gan/tabFaceWords.js";
import {growingLinesPlot} from "../../../components/growingLines.js";
import type {PlaneFile} from "../../../models/gan/files.js";
import {fieldSide} from "../../../models/gan/planeLook.js";
import {planeLosses} from "../../../models/gan/planeTrainer.js";
import {plotText} from "../kelly/plotText.js";

const sample = (round: number, change: Partial<PlaneSample> = {}): PlaneSample => ({
  round,
  discriminator: 1.4,
  generator: 0.7,
  energy: 0.02,
  js: 0.5,
  hit: 4,
  modes: 8,
  near: 0.4,
  ...change
});

const floor = {energy: [-0.004, 0.01] as [number, number], js: [0.06, 0.1] as [number, number]};

function logOf(samples: PlaneSample[]) {
  const log = emptyLog();
  for (const d of samples) note(log, d);
  return log;
}

const drawn = (chart: Parameters<typeof growingLinesPlot>[0], width = 560) =>
  plotText(growingLinesPlot(chart, width, 150), width, 150);

test("the charts of a training can be drawn at its extremes", () => {
  const logs = {
    empty: emptyLog(),
    first: logOf([sample(1)]),
    "a generator that never moves": logOf([sample(1, {generator: Number.NaN}), sample(2, {generator: Number.NaN})]),
    "one network late": logOf([sample(1, {generator: Number.NaN}), sample(2)]),
    wild: logOf([sample(1), sample(2, {discriminator: 1e30, generator: -1e30, energy: 1e5, js: 1}), sample(3)]),
    lost: logOf([sample(1), sample(2, {energy: Number.NaN, js: Number.NaN})]),
    below: logOf([sample(1, {energy: -0.003, js: 0})]),
    long: logOf(Array.from({length: 3000}, (_, i) => sample(20 * i)))
  };
  for (const [name, log] of Object.entries(logs))
    for (const width of [280, 560]) {
      for (const loss of planeLosses)
        assert.doesNotMatch(drawn(lossChart(log, loss), width), /NaN|undefined|Infinity/, name);
      for (const kind of ["energy", "js"] as const)
        for (const shade of [floor, undefined])
          assert.doesNotMatch(drawn(divergenceChart(log, shade, kind), width), /NaN|undefined|Infinity/, name);
    }
});

test("the log keeps its first and last rows and stays short", () => {
  const log = logOf(Array.from({length: 5000}, (_, i) => sample(i, {hit: i % 9})));
  assert.ok(log.round.length <= 600);
  assert.equal(log.round[0], 0);
  assert.equal(log.round.at(-1), 4999);
  assert.ok(log.round.every((round, i) => i === 0 || round > log.round[i - 1]!));
  assert.ok(
    log.round.every((round, i) => log.hit[i] === round % 9),
    "columns stay in step"
  );
  assert.ok(isNoted(1) && isNoted(40) && !isNoted(41) && isNoted(45) && !isNoted(4010) && isNoted(4050));
});

test("undecided networks have the losses of a coin", () => {
  assert.ok(Math.abs(undecided.nonSaturating.discriminator - 2 * undecided.nonSaturating.generator) < 1e-12);
  assert.equal(undecided.leastSquares.discriminator, 0.5 ** 2 + 0.5 ** 2);
});

test("axes end at round numbers, at or above what they hold", () => {
  for (const value of [1e-4, 0.013, 0.99, 1, 1.0001, 7, 99, 101, 12_345])
    assert.ok(roundUp(value) >= value * (1 - 1e-9) && roundUp(value) <= 2 * value, `${value}: ${roundUp(value)}`);
  for (const value of [0, -1, Number.NaN, Infinity]) assert.equal(roundUp(value), 1);
});

test("arrows have the way of the slope and a limit", () => {
  assert.deepEqual(arrowOf(0, 0), [0, 0]);
  assert.deepEqual(arrowOf(Number.NaN, 1), [0, 0]);
  const [x, y] = arrowOf(300, 400);
  assert.ok(Math.abs(x / y - 0.75) < 1e-9 && Math.hypot(x, y) < 0.3);
  assert.ok(Math.hypot(...arrowOf(0.3, 0.4)) < Math.hypot(...arrowOf(0.6, 0.8)));
});

test("the training is told in words", () => {
  const now = sample(1200, {hit: 7, near: 0.615, energy: 0.03, js: 0.08});
  const picture = {
    now,
    rounds: 1200,
    steps: {discriminator: 1200, generator: 1201},
    hash: "0123456789abcdef".repeat(2)
  };
  const words = planeWords("ring", picture, floor, false);
  assert.match(words, /^Round 1,200: 7 of 8 modes are hit, and 6[12] % of 500/);
  assert.match(words, /0\.030, 3\.0 times the top of its noise floor/);
  assert.match(words, /0\.08 bits, within its noise floor/);
  assert.match(words, /Weights 01234567/);
  assert.match(planeWords("spiral", picture, undefined, true), /stretches.*changed on the way.*1,201 of the generator/);
  assert.equal(againstFloor(-1, [0, 1]), "below");
  assert.deepEqual([0, 0.00123, -0.00123, 0.123, 1.234].map(short), ["0.0000", "0.0012", "−0.0012", "0.123", "1.23"]);
  assert.match(stoppedWords("step 3: the penalty is NaN"), /step 3: the penalty is NaN/);
});

test("speeds have words, and the usual one is among them", () => {
  assert.ok(planeSpeeds.includes(usualSpeed));
  assert.equal(speedWords(1), "1 round a second");
  assert.equal(speedWords(0.5), "0.5 rounds a second");
  assert.equal(speedWords(planeSpeeds.at(-1)!), "at full speed");
});

const outcomes = (hits: number[], js = 0.4) =>
  hits.map((hit, i) => ({seed: i + 1, hit, near: 0.5, energy: 0.01, js: js + 0.02 * i}));
const file: PlaneFile = {
  note: "",
  rounds: 1000,
  points: 500,
  floor,
  ways: [
    {label: "as the sliders stand", change: {}, outcomes: outcomes([8, 8, 7])},
    {label: "hasty", change: {penalty: 0}, outcomes: outcomes([0, 1, 1], 0.94)}
  ]
};

test("the seeds can be drawn, and a file that is none is refused", () => {
  for (const width of [320, 1080]) {
    const text = plotText(planeSeedsOptions(checkPlaneFile(file), width), width, 330);
    assert.doesNotMatch(text, /NaN|undefined|Infinity/);
    assert.equal(text.match(/<circle/g)?.length, 6);
  }
  for (const bad of [undefined, {}, {...file, ways: []}, {...file, ways: [{label: "", change: {}, outcomes: []}]}])
    assert.throws(() => checkPlaneFile(bad as PlaneFile), /plane\.json/);
});

test("the still picture can be drawn", () => {
  const moment = {
    rounds: 5,
    field: new Uint8ClampedArray(fieldSide ** 2).map((_, i) => i % 256),
    points: Float32Array.of(0, 0, 99, 99)
  };
  const text = plotText(planeStillOptions([{...moment, rounds: 0}, moment], Float32Array.of(0.5, 0.5)), 1080, 294);
  assert.doesNotMatch(text, /NaN|undefined|Infinity/);
  assert.match(text, /round 5/);
});

test("a sheet is cut into its faces", () => {
  const [size, columns] = [2, 3];
  // Each pixel says its face, and where it is in it.
  const pixels = new Uint8ClampedArray(4 * size * size * columns);
  for (let y = 0; y < size; ++y)
    for (let x = 0; x < columns * size; ++x)
      pixels.set([Math.floor(x / size), x % size, y, 255], 4 * (y * columns * size + x));
  const faces = new Uint8Array(3 * size * size * columns);
  cutRow(pixels, size, columns, faces);
  assert.deepEqual([...faces.subarray(12, 24)], [1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1]);
});

test("forged faces are put side by side, and cut to what a screen can show", () => {
  const size = 2;
  const faces = new Float32Array(3 * 3 * size * size);
  faces.fill(-1, 0, 12);
  faces.fill(0, 12, 24);
  faces.fill(7, 24);
  const pixels = montage(faces, size, 2);
  assert.equal(pixels.length, 4 * 4 * 4);
  const at = (x: number, y: number) => [...pixels.subarray(4 * (4 * y + x), 4 * (4 * y + x) + 4)];
  assert.deepEqual(at(0, 0), [0, 0, 0, 255]);
  assert.deepEqual(at(3, 1), [128, 128, 128, 255]);
  assert.deepEqual(at(1, 3), [255, 255, 255, 255]);
});

test("recipes are those of the site, and the grid asks for every class", () => {
  for (const pixels of ["16", "32"] as const) {
    const recipe = faceRecipe({pixels, steps: 500, seed: "a"});
    assert.equal(4 * 2 ** recipe.config.generator.channels.length, Number(pixels));
    assert.deepEqual([recipe.config.steps, recipe.config.seed], [500, "a"]);
    const {columns, classes} = gridClasses(recipe);
    assert.equal(classes.length % columns, 0);
    assert.equal(new Set(classes).size, columns);
  }
});

test("the training of faces is told in words, and its losses can be drawn", () => {
  const state: FacesState = {
    phase: "idle",
    choice: undefined,
    step: 0,
    steps: 0,
    speed: 0,
    faces: 0,
    parameters: undefined,
    losses: {step: [], discriminator: [], generator: [], r1: []},
    grid: undefined,
    message: ""
  };
  assert.match(faceWords(state, 3_598_202), /3\.6 MB.*nothing leaves your computer/);
  assert.doesNotMatch(faceWords(state, undefined), /MB|undefined/);
  const losses = {step: [16], discriminator: [1.2], generator: [0.9], r1: [0.1]};
  const training = {...state, phase: "training" as const, step: 1000, steps: 3000, speed: 20, faces: 10_000, losses};
  assert.match(faceWords(training, 1), /^Step 1,000 of 3,000, on 10,000 faces.*discriminator 1\.20.*About 2 min to go/);
  assert.match(faceWords({...training, phase: "done", step: 3000}, 1), /Done\.$/);
  for (const phase of ["stopped", "failed"] as const)
    assert.match(
      faceWords({...training, phase, message: "step 3: generator is NaN"}, 1),
      /step 3: generator is NaN\. Train/
    );
  assert.deepEqual([0.2, 30, 200, Infinity].map(duration), ["1 s", "30 s", "3 min", "some time"]);
  assert.equal(megabytes(0), "0.0 MB");
  for (const curve of [state.losses, losses])
    assert.doesNotMatch(drawn(faceLossChart(curve)), /NaN|undefined|Infinity/);
});
