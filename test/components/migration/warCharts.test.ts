import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {type GrowingLines, growingLinesPlot, spread} from "../../../components/growingLines.js";
import {sandboxAddress} from "../../../components/migration/format.js";
import {essentials, folds, sandboxFields} from "../../../components/migration/sandboxFields.js";
import {domainOf, soFar, stepUp, thisYear} from "../../../components/migration/warClockChart.js";
import {shareGround, shareLines} from "../../../components/migration/warShareChart.js";
import {multipleOptions, whenWon} from "../../../components/migration/warsMultiples.js";
import {bandAt, clockWords, shareWords} from "../../../components/migration/warWords.js";
import {outlook} from "../../../models/migration/outlook.js";
import {parameterInfo, sunsetInfo} from "../../../models/migration/parameterInfo.js";
import {checkParameters, presets, type SomeParameters} from "../../../models/migration/parameters.js";
import {sandboxWar} from "../../../models/migration/sandboxWar.js";
import {emptyLog, logOf} from "../../../models/migration/warLog.js";
import {plotText} from "../kelly/plotText.js";

const extremes: SomeParameters[] = [
  {},
  ...Object.values(presets),
  {advantage: -2, exitValue: 5},
  {advantage: 3, networkBenefit: 4, bitrot: 4, bitcreep: 4, noise: 0.2},
  {initialShare: 0},
  {initialShare: 1, switchingCost: 4},
  {dependencyWeight: Infinity, locality: 1},
  {enforcement: 3, backlash: 1, rotLag: 10, subsidy: 3},
  {sunset: {strength: 4, year: 0, belief: Infinity}, quality: 0}
];

const drawn = (lines: GrowingLines, width: number) => plotText(growingLinesPlot(lines, width, 300), width);

test("any war can be drawn and told, at its start, on its way and at its end", () => {
  for (const p of extremes) {
    const war = sandboxWar(p, {side: 12, seed: "draw"});
    const ahead = outlook(p, war.moment());
    const band = ahead.because ? undefined : outlook(p, war.moment(), {agents: 144});
    const samples = [];
    for (const year of [0, 0.1, 12, 40]) {
      samples.push(...war.advanceTo(year));
      const log = logOf(samples);
      for (const width of [326, 600]) {
        const share = shareLines(log, shareGround({outlook: ahead, band, changes: year > 1 ? [0.5, 1] : []}));
        for (const text of [share, thisYear(log), soFar(log)].map((lines) => drawn(lines, width)))
          assert.doesNotMatch(text, /NaN|undefined|Infinity/);
      }
      const said = `${shareWords(log, 144, ahead, band, 0)} ${clockWords(log)}`;
      assert.doesNotMatch(said, /NaN|undefined|Infinity/);
      assert.match(said, ahead.because ? /There is no exact band here: / : /nine in ten crowds of 400/);
    }
  }
});

test("before there is anything to draw there is an empty chart", () => {
  const nothing = shareGround({outlook: undefined, band: undefined, changes: []});
  assert.match(drawn(shareLines(emptyLog(), nothing), 600), /On the new platform/);
  for (const lines of [shareLines(emptyLog(), nothing), thisYear(emptyLog()), soFar(emptyLog())])
    assert.doesNotMatch(drawn(lines, 600), /NaN|undefined|nine in ten/);
});

test("labels keep a distance and stay inside", () => {
  assert.deepEqual(spread([10, 12, 50], 14, 0, 100), [10, 24, 50]);
  assert.deepEqual(spread([95, 96, 97], 14, 0, 100), [72, 86, 100]);
  assert.deepEqual(spread([-20], 14, 4, 100), [4]);
  assert.deepEqual(spread([], 14, 0, 100), []);
});

test("axes grow in round steps", () => {
  assert.deepEqual([0.2, 1, 1.2, 7, 11, 290].map(stepUp), [1, 1, 1.5, 8, 15, 300]);
  assert.deepEqual(domainOf([{name: "", color: "", values: [-2.2, 0.4]}]), [-3, 1]);
  assert.deepEqual(domainOf([{name: "", color: "", values: [-2.2]}]), [-3, 0]);
  assert.deepEqual(domainOf([]), [0, 1]);
});

test("the band at a time lies between its neighbours", () => {
  const of = (low: number[], high: number[]) => ({
    time: Float64Array.of(0, 1, 3).subarray(0, low.length),
    mean: new Float64Array(),
    low: Float64Array.from(low),
    high: Float64Array.from(high),
    because: ""
  });
  assert.deepEqual(bandAt(of([0, 0.2, 0.4], [0, 0.4, 0.8]), 2), [0.30000000000000004, 0.6000000000000001]);
  assert.deepEqual(bandAt(of([0, 0.2, 0.4], [0, 0.4, 0.8]), 9), [0.4, 0.8]);
  assert.deepEqual(bandAt(of([0.1], [0.3]), 40), [0.1, 0.3]);
  assert.equal(bandAt(of([], []), 1), null);
});

test("every parameter has one slider, named like it", () => {
  const names = [...essentials, ...folds.flatMap(({fields}) => [...fields])].sort();
  assert.deepEqual(
    names,
    [...Object.keys(parameterInfo), ...Object.keys(sunsetInfo).map((name) => `sunset.${name}`)].sort()
  );
  const fields = sandboxFields();
  assert.equal(fields.exitValue.value, -Infinity);
  assert.equal(fields.exitValue.beyond?.value, -Infinity);
  assert.equal(fields.dependencyWeight.beyond?.value, Infinity);
  assert.equal(fields["sunset.belief"].beyond?.value, Infinity);
});

test("the small charts are drawn, and say when a war is won", () => {
  const shares = {mean: [0.05, 0.5], low: [0, 0.2], high: [0.1, 1]};
  const loss = {mean: 1, error: 0.1, exact: 1.1, score: -1};
  const row = {
    id: "stuck",
    exact: shares,
    sample: shares,
    mostScore: 1,
    meanSquare: 1,
    won: 0,
    meanFieldT90: null,
    T90: null,
    meanFieldLoss: 1,
    loss,
    instantCost: 0.95
  };
  assert.doesNotMatch(plotText(multipleOptions({time: [0, 40]}, row), 240, 210), /NaN|undefined/);
  assert.match(whenWon(row, 40), /never move/);
  assert.match(whenWon({...row, won: 0.25}, 40), /within 40 years in 25.0 % of the wars/);
  assert.match(whenWon({...row, T90: {...loss, exact: 10.62}}, 40), /after 10\.6 years/);
});

test("the page links to the presets as they are", () => {
  const page = readFileSync("src/migration/wars.md", "utf8");
  for (const preset of Object.values(presets)) {
    checkParameters(preset);
    assert.ok(page.includes(`](${sandboxAddress(preset)})`), sandboxAddress(preset));
  }
});
