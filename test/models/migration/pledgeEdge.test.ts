import assert from "node:assert/strict";
import {test} from "node:test";
import {feasibleThresholds} from "../../../models/migration/interventions.js";

test("a pledge whose limit falls on a whole step of the search is found", () => {
  // Half of all sign whatever is asked: any threshold up to one half fires.
  const careless = {networkBenefit: 0, bitrot: 0, bitcreep: 0, advantage: 0, switchingCost: 0};
  assert.deepEqual(feasibleThresholds(careless), [[0, 0.5]]);
  // At Δq = k the threshold ½ is signed by exactly half, and opens the upper interval.
  const [, upper] = feasibleThresholds({advantage: 1, switchingCost: 1});
  assert.equal(upper![0], 0.5);
});
