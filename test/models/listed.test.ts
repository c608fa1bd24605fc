import assert from "node:assert/strict";
import {test} from "node:test";
import {listed} from "../../models/listed.js";

test("lists are put in prose", () => {
  assert.deepEqual(
    [[], ["a"], ["a", "b"], ["a", "b", "c"]].map((parts) => listed(parts)),
    ["", "a", "a and b", "a, b and c"]
  );
});
