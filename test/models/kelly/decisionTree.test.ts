import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {decisionTree} from "../../../models/kelly/decisionTree.js";
import {value} from "../../../models/kelly/value.js";
import {exactTree, ratio} from "./exact.js";

const game = {edge: 0.6, ceiling: 250, rounds: 300, unit: 1};
const edges = fc.integer({min: 1, max: 999}).map((i) => i / 1000);

function near(actual: number, expected: number, tolerance: number, what = ""): void {
  const gap = Math.abs(actual - expected);
  assert.ok(gap <= tolerance, `${what} ${actual} is ${gap} from ${expected}`);
}

/** The game as its rules read: every stake of every wealth, in units. */
function scan(edge: number, units: number, rounds: number): number[][] {
  const rows = [Array.from({length: units + 1}, (_, w) => w)];
  for (let b = 1; b <= rounds; ++b) {
    const later = rows[b - 1]!;
    rows.push(
      later.map((_, w) => {
        let best = 0;
        for (let x = 0; x <= Math.min(w, units - w); ++x)
          best = Math.max(best, edge * later[w + x]! + (1 - edge) * later[w - x]!);
        return best;
      })
    );
  }
  return rows;
}

test("decisionTree gives the known answers in dollars and in cents", () => {
  const dollars = decisionTree(game);
  near(dollars.value(25, 300), 246.208049, 5e-7);
  const cents = decisionTree({...game, unit: 0.01});
  assert.equal(cents.units, 25000);
  near(cents.value(25, 300), 246.60629318, 5e-9);
});

test("every entry equals a scan of every stake", () => {
  fc.assert(
    fc.property(edges, fc.integer({min: 1, max: 90}), fc.integer({min: 0, max: 40}), (edge, units, rounds) => {
      const tree = decisionTree({edge, ceiling: units, rounds, unit: 1});
      scan(edge, units, rounds).forEach((row, b) => {
        const ours = tree.row(b);
        assert.equal(ours.length, units + 1);
        row.forEach((v, w) => {
          near(ours[w]!, v, 1e-12 * units, `V(${w}, ${b}) at ${edge} of ${units}`);
          assert.equal(tree.value(w, b), ours[w]);
        });
      });
    }),
    {numRuns: 150}
  );
});

test("a long game on one table equals a scan of every stake", () => {
  for (const edge of [0.501, 0.6, 0.9, 0.999]) {
    const tree = decisionTree({edge, ceiling: 5, rounds: 300, unit: 0.05});
    scan(edge, 100, 300).forEach((row, b) => {
      row.forEach((v, w) => {
        near(tree.row(b)[w]!, 0.05 * v, 1e-11, `V(${w}, ${b}) at ${edge}`);
      });
    });
  }
});

test("values and smallest stakes equal those of whole-number arithmetic", () => {
  let ties = 0;
  for (const [units, rounds, heads] of [
    [16, 4, 6],
    [13, 5, 7],
    [40, 6, 6],
    [100, 5, 9],
    [7, 8, 4],
    [9, 3, 5]
  ] as const) {
    const rows = exactTree(units, rounds, heads, 10);
    const tree = decisionTree({edge: heads / 10, ceiling: units, rounds, unit: 1});
    for (let b = 1; b <= rounds; ++b) {
      const stakes = tree.stakes(b);
      for (let w = 0; w <= units; ++w) {
        const most = Math.min(w, units - w);
        const worth = Array.from({length: most + 1}, (_, x) => {
          return BigInt(heads) * rows[b - 1]![w + x]! + BigInt(10 - heads) * rows[b - 1]![w - x]!;
        });
        const best = rows[b]![w]!;
        ties += Number(worth.filter((v) => v === best).length > 1);
        near(tree.value(w, b), ratio(best, 10n ** BigInt(b)), 1e-12, `V(${w}, ${b})`);
        assert.equal(tree.stake(w, b), worth.indexOf(best), `stake at (${w}, ${b}) of ${units}`);
        assert.equal(stakes[w], worth.indexOf(best));
      }
    }
  }
  assert.ok(ties > 100, `only ${ties} ties were tried`);
});

test("the smallest stake of the dollar game attains its value and one less does not", () => {
  const tree = decisionTree(game);
  for (let b = 1; b <= 300; b += 13) {
    const later = tree.row(b - 1);
    const stakes = tree.stakes(b);
    stakes.forEach((x, w) => {
      assert.equal(tree.stake(w, b), x);
      const best = tree.value(w, b);
      const worth = (stake: number) => 0.6 * later[w + stake]! + 0.4 * later[w - stake]!;
      near(worth(x), best, 2e-12 * best);
      for (let less = 0; less < x; ++less) assert.ok(worth(less) < best * (1 - 0.9e-12), `${less} at (${w}, ${b})`);
    });
  }
});

test("divisible money is worth no less, and as much where every knot is a whole number of units", () => {
  fc.assert(
    fc.property(edges, fc.integer({min: 1, max: 64}), fc.integer({min: 0, max: 30}), (edge, units, rounds) => {
      const tree = decisionTree({edge, ceiling: 250, rounds, unit: 250 / units});
      tree.row(rounds).forEach((v, w) => {
        const divisible = value({edge, ceiling: 250, rounds, wealth: (250 * w) / units});
        assert.ok(v <= divisible + 1e-10, `${v} above ${divisible}`);
      });
    }),
    {numRuns: 100}
  );
  for (const edge of [0.501, 0.6, 0.99])
    for (let rounds = 0; rounds <= 12; ++rounds) {
      const tree = decisionTree({edge, ceiling: 2 ** rounds, rounds, unit: 1});
      tree.row(rounds).forEach((v, w) => {
        near(v, value({edge, ceiling: 2 ** rounds, rounds, wealth: w}), 1e-12 * 2 ** rounds);
      });
    }
});

test("rows rise and are concave, to rounding, at the end of a long game", () => {
  for (const edge of [0.51, 0.6, 0.95]) {
    const row = decisionTree({...game, rounds: 2000, edge}).row(2000);
    assert.equal(row[250], 250);
    for (let w = 1; w < 250; ++w) {
      assert.ok(row[w]! >= row[w - 1]! - 1e-12);
      assert.ok(2 * row[w]! >= row[w - 1]! + row[w + 1]! - 1e-11);
    }
  }
});

test("without an edge the value is the wealth and the stake nothing", () => {
  for (const edge of [0.1, 0.5]) {
    const tree = decisionTree({...game, edge, rounds: 5});
    for (const w of [0, 1, 25, 249, 250]) {
      assert.equal(tree.value(w, 5), w);
      assert.equal(tree.stake(w, 5), 0);
    }
    assert.ok(tree.stakes(5).every((x) => x === 0));
  }
});

test("wealth in units forgives rounding but not a part of a unit", () => {
  const tree = decisionTree({...game, unit: 0.01, rounds: 3});
  assert.equal(tree.value(0.07, 0), 0.07);
  assert.equal(tree.value(0.1 + 0.2, 3), tree.row(3)[30]);
  assert.equal(tree.value(400, 3), 250);
  assert.equal(tree.stake(400, 3), 0);
  assert.throws(() => tree.value(0.005, 3), /^RangeError: wealth is 0.005, .*whole number of units of 0.01 dollars/);
  assert.throws(() => tree.stake(0.10001, 3), /^RangeError: wealth is 0.10001, /);
  assert.equal(decisionTree({...game, ceiling: 0.3, unit: 0.1, rounds: 1}).units, 3);
});

test("onRow hears of each row, and into is filled", () => {
  const heard: number[] = [];
  const into = new Float64Array(251 * 6).fill(-1);
  const tree = decisionTree({...game, rounds: 5}, {onRow: (b) => heard.push(b), into});
  assert.deepEqual(heard, [1, 2, 3, 4, 5]);
  assert.equal(tree.values, into);
  assert.deepEqual(into, decisionTree({...game, rounds: 5}).values);
});

test("bad input gets a RangeError with parameter, value and range", () => {
  assert.throws(() => decisionTree({...game, edge: 0}), /^RangeError: edge is 0, /);
  assert.throws(() => decisionTree({...game, ceiling: -1}), /^RangeError: ceiling is -1, /);
  assert.throws(() => decisionTree({...game, rounds: 0.5}), /^RangeError: rounds is 0.5, /);
  for (const unit of [0, -1, 251, Number.NaN, Infinity])
    assert.throws(
      () => decisionTree({...game, unit}),
      new RegExp(`^RangeError: unit is ${unit}, .*above 0 and at most the ceiling of 250`)
    );
  assert.throws(() => decisionTree({...game, unit: 3}), /^RangeError: ceiling is 250, .*units of 3 dollars/);
  assert.throws(() => decisionTree({...game, unit: 0.0001}), /^RangeError: .*is 752500301, .*at most 33554432 values/);
  assert.throws(() => decisionTree(game, {into: new Float64Array(9)}), /^RangeError: into.length is 9, .*75551/);
  const tree = decisionTree({...game, rounds: 4});
  assert.throws(() => tree.value(25, 5), /^RangeError: rounds is 5, .*between 0 and 4/);
  assert.throws(() => tree.row(-1), /^RangeError: rounds is -1, /);
  assert.throws(() => tree.stakes(1.5), /^RangeError: rounds is 1.5, /);
  assert.throws(() => tree.value(-1, 4), /^RangeError: wealth is -1, /);
});
