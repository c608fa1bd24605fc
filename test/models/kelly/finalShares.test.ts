import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {cumulative, finalShares} from "../../../models/kelly/finalShares.js";
import {gather} from "../../../models/kelly/outcome.js";
import {outcomeRow, rowWealths} from "../../../models/kelly/outcomeRow.js";
import {rosterIds, rosterStrategy} from "../../../models/kelly/roster.js";
import {flatStake, outcome} from "../../../models/kelly/strategies.js";

const game = {edge: 0.6, ceiling: 10, rounds: 4, wealth: 4};

test("each final wealth is counted once: the start as no loss, less than a cent as bust", () => {
  const atoms: [number, number][] = [
    [0, 0.1],
    [0.009, 0.1],
    [0.01, 0.2],
    [3.99, 0.1],
    [4, 0.15],
    [9.99, 0.05],
    [10, 0.3]
  ];
  const shares = finalShares(gather(atoms, game, 0), game);
  const close = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-12, `${a} ${b}`);
  close(shares.bust, 0.2);
  close(shares.below, 0.3);
  close(shares.above, 0.2);
  close(shares.ceiling, 0.3);
});

test("a walk that comes back to its start is not below it", () => {
  // Two flips of a dollar each: 5, 3 or back at 4 in half the paths.
  const shares = finalShares(outcome(flatStake(1), {...game, edge: 0.5, rounds: 2}), game);
  assert.deepEqual(shares, {bust: 0, below: 0.25, above: 0.75, ceiling: 0});
});

test("the cumulative chances rise to one, and count an atom at its own wealth", () => {
  const result = gather(
    [
      [0, 0.25],
      [5, 0.25],
      [10, 0.5]
    ],
    game,
    0
  );
  assert.deepEqual([...cumulative(result, [0, 4.99, 5, 9.99, 10])], [0.25, 0.25, 0.5, 0.5, 1]);
});

test("the rows of the roster are distributions, in any short game", () => {
  fc.assert(
    fc.property(
      fc.double({min: 0.3, max: 0.95, noNaN: true}),
      fc.integer({min: 1, max: 30}),
      fc.integer({min: 1, max: 99}),
      fc.constantFrom(...rosterIds),
      fc.double({min: 0, max: 1, noNaN: true}),
      (edge, rounds, wealth, id, fraction) => {
        const at = {edge, ceiling: 100, rounds, wealth};
        const row = outcomeRow(id, rosterStrategy(id, fraction), at);
        const {bust, below, above, ceiling} = row.shares;
        assert.ok(Math.abs(bust + below + above + ceiling - 1) < 1e-9);
        assert.ok([bust, below, above, ceiling].every((v) => v >= 0));
        assert.equal(row.cumulative.length, rowWealths(100).length);
        assert.ok(row.cumulative.every((v, i) => i === 0 || v >= row.cumulative[i - 1]!));
        assert.ok(Math.abs(row.cumulative.at(-1)! - 1) < 1e-9);
      }
    ),
    {numRuns: 40}
  );
});
