import assert from "node:assert/strict";
import {test} from "node:test";
import {apart} from "../../components/field.js";

test("of labels that would lie on each other the first stays", () => {
  const at = (x: number, y: number) => ({x, y});
  assert.deepEqual(apart([at(0, 0), at(10, 10), at(0, 20), at(60, 5)]), [at(0, 0), at(0, 20), at(60, 5)]);
});
