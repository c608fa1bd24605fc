import assert from "node:assert/strict";
import {test} from "node:test";
import {realPlaces} from "../../../models/gan/lineup.js";

test("the real face stands everywhere equally often", () => {
  const draws = 10_000;
  const counts = [0, 0, 0, 0, 0];
  for (const place of realPlaces(1000, 5, "a").concat(...Array.from({length: 9}, (_, i) => realPlaces(1000, 5, i))))
    ++counts[place]!;
  const error = Math.sqrt(draws * 0.2 * 0.8);
  for (const count of counts) assert.ok(Math.abs(count - draws / 5) < 4 * error, `${count}`);
});

test("a line-up of one face is no line-up", () => {
  assert.throws(() => realPlaces(3, 1, 1), /^RangeError: places is 1, but must be a whole number between 2 and 100/);
});
