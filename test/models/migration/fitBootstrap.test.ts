import assert from "node:assert/strict";
import {test} from "node:test";
import {
  bootstrap,
  fitCurve,
  fitMigration,
  logisticCurve,
  seriesOf,
  startBootstrap
} from "../../../models/migration/fit.js";
import {coverage} from "../../../models/migration/fitCoverage.js";
import {adoptionRows} from "../../../models/migration/fitFigures.js";
import {subjects} from "../../../models/migration/fitSubjects.js";

const downloads = seriesOf(adoptionRows, subjects.downloads.id);
const logistic = fitCurve(downloads, logisticCurve);
const {time} = downloads;
const range = (message: RegExp) => ({name: "RangeError", message});

test("a seed gives the same band, another seed another", () => {
  const band = (seed: string) => bootstrap(downloads, logistic, {times: time, seed, rounds: 40});
  assert.deepEqual(band("a"), band("a"));
  assert.notDeepEqual(band("a").low, band("b").low);
});

test("a few rounds at a time come to the same as all at once", () => {
  const options = {times: time, seed: 1, rounds: 23, block: 3};
  const run = startBootstrap(downloads, logistic, options);
  assert.throws(() => run.result(), range(/^rounds is 0/));
  const done: number[] = [];
  while (done.at(-1) !== 23) done.push(run.advance(5));
  assert.deepEqual(done, [5, 10, 15, 20, 23]);
  assert.equal(run.advance(5), 23);
  assert.deepEqual(run.result(), bootstrap(downloads, logistic, options));
});

test("the band holds the fit, widens with the levels and shrinks to nothing without scatter", () => {
  const {low, high, parameters} = bootstrap(downloads, logistic, {times: time, seed: 1});
  const wide = bootstrap(downloads, logistic, {times: time, seed: 1, levels: [0.01, 0.99]});
  time.forEach((_, i) => {
    const x = downloads.share[i]! - logistic.residuals[i]!;
    assert.ok(low[i]! <= x + 0.01 && x - 0.01 <= high[i]!);
    assert.ok(wide.low[i]! <= low[i]! && high[i]! <= wide.high[i]!);
  });
  for (const [a, b] of parameters) assert.ok(a < b);
  const clean = {time, share: Array.from(downloads.share, (x, i) => x - logistic.residuals[i]!)};
  const bare = bootstrap(clean, fitCurve(clean, logisticCurve), {times: time, seed: 1, rounds: 20});
  time.forEach((_, i) => {
    assert.ok(bare.high[i]! - bare.low[i]! < 1e-6);
  });
});

test("a block as long as the series can only be turned round: every seed meets the same bands", () => {
  const count = time.length;
  const {parameters} = bootstrap(downloads, logistic, {
    times: time,
    seed: 1,
    rounds: 400,
    block: count,
    levels: [0, 1]
  });
  const again = bootstrap(downloads, logistic, {times: time, seed: 2, rounds: 400, block: count, levels: [0, 1]});
  parameters.forEach((ends, j) => {
    ends.forEach((end, k) => {
      assert.ok(Math.abs(end - again.parameters[j]![k]!) < 1e-5, "all turns are met, whatever the seed");
    });
  });
});

test("refits at an end of a range are counted", () => {
  const git = seriesOf(adoptionRows, subjects.git.id);
  const {atBound, parameters} = bootstrap(git, fitMigration(git), {times: git.time, seed: 1, rounds: 30});
  assert.ok(atBound[2]! > 5 && atBound[2]! <= 30);
  assert.equal(parameters[2]![1], 5);
});

test("bad options are named", () => {
  const run = (options: object) => () => bootstrap(downloads, logistic, {times: time, seed: 1, rounds: 5, ...options});
  assert.throws(run({rounds: 1}), range(/^rounds is 1/));
  assert.throws(run({block: 0}), range(/^block is 0, but must be a whole number between 1 and 18/));
  assert.throws(run({block: 19}), range(/^block is 19/));
  assert.throws(run({levels: [0.05, 1.2]}), range(/^levels is 1.2/));
  assert.throws(run({times: [2000]}), range(/^times\[0\] is 2000/));
  assert.throws(run({seed: Number.NaN}), range(/^seed is NaN/));
  for (const [option, value] of [
    ["sets", 1],
    ["scatter", -1],
    ["correlation", 1]
  ] as const)
    assert.throws(
      () => coverage(logistic, time, {seed: 1, sets: 2, scatter: 0.02, [option]: value}),
      range(new RegExp(`^${option} is ${value}`))
    );
});

/** The binomial standard error of a rate among so many. */
const binomial = (rate: number, count: number) => Math.sqrt((rate * (1 - rate)) / count);

test("the 90 % interval holds the truth nearly as often as it says, and far less where neighbours are tied", (t) => {
  const sets = 240;
  const options = {seed: "coverage", sets, rounds: 80, scatter: 0.02};
  const free = coverage(logistic, time, options);
  const tied = coverage(logistic, time, {...options, correlation: 0.6});
  const blocks = coverage(logistic, time, {...options, correlation: 0.6, block: 3});
  for (const [name, {band, bandError, parameters}] of Object.entries({free, tied, blocks})) {
    const rates = parameters.map((n) => `${(n / sets).toFixed(3)} ± ${binomial(n / sets, sets).toFixed(3)}`);
    t.diagnostic(
      `logistic, ${name}: band ${band.toFixed(3)} ± ${bandError.toFixed(3)}; parameters ${rates.join(", ")}`
    );
  }
  // The percentile interval of so few points is known to fall a little short of its level.
  for (const n of free.parameters) {
    const rate = n / sets;
    assert.ok(rate > 0.8 - 3 * binomial(0.8, sets) && rate < 0.9 + 4 * binomial(0.9, sets), `${rate}`);
  }
  assert.ok(free.band > 0.8 - 3 * free.bandError && free.band < 0.9 + 4 * free.bandError, `${free.band}`);
  assert.ok(tied.band < free.band - 5 * Math.hypot(tied.bandError, free.bandError), "tied neighbours narrow it");
});

test("the game's own band and intervals on made-up downloads", (t) => {
  const sets = 16;
  const {band, bandError, parameters} = coverage(fitMigration(downloads), time, {
    seed: "game",
    sets,
    rounds: 40,
    scatter: 0.0175
  });
  const rates = parameters.map((n) => `${n} of ${sets}`);
  t.diagnostic(`game: band ${band.toFixed(3)} ± ${bandError.toFixed(3)}; λ, h, J, x₀: ${rates.join(", ")}`);
  assert.ok(Math.abs(band - 0.87) < 4 * bandError + 0.04, `${band} ± ${bandError}`);
  for (const n of parameters) assert.ok(n >= 9, `${rates}`); // 16 draws at 0.85 fall below 9 once in a thousand
});
