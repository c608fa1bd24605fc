import assert from "node:assert/strict";
import {test} from "node:test";
import {significant} from "../../models/round.js";

test("significant digits", () => {
  assert.equal(significant(246.606622959, 4), 246.6);
  assert.equal(significant(0.00032978, 3), 0.00033);
  assert.equal(significant(-1234.5, 2), -1200);
  assert.equal(significant(0, 3), 0);
  assert.throws(() => significant(1, 0), /digits is 0/);
});
