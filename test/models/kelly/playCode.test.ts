import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {decodeStakes, encodeStakes} from "../../../models/kelly/playCode.js";

test("stakes survive the way through an address", () => {
  const stakes = fc.array(fc.integer({min: 0, max: 100_000}).map((cents) => cents / 100));
  fc.assert(
    fc.property(stakes, (list) => {
      const code = encodeStakes(list);
      assert.match(code, /^[\w-]*$/);
      assert.deepEqual(decodeStakes(code), list);
    })
  );
  assert.equal(encodeStakes([]), "");
  assert.equal(encodeStakes([0, 0.31, 0.32, 5]), "0vw1Qf");
});

test("a whole game of 500 flips stays under 2 kB", () => {
  assert.ok(encodeStakes(Array.from({length: 500}, () => 1000)).length <= 2000);
});

test("text that is no code is refused", () => {
  assert.throws(() => decodeStakes("5 5"), /code holds " "/);
  assert.throws(() => decodeStakes("5é"), RangeError);
  assert.throws(() => decodeStakes("w"), /middle of a stake/);
  assert.throws(() => decodeStakes(`${"_".repeat(9)}1`), /more than eight/);
});
