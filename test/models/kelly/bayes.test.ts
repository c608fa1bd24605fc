import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {headsOnlyValue, type UnknownEdgeGame} from "../../../models/kelly/bayes.js";
import {decisionTree} from "../../../models/kelly/decisionTree.js";

/** Every plan tried by recursion, with the sequence of flips so far spelled out rather than counted. */
function bruteForce({alpha, beta, ceiling, rounds, wealth}: UnknownEdgeGame, flips: boolean[] = []): number {
  if (flips.length === rounds) return wealth;
  const heads = (alpha + flips.filter((d) => d).length) / (alpha + beta + flips.length);
  let best = 0;
  for (let x = 0; x <= Math.min(wealth, ceiling - wealth); ++x) {
    const after = (win: boolean) =>
      bruteForce({alpha, beta, ceiling, rounds, wealth: win ? wealth + x : wealth - x, edge: 0.5}, [...flips, win]);
    best = Math.max(best, heads * after(true) + (1 - heads) * after(false));
  }
  return best;
}

const games = fc.record({
  alpha: fc.double({min: 0.2, max: 9, noNaN: true}),
  beta: fc.double({min: 0.2, max: 9, noNaN: true}),
  edge: fc.double({min: 0.05, max: 0.95, noNaN: true}),
  ceiling: fc.integer({min: 1, max: 8}),
  rounds: fc.integer({min: 0, max: 4}),
  part: fc.double({min: 0, max: 1, noNaN: true})
});

test("the value under a prior is that of a search of all plans", () => {
  fc.assert(
    fc.property(games, ({part, ...rest}) => {
      const game = {...rest, wealth: Math.round(part * rest.ceiling)};
      assert.ok(Math.abs(headsOnlyValue(game).believed - bruteForce(game)) < 1e-9);
    }),
    {numRuns: 150}
  );
});

test("what is believed is the mean over the prior of what happens", () => {
  // Beta(2, 1) has density 2p: Gauss–Legendre with five nodes is exact for the polynomials that four rounds make.
  const nodes = [0, 0.5384693101056831, -0.5384693101056831, 0.906179845938664, -0.906179845938664];
  const weights = [
    0.5688888888888889, 0.47862867049936647, 0.47862867049936647, 0.23692688505618908, 0.23692688505618908
  ];
  const game = {alpha: 2, beta: 1, ceiling: 12, rounds: 4, wealth: 5};
  let mean = 0;
  nodes.forEach((x, i) => {
    const edge = (1 + x) / 2;
    mean += (weights[i]! / 2) * 2 * edge * headsOnlyValue({...game, edge}).actual;
  });
  assert.ok(Math.abs(mean - headsOnlyValue({...game, edge: 0.5}).believed) < 1e-9);
});

test("a prior that is sure of the edge plays the decision tree", () => {
  const tree = decisionTree({edge: 0.6, ceiling: 30, rounds: 12, unit: 1}).value(7, 12);
  const sure = headsOnlyValue({alpha: 6e12, beta: 4e12, edge: 0.6, ceiling: 30, rounds: 12, wealth: 7});
  assert.ok(Math.abs(sure.believed - tree) < 1e-6);
  const unsure = headsOnlyValue({alpha: 1, beta: 1, edge: 0.6, ceiling: 30, rounds: 12, wealth: 7});
  assert.ok(unsure.actual < tree - 1e-3, "a plan made for a prior cannot beat the plan made for the edge");
});

test("a prior below one half does not bet", () => {
  const {believed, actual} = headsOnlyValue({alpha: 1, beta: 400, edge: 0.6, ceiling: 40, rounds: 10, wealth: 9});
  assert.equal(believed, 9);
  assert.equal(actual, 9);
});

test("bad input is named", () => {
  const game = {alpha: 8, beta: 4, edge: 0.6, ceiling: 30, rounds: 3, wealth: 7};
  assert.throws(() => headsOnlyValue({...game, alpha: 0}), {name: "RangeError", message: /^alpha is 0/});
  assert.throws(() => headsOnlyValue({...game, beta: Number.NaN}), /^RangeError: beta is NaN/);
  assert.throws(() => headsOnlyValue({...game, edge: 1}), /^RangeError: edge is 1/);
  assert.throws(() => headsOnlyValue({...game, ceiling: 2.5}), /^RangeError: ceiling is 2.5/);
  assert.throws(() => headsOnlyValue({...game, rounds: -1}), /^RangeError: rounds is -1/);
  assert.throws(() => headsOnlyValue({...game, wealth: 31}), /^RangeError: wealth is 31/);
});
