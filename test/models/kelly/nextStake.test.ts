import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {advise} from "../../../models/kelly/adviser.js";
import {defaultGame} from "../../../models/kelly/game.js";
import {nextStake, type StakeRule} from "../../../models/kelly/nextStake.js";
import {isCents} from "../../../models/kelly/play.js";

test("each rule goes on as it says", () => {
  const chosen = {stake: 5, wealth: 25};
  const at = (rule: StakeRule, wealth: number) => nextStake(rule, chosen, {...defaultGame, wealth});
  assert.equal(at("sum", 40), 5);
  assert.equal(at("sum", 3), 3);
  assert.equal(at("share", 40), 8);
  assert.equal(at("share", 30.03), 6);
  assert.equal(at("share", 240), 10);
  assert.equal(nextStake("share", {stake: 25, wealth: 25}, {...defaultGame, wealth: 240}), 240);
  assert.equal(at("kelly", 100), 20);
  assert.equal(at("best", 25), advise(defaultGame).stake);
  assert.equal(nextStake("share", {stake: 0, wealth: 0}, defaultGame), 0);
  assert.throws(() => at("sum", -1), /wealth is -1/);
});

test("whatever was chosen, the next stake is whole cents at hand", () => {
  fc.assert(
    fc.property(
      fc.constantFrom<StakeRule>("sum", "share", "kelly", "best"),
      fc.integer({min: 0, max: 25_000}),
      fc.integer({min: 0, max: 25_000}),
      fc.integer({min: 0, max: 25_000}),
      fc.integer({min: 0, max: 300}),
      (rule, a, b, held, rounds) => {
        const chosen = {stake: Math.min(a, b) / 100, wealth: Math.max(a, b) / 100};
        const stake = nextStake(rule, chosen, {...defaultGame, rounds, wealth: held / 100});
        assert.ok(isCents(stake) && stake >= 0 && stake <= held / 100, `${stake}`);
      }
    )
  );
});
