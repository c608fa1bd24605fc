import assert from "node:assert/strict";
import {test} from "node:test";
import {
  checkBitcreepFile,
  ensembleOptions,
  ensembleScores,
  miseryLevels,
  miseryLines
} from "../../../components/migration/bitcreepField.js";
import {bitcreepSummary, miseryWords} from "../../../components/migration/bitcreepFigure.js";
import {holdoutOptions} from "../../../components/migration/bitcreepHoldout.js";
import {lossStack, waterfall} from "../../../components/migration/bitcreepParts.js";
import {bitcreepQuotes} from "../../../components/migration/bitcreepQuotes.js";
import {sharesOptions} from "../../../components/migration/bitcreepShares.js";
import {worlds} from "../../../components/migration/bitcreepWorlds.js";
import {yearsOptions} from "../../../components/migration/bitcreepYears.js";
import type {BitcreepFile} from "../../../models/migration/files.js";
import type {SomeParameters} from "../../../models/migration/parameters.js";
import {plotText} from "../kelly/plotText.js";

const extremes: SomeParameters[] = [
  {},
  {advantage: -2},
  {advantage: 3},
  {networkBenefit: 0, bitrot: 0, bitcreep: 0, advantage: 0},
  {networkBenefit: 4, bitrot: 4, bitcreep: 4},
  {shimOld: 1, shimNew: 1, bitcreep: 4, initialShare: 1},
  {bitcreep: 0, initialShare: 0}
];

test("every chart can be drawn at both ends of every slider, wide and on a phone", () => {
  for (const p of extremes)
    for (const width of [1080, 326]) {
      const drawn = [sharesOptions(p, width), yearsOptions(p, width), waterfall(p), lossStack(p), holdoutOptions(p)];
      for (const options of drawn)
        assert.doesNotMatch(plotText(options, width), /NaN|undefined|Infinity/, JSON.stringify(p));
    }
});

test("the thresholds of both worlds are written beside their lines", () => {
  const text = plotText(sharesOptions({}, 1080), 1080);
  assert.match(text, /worse off below 66\.7 %/);
  assert.match(text, /worse off below 44\.4 %/);
  assert.match(plotText(yearsOptions({}, 1080), 1080), /worse off for 9\.4 years/);
  assert.doesNotMatch(plotText(sharesOptions({advantage: 3}, 1080), 1080), /worse off/);
});

test("the second world is the first without bitcreep", () => {
  const [own, off] = worlds({bitcreep: 2, advantage: 0.5});
  assert.equal(own.p.bitcreep, 2);
  assert.deepEqual(off.p, {...own.p, bitcreep: 0});
});

test("key number and summary say where and when misery ends, and where it does not", () => {
  assert.deepEqual(miseryWords({}), ["66.7 %", "end of misery, after 9.4 years"]);
  assert.deepEqual(miseryWords({advantage: 0.75}), ["75.0 %", "end of misery, never reached"]);
  assert.deepEqual(miseryWords({initialShare: 0.9}), ["66.7 %", "end of misery, passed at the start"]);
  assert.equal(miseryWords({advantage: 3})[0], "none");
  assert.equal(miseryWords({advantage: -1})[0], "no end");
  assert.match(
    bitcreepSummary({}),
    /−1\.85 a year\. Without bitcreep: below a share of 44\.4 %, reached after 1\.7 years\.$/
  );
  for (const p of extremes) assert.doesNotMatch(bitcreepSummary(p), /NaN|undefined|Infinity/);
});

const file: BitcreepFile = {
  note: "",
  years: 40,
  bitcreep: [0, 1],
  advantage: [0, 1, 2],
  misery: [0, 1, 4, 0, 0, 2],
  agents: 400,
  seeds: 10,
  ensemble: [
    {bitcreep: 0, mean: 1, error: 0.1, chain: 1.2, meanField: 1.1},
    {bitcreep: 1, mean: 2, error: 0, chain: 2, meanField: 2}
  ]
};

test("the field is painted from the top row down, by the square root of what is lost", () => {
  assert.deepEqual([...miseryLevels(file)], [0, 0, Math.floor(255 * Math.SQRT1_2), 0, 127, 255]);
  assert.deepEqual([...miseryLevels({...file, misery: [0, 0, 0, 0, 0, 0]})], [0, 0, 0, 0, 0, 0]);
});

test("the curves over the field are exact", () => {
  const [free, won] = miseryLines({bitcreep: 4, advantage: 3});
  // (ν + ρ + κ)(1 − x₀) at κ = 0, and the spinodal at κ = 1.2.
  assert.ok(Math.abs(free!.points[0]![0] - 1.71) < 1e-12);
  const [x] = won!.points.find(([, y]) => Math.abs(y - 1.2) < 1e-9)!;
  assert.ok(Math.abs(x - 0.8799) < 1e-4);
});

test("the ensemble's chart and scores", () => {
  assert.doesNotMatch(plotText(ensembleOptions(file)), /NaN|undefined/);
  assert.deepEqual(
    ensembleScores(file).map((z) => Math.round(z * 10) / 10),
    [-2, 0]
  );
});

test("malformed files are refused", () => {
  assert.equal(checkBitcreepFile(file), file);
  for (const bad of [{}, {...file, misery: [1]}, {...file, ensemble: []}, {...file, misery: [0, 1, 4, 0, 0, null]}])
    assert.throws(() => checkBitcreepFile(bad as BitcreepFile));
});

test("quotes are finite", () => {
  for (const [name, quote] of Object.entries(bitcreepQuotes)) {
    assert.match(name, /^bitcreep\./);
    assert.doesNotMatch(quote(), /NaN|undefined|Infinity|never/, name);
  }
  assert.equal(bitcreepQuotes["bitcreep.share"]!(), "66.7 %");
});
