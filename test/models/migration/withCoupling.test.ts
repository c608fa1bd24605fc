import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {trajectory} from "../../../models/migration/meanField.js";
import {coupling} from "../../../models/migration/payoff.js";
import {withCoupling} from "../../../models/migration/withCoupling.js";
import {near} from "./reference.js";

test("J is what was asked for, and the mix stays", () => {
  const part = fc.integer({min: 1, max: 30}).map((i) => i / 10);
  fc.assert(
    fc.property(part, part, part, part, (networkBenefit, bitrot, bitcreep, strength) => {
      const p = withCoupling({networkBenefit, bitrot, bitcreep, shimNew: 0.4, advantage: 0.3}, strength);
      near(coupling(p), strength, 1e-12);
      near(p.bitrot / p.networkBenefit, bitrot / networkBenefit, 1e-12);
      near(p.bitcreep / p.networkBenefit, bitcreep / networkBenefit, 1e-12);
      assert.equal(p.advantage, 0.3);
    })
  );
  near(coupling(withCoupling({networkBenefit: 0, bitrot: 0, bitcreep: 0}, 2)), 2, 1e-12);
  assert.equal(coupling(withCoupling({}, 0)), 0);
});

test("any other mix of the same J moves the same way", () => {
  const one = trajectory(withCoupling({}, 2.5), {years: 20, step: 1}).share;
  const other = trajectory({networkBenefit: 2.5, bitrot: 0, bitcreep: 0}, {years: 20, step: 1}).share;
  one.forEach((share, i) => {
    near(share, other[i]!, 1e-9);
  });
});

test("bad input is named", () => {
  assert.throws(() => withCoupling({}, -1), /RangeError: strength is -1/);
  const weak = {networkBenefit: 0, bitrot: 0, bitcreep: 4, shimOld: 1, shimNew: 0.99};
  assert.throws(() => withCoupling(weak, 6), /RangeError: bitcreep is /);
});
