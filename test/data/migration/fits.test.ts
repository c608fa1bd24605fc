import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {test} from "node:test";
import {checkFitsFile} from "../../../components/migration/realStudy.js";
import type {FitsFile} from "../../../models/migration/files.js";
import {fitCurve, migrationCurve, predict, seriesOf} from "../../../models/migration/fit.js";
import {adoptionRows} from "../../../models/migration/fitFigures.js";
import {bandTimes, fitUntil, rivals} from "../../../models/migration/fitReport.js";
import {subjects} from "../../../models/migration/fitSubjects.js";

function load(): string {
  return execFileSync(process.execPath, ["--import", "tsx", "data/migration/fits.json.ts"], {
    encoding: "utf8",
    maxBuffer: 1e8,
    stdio: ["ignore", "pipe", "ignore"],
    env: {...process.env, THREE_GAMES_PROFILE: "smoke"}
  });
}

const text = load();
const file = checkFitsFile(JSON.parse(text) as FitsFile);
const of = (id: string) => file.series.find((d) => d.id === id)!;

test("fits.json is small, seeded, and holds every series of the table", () => {
  assert.ok(text.length < 100_000, `${text.length} bytes`);
  assert.equal(load(), text);
  assert.deepEqual(
    file.series.map((d) => d.id),
    Object.values(subjects).map((d) => d.id)
  );
  assert.equal(file.series.flatMap((d) => d.points).length, adoptionRows.length);
  for (const {source, confidence} of file.series.flatMap((d) => d.points)) assert.ok(source && confidence);
});

test("it holds the known fit of the downloads, and every curve leaves what it says it leaves", () => {
  const {fits, points} = of(subjects.downloads.id);
  const game = fits[0]!.result!;
  assert.deepEqual(
    game.parameters.map((v) => v.toFixed(2)),
    ["1.39", "0.92", "2.38", "0.07"]
  );
  assert.equal(game.rmse.toFixed(2), "1.75");
  for (const {result} of fits) {
    const square = result!.residuals.reduce((sum, r) => sum + r * r, 0) / points.length;
    assert.ok(Math.abs(Math.sqrt(square) - result!.rmse) < 1e-3);
    assert.equal(result!.ahead, null, "nothing came after the last figure");
  }
});

test("k is not identified: no k of the downloads fits a quarter worse than another, and J stays above J_c", () => {
  const {overCost} = of(subjects.downloads.id);
  const errors = overCost.map((d) => d.rmse);
  assert.ok(Math.max(...errors) < 1.25 * Math.min(...errors));
  for (const {ratio} of overCost) assert.ok(ratio > 1);
});

test("holding J or k can only cost, letting J go further can only help", () => {
  for (const {fits, overCoupling, overCost, wide} of file.series) {
    const {rmse} = fits[0]!.result!;
    for (const held of overCoupling) assert.ok(held.rmse >= rmse - 2e-3, `${held.rmse} ${rmse}`);
    assert.ok(wide.rmse <= rmse + 1e-3);
    assert.ok(Math.abs(overCost.find((d) => d.at === file.switchingCost)!.rmse - rmse) < 1e-4);
  }
});

test("bands hold the fit and reach to the end of the chart", () => {
  for (const {points, band, fits} of file.series) {
    const series = {time: points.map((d) => d.time), share: points.map((d) => d.percent / 100)};
    assert.equal(band.time.length, bandTimes(series).length);
    assert.ok(band.time.at(-1)! > series.time.at(-1)!);
    assert.ok(band.low.every((low, i) => low <= band.high[i]! && low >= 0 && band.high[i]! <= 1));
    const fit = fitCurve(series, migrationCurve(1));
    assert.ok(Math.abs(fit.rmse - fits[0]!.result!.rmse) < 1e-3);
    assert.equal(predict(fit, band.time).length, band.low.length);
  }
});

test("a fit to what was known leaves out curves that ask for more, and counts what came after", () => {
  const series = seriesOf(adoptionRows, subjects.downloads.id);
  const at = (until: number) => rivals(1).map((curve) => fitUntil(series, curve, until).summary);
  assert.deepEqual(
    at(2018).map(({known, needed, result}) => [known, needed, result !== null]),
    [
      [4, 5, false],
      [4, 3, true],
      [4, 4, true],
      [4, 4, true]
    ]
  );
  const game = at(2019)[0]!.result!;
  assert.deepEqual([game.residuals.length, game.errors.length], [6, 12]);
  assert.equal(game.ahead!.toFixed(1), "14.6");
  assert.ok(at(2010).every(({result}) => result === null));
});

test("the band was tried on series whose curve is known", () => {
  const {rows, sets} = file.coverage;
  assert.deepEqual(
    rows.map(({correlation, block}) => [correlation, block]),
    [
      [0, 1],
      [0.6, 1],
      [0.6, 3]
    ]
  );
  for (const row of rows) assert.ok(row.band >= 0 && row.band <= 1 && row.coupling <= sets);
});

test("a file that lacks a series or a column is refused", () => {
  assert.throws(() => checkFitsFile({...file, series: file.series.slice(1)}), /malformed/);
  assert.throws(() => checkFitsFile({...file, criticalCoupling: Number.NaN}), /malformed/);
});
