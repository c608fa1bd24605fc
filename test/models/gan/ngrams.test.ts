import assert from "node:assert/strict";
import {test} from "node:test";
import {Ngrams} from "../../../models/gan/ngrams.js";
import {random} from "../../../models/random.js";

const source = random("ngrams");
const texts = Array.from({length: 60}, () => Array.from({length: 8}, () => 1 + Math.floor(6 * source() ** 2)));

test("after any context the chances of all tokens are positive and add up to one", () => {
  for (const order of [1, 2, 3]) {
    const counted = new Ngrams(order, 8, texts);
    for (const context of [
      [0, 0],
      [1, 2],
      [6, 6],
      [7, 7],
      [3, 0]
    ]) {
      const chances = Array.from({length: 8}, (_, token) => counted.chance(context.slice(3 - order), token));
      assert.ok(chances.every((p) => p > 0));
      assert.ok(Math.abs(chances.reduce((a, b) => a + b) - 1) < 1e-12);
    }
  }
});

test("counts are those that can be made by hand", () => {
  // Tokens a = 1 and b = 2; texts “a b” and “a”, with the end 0 after each: a, b, 0, a, 0.
  const single = new Ngrams(1, 3, [[1, 2], [1]]);
  // Two a of five tokens of three kinds: (2 + 3 · ⅓) / (5 + 3).
  assert.ok(Math.abs(single.chance([], 1) - 3 / 8) < 1e-12);
  assert.ok(Math.abs(single.chance([], 2) - 2 / 8) < 1e-12);
  const pairs = new Ngrams(2, 3, [[1, 2], [1]]);
  // After a there were b and the end, once each: (1 + 2 · p(b)) / (2 + 2).
  assert.ok(Math.abs(pairs.chance([1], 2) - (1 + 2 * (2 / 8)) / 4) < 1e-12);
  const surprise = -(Math.log(pairs.chance([0], 1)) + Math.log(pairs.chance([1], 0))) / 2;
  assert.ok(Math.abs(pairs.surprise([[1]]) - surprise) < 1e-12);
});

test("one that has counted nothing holds all tokens alike", () => {
  assert.ok(Math.abs(new Ngrams(3, 5, []).surprise([[1, 2, 3]]) - Math.log(5)) < 1e-12);
  assert.throws(() => new Ngrams(0, 5, []), /order/);
  assert.throws(() => new Ngrams(2, 0, []), {name: "RangeError", message: /^tokens is 0/});
});

test("a context that is too short, and no texts, are refused", () => {
  const counted = new Ngrams(3, 8, texts);
  assert.throws(() => counted.chance([1], 2), {name: "RangeError", message: /^the length of the context is 1/});
  assert.equal(counted.chance([5, 1, 2], 3), counted.chance([1, 2], 3));
  assert.throws(() => counted.surprise([]), {name: "RangeError", message: /^the number of tokens is 0/});
});
