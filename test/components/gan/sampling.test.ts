import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {directionWords, shiftOf} from "../../../components/gan/directionsView.js";
import {mixingCells, mixingChartWords, mixingOptions} from "../../../components/gan/mixingChart.js";
import {layerSizes, mixingWords, readLayers} from "../../../components/gan/mixingView.js";
import {psiStops, psiWords} from "../../../components/gan/samplingMain.js";
import {
  faceRequest,
  gridSeeds,
  psiText,
  type SamplingState,
  seededFace,
  valueWords
} from "../../../components/gan/samplingState.js";
import {stillOptions, stillRequests, stillRows} from "../../../components/gan/samplingStill.js";
import {cleanSeed} from "../../../components/gan/samplingStudio.js";
import {
  checkTruncation,
  coverageOptions,
  distanceOptions,
  rowAt,
  tradeOffOptions,
  truncationWords
} from "../../../components/gan/truncationCharts.js";
import {stopTimes, walkWords, ways} from "../../../components/gan/walkView.js";
import {attributeNames} from "../../../models/gan/faceLabels.js";
import type {FlagshipFile, MixingFile, TruncationFile} from "../../../models/gan/files.js";
import {plotText} from "../kelly/plotText.js";

const flagship: FlagshipFile = JSON.parse(
  readFileSync(new URL("../../../data/gan/flagship.json", import.meta.url), "utf8")
);
const state: SamplingState = {
  file: flagship,
  settings: {psi: 0.7, noise: "on", pixels: "smooth"},
  grid: "5",
  seed: "5-1",
  fixed: []
};

const row = (psi: number, fd: number, coverage: number, asked: number) => ({psi, fd, coverage, sureness: 0.9, asked});
const file: TruncationFile = {
  note: "",
  faces: 1000,
  attributes: ["hair"],
  real: {fd: 0.01, coverage: 445, sureness: 0.99, asked: 0.98},
  rows: [row(-1, 0.1, 400, 0.7), row(0, 0.2, 300, 0.9), row(1, 0.08, 420, 0.8), row(1.2, 0.09, 430, 0.75)]
};

test("between rows the charts go straight, beyond them they stop", () => {
  assert.deepEqual(rowAt(file, 0), file.rows[1]);
  const half = rowAt(file, 0.5);
  assert.ok(Math.abs(half.fd - 0.14) < 1e-12 && half.coverage === 360);
  assert.equal(rowAt(file, 2).coverage, 430);
  assert.equal(rowAt(file, -2).coverage, 400);
});

test("truncation can be drawn and told at any ψ", () => {
  for (const psi of [-1, -0.35, 0, 0.7, 1, 1.2])
    for (const data of [file, {...file, rows: file.rows.map((d) => ({...d, coverage: 1, fd: 0}))}]) {
      for (const options of [distanceOptions, coverageOptions, tradeOffOptions])
        for (const width of [300, 600])
          assert.doesNotMatch(plotText(options({file: data, psi}), width, 250), /NaN|undefined|Infinity/);
      assert.doesNotMatch(Object.values(truncationWords({file: data, psi})).join(" "), /NaN|undefined|Infinity/);
    }
  assert.match(truncationWords({file, psi: 0}).trade, /At ψ = 0\.00 90 % .*300 combinations/);
});

test("a file of truncation that makes no sense is refused", () => {
  assert.equal(checkTruncation(file), file);
  assert.throws(() => checkTruncation({...file, rows: [row(0, Number.NaN, 1, 1), row(1, 1, 1, 1)]}));
  assert.throws(() => checkTruncation({...file, rows: file.rows.toReversed()}));
});

test("seeds of a grid are told apart, and what is asked for is in words", () => {
  const seeds = gridSeeds("5", 32);
  assert.equal(new Set(seeds).size, 32);
  const words = valueWords(flagship, seededFace(state, "5-1").values);
  assert.doesNotMatch(words, /undefined/);
  assert.equal(words.split(": ").length, flagship.attributes.length + 1);
  assert.equal(cleanSeed("  "), null);
  assert.equal(cleanSeed(" a "), "a");
});

test("a request is of the seed alone; noise can be switched off, values fixed", () => {
  assert.deepEqual(faceRequest(state, "5-1"), faceRequest({...state, grid: "6", seed: "6-2"}, "5-1"));
  assert.equal(faceRequest(state, "5-1").noiseSeed, "5-1");
  assert.equal(faceRequest({...state, settings: {...state.settings, noise: "off"}}, "5-1").noiseSeed, null);
  assert.equal(seededFace({...state, fixed: [3]}, "5-1").values[0], 3);
});

test("ψ is told with a true minus, from end to end", () => {
  assert.equal(psiText(-0.5), "−0.50");
  assert.deepEqual([psiStops[0], psiStops[5], psiStops.at(-1)], [-1, 0, 1.2]);
  assert.equal(new Set([-1, 0, 0.7, 1, 1.2].map((psi) => psiWords(psi).slice(9))).size, 5);
  assert.match(psiWords(0.7), /keeps 70 %/);
});

test("layers that are crossed over: in the address, and in words", () => {
  assert.deepEqual(layerSizes(5), [4, 8, 8, 16, 16]);
  assert.deepEqual(readLayers("00011", 5), [false, false, false, true, true]);
  assert.equal(readLayers("0001", 5), null);
  assert.equal(readLayers("0a011", 5), null);
  assert.match(mixingWords([false, false, false, true, true]), /Layers 4 \(16 pixels\), 5 \(16 pixels\)/);
  assert.match(mixingWords([true, true, true]), /^All/);
  assert.match(mixingWords([false, false, false]), /^No/);
});

test("which layer decides what can be drawn and told", () => {
  const follows = (share: number) =>
    Object.fromEntries(attributeNames.map((name) => [name, share])) as MixingFile["differ"];
  const data: MixingFile = {
    note: "",
    pairs: 10,
    differ: follows(5),
    layers: [
      {size: 4, follows: {...follows(0.1), hair: 0.9}},
      {size: 8, follows: {...follows(0), skin: 1, eyes: 0.4}}
    ]
  };
  assert.equal(mixingCells(data).length, 14);
  assert.doesNotMatch(plotText(mixingOptions(data), 320, 300), /NaN|undefined|Infinity/);
  assert.match(
    mixingChartWords(data),
    /layer 1 for hair, hair colour, mouth, glasses and background; layer 2 for skin and eyes\.$/
  );
});

test("a circle’s stops do not repeat its beginning, a walk’s end at its last face", () => {
  const around = stopTimes("circle");
  assert.equal(around.length, 12);
  assert.ok(Math.abs(around.at(-1)! - 11 / 12) < 1e-12);
  assert.equal(stopTimes("walk").at(-1), ways.walk.length);
  assert.match(walkWords("walk", "5-1"), /7 random faces/);
});

test("directions add up", () => {
  const principal = {
    directions: [new Float32Array([1, 0]), new Float32Array([0, 1])],
    deviations: [2, 3],
    shares: [0.4, 0.2]
  };
  assert.deepEqual(shiftOf(principal, [1, -1]), new Float32Array([2, -3]));
  assert.deepEqual(shiftOf(principal, [0, 0]), new Float32Array([0, 0]));
  assert.match(directionWords(principal, 64), /first has 40\.0 %.*together 60 %/);
});

test("the still picture shows each face at every ψ", () => {
  const requests = stillRequests(flagship);
  assert.equal(requests.length, stillRows * psiStops.length);
  assert.equal(new Set(requests.map((d) => d.noiseSeed)).size, stillRows);
  assert.doesNotMatch(plotText(stillOptions("data:,", 1080, 380), 1080, 380), /NaN|undefined/);
});
