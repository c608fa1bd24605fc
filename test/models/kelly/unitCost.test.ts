import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {decisionTree} from "../../../models/kelly/decisionTree.js";
import {defaultGame} from "../../../models/kelly/game.js";
import {nearestPlace, unitCosts, unitPlaces} from "../../../models/kelly/unitCost.js";
import {value} from "../../../models/kelly/value.js";

test("places rise from one unit to all of them, every small one among them", () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 30_000}), fc.integer({min: 2, max: 300}), (units, most) => {
      const places = unitPlaces(units, most);
      assert.ok(places.length <= most);
      assert.equal(places[0], 1);
      assert.equal(places.at(-1), units);
      for (let i = 1; i < places.length; ++i) assert.ok(places[i]! > places[i - 1]!);
    })
  );
  assert.deepEqual(
    Array.from(unitPlaces(250, 200).subarray(0, 20)),
    Array.from({length: 20}, (_, i) => i + 1)
  );
  assert.throws(() => unitPlaces(0, 10), /units is 0/);
  assert.throws(() => unitPlaces(10, 1), /most is 1/);
});

test("the nearest place is the nearest in logarithm", () => {
  const places = unitPlaces(25_000, 60);
  fc.assert(
    fc.property(fc.double({min: 0.5, max: 30_000, noNaN: true}), (units) => {
      const distance = (n: number) => Math.abs(Math.log(n / units));
      const found = distance(places[nearestPlace(places, units)]!);
      for (const place of places) assert.ok(found <= distance(place) + 1e-12);
    })
  );
  assert.equal(nearestPlace([1], 7), 0);
});

test("whole dollars cost $0.40 from $25, and two thirds of what a single dollar is worth", () => {
  const {units, places, whole, cost} = unitCosts({...defaultGame, unit: 1}, 200);
  assert.equal(units, 250);
  const at = (dollars: number) => 300 * places.length + places.indexOf(dollars);
  assert.ok(Math.abs(whole[places.indexOf(25)]! - 246.208049) < 1e-6);
  assert.ok(Math.abs(cost[at(25)]! - 0.398573) < 1e-5);
  assert.ok(Math.abs(cost[at(1)]! - 120.7686) < 1e-3);
});

test("the cost is the closed form less the tree, never below 0, and none at the ceiling or at the end", () => {
  fc.assert(
    fc.property(
      fc.double({min: 0.3, max: 0.95, noNaN: true}),
      fc.integer({min: 1, max: 60}),
      fc.integer({min: 0, max: 40}),
      fc.constantFrom(0.01, 0.5, 1),
      (edge, units, rounds, unit) => {
        const game = {edge, ceiling: units * unit, rounds, unit};
        const {places, cost} = unitCosts(game, 40);
        const tree = decisionTree(game);
        for (let b = 0; b <= rounds; b += 7) {
          for (let i = 0; i < places.length; ++i) {
            const wealth = (game.ceiling * places[i]!) / units;
            const gap = value({...game, rounds: b, wealth}) - tree.row(b)[places[i]!]!;
            const found = cost[b * places.length + i]!;
            assert.ok(found >= 0 && Math.abs(found - gap) <= 2e-9 * game.ceiling + 1e-6 * gap, `${found} and ${gap}`);
          }
          assert.equal(cost[b * places.length + places.length - 1], 0);
        }
        for (let i = 0; i < places.length; ++i) assert.equal(cost[i], 0);
      }
    ),
    {numRuns: 60}
  );
});

test("rows are reported as they are done, and what the tree refuses is refused", () => {
  const rows: number[] = [];
  unitCosts({edge: 0.6, ceiling: 10, rounds: 4, unit: 1}, 10, {onRow: (row) => rows.push(row)});
  assert.deepEqual(rows, [1, 2, 3, 4]);
  assert.throws(() => unitCosts({edge: 0.6, ceiling: 10, rounds: 4, unit: 3}, 10), /ceiling is 10/);
});

test("room that is passed is used, and changes nothing", () => {
  const game = {edge: 0.6, ceiling: 40, rounds: 12, unit: 1};
  const plain = unitCosts(game, 15);
  const room = {into: new Float64Array(13 * 41).fill(7), scratch: new Float64Array(1000).fill(7)};
  assert.deepEqual(unitCosts(game, 15, room), plain);
  assert.throws(() => unitCosts(game, 15, {scratch: new Float64Array(3)}), /into\.length is 3/);
  assert.throws(() => unitCosts(game, 15, {into: new Float64Array(3)}), /into\.length is 3/);
});
