import assert from "node:assert/strict";
import {test} from "node:test";
import {
  baselines,
  bassCurve,
  type Curve,
  ceilingCurve,
  fitCurve,
  fitMigration,
  forecast,
  logisticCurve,
  migrationCurve,
  predict,
  seriesOf
} from "../../../models/migration/fit.js";
import {adoptionRows} from "../../../models/migration/fitFigures.js";
import {subjects} from "../../../models/migration/fitSubjects.js";
import {normal, random} from "../../../models/random.js";
import {squareBand} from "./statistics.js";

const time = Array.from({length: 18}, (_, i) => 2016 + i / 2);
const downloads = seriesOf(adoptionRows, subjects.downloads.id);
const range = (message: RegExp) => ({name: "RangeError", message});

function made(curve: Curve, at: readonly number[], noise: () => number = () => 0) {
  const share = new Float64Array(time.length);
  curve.shares(
    at,
    time.map((t) => t - time[0]!),
    share
  );
  return {time, share: Array.from(share, (x) => Math.min(1, Math.max(0, x + noise())))};
}

test("what made a series without scatter is found again, to 1e-6", (t) => {
  const cases: [Curve, number[]][] = [
    [migrationCurve(1), [1.4, 0.9, 2.4, 0.07]],
    [migrationCurve(1), [2.5, 0.5, 1.8, 0.2]],
    [migrationCurve(0), [0.6, 0.4, 3.2, 0.2]],
    [migrationCurve(2), [3, 1.2, 2, 0.05]],
    [logisticCurve, [0.9, 3.3]],
    [ceilingCurve, [1.1, 2.5, 0.7]],
    [bassCurve, [0.03, 0.6, 0.05]]
  ];
  let worst = 0;
  for (const [curve, at] of cases) {
    const fit = fitCurve(made(curve, at), curve);
    const gap = Math.max(...fit.parameters.map((v, j) => Math.abs(v - at[j]!)));
    worst = Math.max(worst, gap);
    assert.ok(gap < 1e-6, `${curve.id} ${at}: ${fit.parameters}`);
    assert.deepEqual(fit.atBound, []);
    assert.ok(fit.rmse < 1e-6);
  }
  t.diagnostic(`largest gap ${worst.toExponential(1)}`);
});

/** Standard errors of least squares: σ²(AᵀA)⁻¹, with A by differences. Two and four parameters are small enough for Gauss–Jordan. */
function standardErrors(curve: Curve, at: readonly number[], sigma: number): number[] {
  const size = at.length;
  const columns = at.map((v, j) => {
    const step = 1e-4 * Math.max(0.1, Math.abs(v));
    const moved = (d: number) =>
      made(
        curve,
        at.map((w, i) => (i === j ? w + d : w))
      ).share;
    const [up, down] = [moved(step), moved(-step)];
    return up.map((x, i) => (x - down[i]!) / (2 * step));
  });
  const rows = columns.map((a, i) => [
    ...columns.map((b) => a.reduce((sum, v, n) => sum + v * b[n]!, 0)),
    ...columns.map((_, j) => (i === j ? 1 : 0))
  ]);
  for (let i = 0; i < size; ++i) {
    const pivot = rows[i]![i]!;
    rows[i] = rows[i]!.map((v) => v / pivot);
    for (let r = 0; r < size; ++r) if (r !== i) rows[r] = rows[r]!.map((v, c) => v - rows[r]![i]! * rows[i]![c]!);
  }
  return at.map((_, i) => sigma * Math.sqrt(rows[i]![size + i]!));
}

test("with scatter, parameters miss by their standard errors: mean of z² in its 99.9 % band", (t) => {
  const sigma = 0.004; // so small that the curve is straight in its parameters over their errors
  for (const [curve, at, sets] of [
    [logisticCurve, [0.9, 3.3], 200],
    [migrationCurve(1), [1.4, 0.9, 2.4, 0.1], 30]
  ] as const) {
    const draw = normal(random(`fit ${curve.id}`), 0, sigma);
    const errors = standardErrors(curve, at, sigma);
    const squares = at.map(() => 0);
    for (let set = 0; set < sets; ++set) {
      const {parameters} = fitCurve(made(curve, at, draw), curve);
      parameters.forEach((v, j) => {
        squares[j]! += ((v - at[j]!) / errors[j]!) ** 2 / sets;
      });
    }
    const [low, high] = squareBand(sets);
    t.diagnostic(
      `${curve.id}: mean z² ${squares.map((v) => v.toFixed(2)).join(", ")}; band ${low.toFixed(2)} – ${high.toFixed(2)}`
    );
    for (const square of squares) assert.ok(square > low && square < high, `${curve.id}: ${squares}`);
  }
});

test("the figures that are quoted for the half-yearly downloads", () => {
  const {parameters, rmse, atBound} = fitMigration(downloads);
  const [pace, h, J, first] = parameters;
  assert.equal(pace!.toFixed(2), "1.39");
  assert.equal(h!.toFixed(3), "0.916");
  assert.equal(J!.toFixed(2), "2.38");
  assert.equal(first!.toFixed(3), "0.068");
  assert.equal(rmse.toFixed(2), "1.75");
  assert.deepEqual(atBound, []);
});

test("no point of a coarse grid, and no fit from random starts, is below the minima found", () => {
  const values = new Float64Array(18);
  for (const until of [2019, 2019.5, 2030]) {
    const known = downloads.time.filter((t) => t < until).length;
    const years = downloads.time.slice(0, known).map((t) => t - downloads.time[0]!);
    const curve = migrationCurve(1);
    const fit = fitCurve({time: downloads.time.slice(0, known), share: downloads.share.slice(0, known)}, curve);
    let least = Infinity;
    for (let pace = 0.1; pace < 4; pace *= 1.25)
      for (let h = -0.5; h <= 5; h += 0.25)
        for (let J = 0; J <= 5; J += 0.25)
          for (const first of [0.05, 0.065, 0.075, 0.085, 0.1]) {
            const to = values.subarray(0, known);
            curve.shares([pace, h, J, first], years, to);
            const squares = to.reduce((sum, x, i) => sum + (x - downloads.share[i]!) ** 2, 0);
            least = Math.min(least, squares);
          }
    assert.ok(fit.rmse <= 100 * Math.sqrt(least / known), `${until}: ${fit.rmse} ${100 * Math.sqrt(least / known)}`);
    const draw = random(`starts ${until}`);
    const scattered: Curve = {
      ...curve,
      starts: () => Array.from({length: 30}, () => curve.box.map(([low, high]) => low + (high - low) * draw()))
    };
    const other = fitCurve({time: downloads.time.slice(0, known), share: downloads.share.slice(0, known)}, scattered);
    assert.ok(fit.rmse <= other.rmse + 1e-4, `${until}: ${fit.rmse} ${other.rmse}`);
  }
});

test("the logistic on the downloads is where a fine grid has it", () => {
  const {parameters, rmse} = fitCurve(downloads, logisticCurve);
  let best = {squares: Infinity, rate: 0, midpoint: 0};
  for (let rate = 0.5; rate <= 1.5; rate += 0.005)
    for (let midpoint = 2.5; midpoint <= 4; midpoint += 0.005) {
      const squares = downloads.time.reduce(
        (sum, t, i) =>
          sum + (downloads.share[i]! - 1 / (1 + Math.exp(-rate * (t - downloads.time[0]! - midpoint)))) ** 2,
        0
      );
      if (squares < best.squares) best = {squares, rate, midpoint};
    }
  assert.ok(Math.abs(parameters[0]! - best.rate) < 0.005 && Math.abs(parameters[1]! - best.midpoint) < 0.005);
  assert.ok(Math.abs(rmse - 100 * Math.sqrt(best.squares / 18)) < 2e-3);
});

test("AICc is that of Hurvich and Tsai, and beyond reach with too few points", () => {
  const {rmse, aicc} = fitCurve(downloads, logisticCurve);
  const [n, k] = [18, 3]; // rate, midpoint and the spread of the residuals
  const expected = n * Math.log((rmse / 100) ** 2) + 2 * k + (2 * k * (k + 1)) / (n - k - 1);
  assert.ok(Math.abs(aicc - expected) < 1e-9);
  assert.equal(fitMigration(seriesOf(adoptionRows, subjects.git.id)).aicc, Infinity);
});

test("a parameter at an end of its range is named, others are not", () => {
  const {atBound} = fitCurve(downloads, ceilingCurve);
  assert.deepEqual(atBound, ["ceiling"]);
  assert.deepEqual(fitMigration(seriesOf(adoptionRows, subjects.git.id)).atBound, ["coupling"]);
  // A wider range lets J go where it would.
  const wide = fitCurve(seriesOf(adoptionRows, subjects.git.id), migrationCurve(1, 40));
  assert.deepEqual(wide.atBound, []);
  assert.ok(wide.parameters[2]! > 5 && wide.rmse < 1);
});

test("a fit predicts its own points, and the truth beyond them", () => {
  const truth = [1.4, 0.9, 2.4, 0.07];
  const series = made(migrationCurve(1), truth);
  const {fit, errors, rmse} = forecast(series, migrationCurve(1), 2021);
  assert.equal(fit.residuals.length, 10);
  assert.equal(errors.length, 8);
  assert.ok(rmse < 1e-4, `${rmse}`);
  assert.ok(Math.abs(predict(fit, [2024.5])[0]! - series.share[17]!) < 1e-6);
  const own = fitMigration(downloads);
  predict(own, downloads.time).forEach((x, i) => {
    assert.ok(Math.abs(x + own.residuals[i]! - downloads.share[i]!) < 1e-12);
  });
});

test("the forecasts that failed: 6 and 7 figures of the downloads", () => {
  const off = (curve: Curve, date: number) => forecast(downloads, curve, date);
  assert.equal(off(migrationCurve(1), 2019).fit.residuals.length, 6);
  assert.deepEqual(off(migrationCurve(1), 2019).fit.atBound, []);
  assert.ok(off(migrationCurve(1), 2019).rmse > 3 * off(logisticCurve, 2019).rmse);
  const seven = off(migrationCurve(1), 2019.5);
  assert.equal(seven.fit.residuals.length, 7);
  assert.deepEqual(seven.fit.atBound, ["coupling"]);
  assert.ok(seven.rmse > 1.5 * off(logisticCurve, 2019.5).rmse);
  assert.ok(off(migrationCurve(1), 2021.5).rmse < off(logisticCurve, 2021.5).rmse / 2);
});

test("too few points, and what else cannot be fitted, is named", () => {
  const few = {time: time.slice(0, 4), share: [0.1, 0.2, 0.3, 0.4]};
  assert.throws(() => fitMigration(few), range(/^series has 4 points, but must have at least 5$/));
  for (const curve of baselines) {
    const need = curve.names.length + 1;
    const short = {time: time.slice(0, need - 1), share: few.share.slice(0, need - 1)};
    assert.throws(() => fitCurve(short, curve), range(new RegExp(`at least ${need}$`)));
  }
  assert.throws(() => fitMigration(downloads, {switchingCost: -1}), range(/^switchingCost is -1/));
  assert.throws(() => fitMigration({...few, share: [0.1, 0.2, 0.3, 2]}), range(/^series has 4|^share/));
  assert.throws(() => forecast(downloads, migrationCurve(1), 2017), range(/at least 5$/));
  assert.throws(() => forecast(downloads, logisticCurve, 2030), range(/^date is 2030/));
  const fit = fitCurve(downloads, logisticCurve);
  assert.throws(() => predict(fit, [2010]), range(/^times\[0\] is 2010/));
  assert.throws(() => predict(fit, [2020, 2019]), range(/^times\[1\] is 2019/));
});

test("a series that stands still is fitted as such, without a number that is none", () => {
  for (const level of [0, 0.3, 1]) {
    const flat = {time: time.slice(0, 8), share: Array.from({length: 8}, () => level)};
    for (const curve of [migrationCurve(1), ...baselines]) {
      const fit = fitCurve(flat, curve);
      for (const v of [...fit.parameters, ...fit.residuals, fit.rmse]) assert.ok(Number.isFinite(v), `${curve.id}`);
    }
  }
});
