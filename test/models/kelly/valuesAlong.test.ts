import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {value} from "../../../models/kelly/value.js";
import {valuesAlong} from "../../../models/kelly/valuesAlong.js";

test("a curve holds the values of its wealths one by one", () => {
  fc.assert(
    fc.property(
      fc.double({min: 0.2, max: 0.95, noNaN: true}),
      fc.integer({min: 0, max: 400}),
      fc.array(fc.double({min: 0, max: 300, noNaN: true}), {maxLength: 30}),
      (edge, rounds, list) => {
        const wealth = Float64Array.from(list).sort();
        const found = valuesAlong({edge, ceiling: 250, rounds}, wealth);
        wealth.forEach((w, i) => {
          const expected = value({edge, ceiling: 250, rounds, wealth: w});
          assert.ok(Math.abs(found[i]! - expected) <= 1e-9, `${found[i]} is not ${expected}`);
        });
      }
    )
  );
  assert.throws(() => valuesAlong({edge: 0.6, ceiling: 250, rounds: 3}, Float64Array.of(2, 1)), RangeError);
});
