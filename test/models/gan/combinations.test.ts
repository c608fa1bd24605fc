import assert from "node:assert/strict";
import {test} from "node:test";
import {
  combinationCount,
  combinationKinds,
  differences,
  distinctCombinations,
  labelKey,
  repeatCount,
  valueChances
} from "../../../models/gan/combinations.js";
import {attributeNames, drawLabels} from "../../../models/gan/faceLabels.js";
import {integer, random} from "../../../models/random.js";

test("there are 16 · 8 · 4 · 6 · 6 · 3 · 5 combinations, and their chances add up to 1", () => {
  assert.equal(combinationCount, 276_480);
  const kinds = combinationKinds();
  assert.equal(
    kinds.reduce((sum, {count}) => sum + count, 0),
    combinationCount
  );
  const total = kinds.reduce((sum, {count, chance}) => sum + count * chance, 0);
  assert.ok(Math.abs(total - 1) < 1e-12);
  for (const name of attributeNames) assert.ok(Math.abs(valueChances(name).reduce((a, b) => a + b) - 1) < 1e-12, name);
});

test("few draws of few combinations: mean and deviation agree with all cases counted out", () => {
  // Three combinations with chances ½, ¼, ¼ and three draws: 27 cases.
  const chances = [0.5, 0.25, 0.25];
  let mean = 0;
  let square = 0;
  for (let a = 0; a < 3; ++a)
    for (let b = 0; b < 3; ++b)
      for (let c = 0; c < 3; ++c) {
        const weight = chances[a]! * chances[b]! * chances[c]!;
        const distinct = new Set([a, b, c]).size;
        mean += weight * distinct;
        square += weight * distinct ** 2;
      }
  const found = distinctCombinations(3, [
    {count: 1, chance: 0.5},
    {count: 2, chance: 0.25}
  ]);
  assert.ok(Math.abs(found.mean - mean) < 1e-12);
  assert.ok(Math.abs(found.sd - Math.sqrt(square - mean ** 2)) < 1e-12);
});

test("the birthday problem: 23 people have two with one birthday more often than not", () => {
  // All distinct just if there are 23 distinct: from the mean alone, 22.3 or so.
  const {mean, sd} = distinctCombinations(23, [{count: 365, chance: 1 / 365}]);
  assert.ok(Math.abs(mean - 365 * (1 - (364 / 365) ** 23)) < 1e-10);
  const pick = integer(random("birthdays"), 1, 365);
  const draws = Array.from({length: 4000}, () => new Set(Array.from({length: 23}, pick)).size);
  const average = draws.reduce((a, b) => a + b) / draws.length;
  assert.ok(Math.abs(average - mean) < (4 * sd) / Math.sqrt(draws.length), `${average} against ${mean}`);
  const variance = draws.reduce((sum, v) => sum + (v - average) ** 2, 0) / (draws.length - 1);
  assert.ok(Math.abs(variance / sd ** 2 - 1) < 0.1);
});

test("repeats among drawn labels are as many as chance makes", (t) => {
  const count = 10_000;
  const {mean, sd} = distinctCombinations(count, combinationKinds());
  const found = repeatCount(drawLabels(count, "faces").map(labelKey));
  t.diagnostic(`${found} repeats, expected ${(count - mean).toFixed(1)} ± ${sd.toFixed(1)}`);
  assert.ok(Math.abs(found - (count - mean)) < 4 * sd);
});

test("labels differ where they differ", () => {
  const [label] = drawLabels(1, 1);
  assert.deepEqual(differences(label!, label!), []);
  assert.deepEqual(differences(label!, {...label!, skin: (label!.skin + 1) % 4}), ["skin"]);
});
