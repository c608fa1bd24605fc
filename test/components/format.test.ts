import assert from "node:assert/strict";
import {test} from "node:test";
import {count, dollars} from "../../components/format.js";

test("dollars are printed to the cent, small sums to two digits, what rounding left as nothing", () => {
  assert.equal(dollars(246.606), "$246.61");
  assert.equal(dollars(-1234.5), "−$1,234.50");
  assert.equal(dollars(0.0042), "$0.0042");
  assert.equal(dollars(3.2e-7), "$3.2e−7");
  for (const nothing of [0, -0, 9e-10, -9e-10, 5e-324]) assert.equal(dollars(nothing), "$0.00");
});

test("one flip, two flips", () => {
  assert.deepEqual(
    [0, 1, 2, 1500].map((n) => count(n, "flip")),
    ["0 flips", "1 flip", "2 flips", "1,500 flips"]
  );
});
