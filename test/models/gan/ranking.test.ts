import assert from "node:assert/strict";
import {test} from "node:test";
import {rankChance} from "../../../models/gan/ranking.js";
import {normal, random} from "../../../models/random.js";

test("the chance agrees with all pairs counted out, ties half", () => {
  const good = [3, 1, 2, 2, 5];
  const bad = [2, 0, 3, 1];
  let wins = 0;
  for (const a of good) for (const b of bad) wins += a > b ? 1 : a === b ? 0.5 : 0;
  assert.ok(Math.abs(rankChance(good, bad).chance - wins / 20) < 1e-12);
  assert.deepEqual(rankChance([3, 4], [1, 2]), {chance: 1, error: 0});
});

test("the standard error is the deviation over many repetitions", (t) => {
  const source = random("ranking");
  const high = normal(source, 1);
  const low = normal(source);
  const runs = Array.from({length: 400}, () =>
    rankChance(Array.from({length: 60}, high), Array.from({length: 40}, low))
  );
  const mean = runs.reduce((sum, {chance}) => sum + chance, 0) / runs.length;
  const deviation = Math.sqrt(runs.reduce((sum, {chance}) => sum + (chance - mean) ** 2, 0) / (runs.length - 1));
  const error = Math.sqrt(runs.reduce((sum, run) => sum + run.error ** 2, 0) / runs.length);
  t.diagnostic(`deviation ${deviation}, standard error ${error}`);
  // Φ(1 / √2).
  assert.ok(Math.abs(mean - 0.76025) < (4 * deviation) / 20);
  assert.ok(Math.abs(error / deviation - 1) < 0.15);
});

test("too few scores to tell a spread from are refused", () => {
  assert.throws(() => rankChance([], [1, 2]), {name: "RangeError", message: /^the number of good scores is 0/});
  assert.throws(() => rankChance([1, 2], [1]), {name: "RangeError", message: /^the number of bad scores is 1/});
});
