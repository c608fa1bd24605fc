import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {test} from "node:test";
import {expectedMatches, sheetWords} from "../../../components/gan/contactSheet.js";
import {matches} from "../../../components/gan/faceFilter.js";
import {checkFacesFile} from "../../../components/gan/facesFile.js";
import {describeFace, shareWithError} from "../../../components/gan/faceWords.js";
import {spoiledOptions} from "../../../components/gan/rankingView.js";
import {readingDots, readingOptions} from "../../../components/gan/readingChart.js";
import {repeatsCurve, repeatsOptions} from "../../../components/gan/repeatsChart.js";
import {gridFor} from "../../../components/gan/sheetPicture.js";
import {balanceOptions, balanceScores, visibleOptions} from "../../../components/gan/visibleChart.js";
import {attributes, drawLabels, facesSeed} from "../../../models/gan/faceLabels.js";
import type {FacesFile} from "../../../models/gan/files.js";
import {plotText} from "../kelly/plotText.js";

const file = checkFacesFile(
  JSON.parse(
    execFileSync(process.execPath, ["--import", "tsx", "data/gan/faces.json.ts"], {
      encoding: "utf8",
      env: {...process.env, THREE_GAMES_PROFILE: "smoke"},
      stdio: ["ignore", "pipe", "ignore"]
    })
  ) as FacesFile
);
const bad = /NaN|undefined|Infinity|null/;

test("every chart of the faces can be drawn, narrow and wide", () => {
  for (const width of [290, 520]) {
    const charts = [
      readingOptions(readingDots(file), width),
      balanceOptions(file.balance, file.count),
      visibleOptions(file.visible),
      spoiledOptions(file.ranking.spoiled),
      repeatsOptions(repeatsCurve(drawLabels(600, facesSeed))),
      repeatsOptions(repeatsCurve(drawLabels(1, facesSeed), 1))
    ];
    for (const chart of charts) assert.doesNotMatch(plotText(chart, width), bad);
  }
});

test("the two rankings are told apart by their marks, and the labels show them", () => {
  const svg = plotText(spoiledOptions(file.ranking.spoiled), 520);
  assert.ok(svg.includes("● sureness") && svg.includes("■ distance of features"));
  const symbols = spoiledOptions(file.ranking.spoiled).marks!.map((mark) => (mark as {symbol?: unknown}).symbol);
  assert.equal(new Set(symbols.filter(Boolean)).size, 2);
});

test("extremes: nothing read right, nothing changed, all drawn alike", () => {
  const none = Object.fromEntries(attributes.map(({name}) => [name, 0])) as FacesFile["reading"]["right"];
  const worst = {...file, reading: {...file.reading, right: none}, mirror: {...file.mirror, right: none}};
  assert.doesNotMatch(plotText(readingOptions(readingDots(worst), 400), 400), bad);
  const spoiled = [{kind: "grey", sureness: {chance: 0.5, error: 0}, distance: {chance: 1, error: 0}}];
  assert.doesNotMatch(plotText(spoiledOptions(spoiled), 400), bad);
  const [row] = file.balance;
  const counts = row!.counts.map((_, i) => (i === 0 ? file.count : 0));
  assert.doesNotMatch(plotText(balanceOptions([{...row!, counts}], file.count), 400), bad);
});

test("there is a dot for each value, and their scores are those of fair draws", () => {
  const scores = balanceScores(file.balance, file.count).map((d) => d.score);
  assert.equal(scores.length, 48);
  assert.ok(scores.every((score) => Math.abs(score) < 4.5));
  const squares = scores.reduce((sum, z) => sum + z * z, 0) / scores.length;
  assert.ok(squares > 0.5 && squares < 1.6, String(squares));
});

test("the last point of the curve of repeats is the count of the file", () => {
  const last = repeatsCurve(drawLabels(file.count, facesSeed)).at(-1)!;
  assert.equal(last.found, file.repeats.found);
  assert.ok(Math.abs(last.mean - file.repeats.expected) < 1e-3);
});

test("filtering finds just the faces that have what is asked for", () => {
  const labels = drawLabels(2000, facesSeed);
  assert.equal(matches(labels, {}).length, 2000);
  const found = matches(labels, {hairColor: 3, glasses: 1});
  assert.ok(found.every((i) => labels[i]!.hairColor === 3 && labels[i]!.glasses === 1));
  const {mean, sd} = expectedMatches({hairColor: 3, glasses: 1}, 2000);
  assert.equal(mean.toFixed(2), "37.50");
  assert.ok(Math.abs(found.length - mean) < 4 * sd);
});

test("what the sheet says", () => {
  assert.match(sheetWords({}, 1000, 1000, 120), /^1,000 faces, .* the first 120 of them/);
  assert.match(sheetWords({skin: 1}, 1, 1000, 1), /^1 face of 1,000 has/);
  assert.match(sheetWords({skin: 1}, 0, 1000, 0), /^0 faces of 1,000 have .* 250\.0 ± 13\.7\.$/);
  for (const label of drawLabels(50, "words")) assert.doesNotMatch(describeFace(label), bad);
  const face = {hair: 14, hairColor: 7, skin: 0, eyes: 5, mouth: 5, glasses: 0, background: 0};
  assert.equal(
    describeFace(face),
    "red hair, a round bob, pale skin, a sideways glance, a half smile, no glasses, on a blue background"
  );
  assert.equal(shareWithError(50, 100), "50.0 ± 5.0 %");
  // The rule of three: nothing wrong among n bounds the share that is by 3/n or so.
  assert.equal(shareWithError(300, 300), "100 % (at least 99.0)");
  assert.equal(shareWithError(0, 300), "0 % (at most 1.0)");
});

test("squares fill a frame, whole pixels wide, and never leave it", () => {
  for (const count of [1, 7, 120, 400])
    for (const [width, height] of [
      [300, 300],
      [820, 410],
      [288, 500]
    ] as const) {
      const {side, columns, rows} = gridFor(count, width, height);
      assert.ok(Number.isInteger(side) && side > 0);
      assert.ok(columns * rows >= count && columns * side <= width && rows * side <= height, `${count} ${width}`);
      // One pixel more would not fit.
      const more = Math.floor(width / (side + 1));
      assert.ok(more === 0 || Math.ceil(count / more) * (side + 1) > height || side === Math.min(width, height));
    }
});

test("a file that is not whole is refused", () => {
  assert.throws(() => checkFacesFile({} as FacesFile), /not all there/);
  assert.throws(() => checkFacesFile({...file, balance: []}), /not whole/);
});
