import assert from "node:assert/strict";
import {test} from "node:test";
import {advise, kellyCents} from "../../../models/kelly/adviser.js";
import {defaultGame} from "../../../models/kelly/game.js";
import {account, playRule} from "../../../models/kelly/play.js";
import {rivals, wealthPath} from "../../../models/kelly/rivals.js";

test("a path holds the wealths of the same rule played out in full", () => {
  for (const seed of ["a", "b", "c"]) {
    const kelly = (wealth: number, rounds: number) => kellyCents({...defaultGame, wealth, rounds});
    const game = playRule(kelly, defaultGame, seed);
    const expected = [25, ...game.history.map((flip) => flip.wealth)];
    assert.deepEqual(Array.from(rivals(defaultGame, seed).kelly), expected);
  }
});

test("the optimal player gives nothing away but rounding to cents, and nearly always reaches the ceiling", () => {
  const best = (wealth: number, rounds: number) => advise({...defaultGame, wealth, rounds}).stake;
  assert.ok(account(playRule(best, defaultGame, "d")).loss < 0.02);
  let reached = 0;
  for (let seed = 0; seed < 40; ++seed) if (rivals(defaultGame, seed).optimum.at(-1) === 250) ++reached;
  // 98.5 % do: fewer than 36 of 40 has a chance below 1 in 4,000.
  assert.ok(reached >= 36, `${reached} of 40`);
});

test("a game without flips, money or room has a path of one point", () => {
  for (const change of [{rounds: 0}, {wealth: 0}, {wealth: 250}])
    assert.equal(wealthPath(() => 0, {...defaultGame, ...change}, 1).length, 1);
  assert.throws(() => rivals({...defaultGame, edge: 2}, 1), /edge is 2/);
});
