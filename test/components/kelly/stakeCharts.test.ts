import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {checkStakesFile, costLevels} from "../../../components/kelly/kellyCostField.js";
import {stakeChartOptions} from "../../../components/kelly/stakeChart.js";
import {lossOverStake, stakesOverTime} from "../../../components/kelly/stakeDetails.js";
import {defaultGame} from "../../../models/kelly/game.js";
import {plotText} from "./plotText.js";

test("the charts of any game can be drawn", () => {
  fc.assert(
    fc.property(
      fc.integer({min: 80, max: 190}).map((n) => n / 200),
      fc.integer({min: 1, max: 60}),
      fc.integer({min: 0, max: 500}).map((n) => n / 2),
      fc.constantFrom(320, 900),
      (edge, rounds, wealth, width) => {
        const game = {edge, ceiling: 250, rounds, wealth};
        for (const options of [stakeChartOptions(game, width), stakesOverTime(game, width), lossOverStake(game)])
          assert.doesNotMatch(plotText(options, width), /NaN|Infinity/);
      }
    ),
    {numRuns: 40}
  );
});

test("the band, and the axes under it, are the same for every edge above one half", () => {
  const band = (edge: number) => {
    const drawn = plotText(stakeChartOptions({...defaultGame, edge}, 900), 900);
    return {
      area: /<g aria-label="area"[\s\S]*?<\/g>/.exec(drawn)![0],
      axes: drawn.match(/<g aria-label="[xy]-axis tick label"[\s\S]*?<\/g>/g)!
    };
  };
  assert.deepEqual(band(0.51), band(0.6));
  assert.deepEqual(band(0.6), band(0.95));
});

test("a cost is dark where it is great, blank where there is none, and time runs to the right", () => {
  const file = {
    note: "",
    edge: 0.6,
    ceiling: 2,
    rounds: [1, 10],
    wealth: [0.5, 1.5],
    low: [0, 0, 0, 0],
    high: [0, 0, 0, 0],
    kellyCost: [4, 0, 0.1, 0]
  };
  assert.deepEqual(
    [...costLevels(checkStakesFile(file), 2)],
    [0, 0, Math.floor((255 * Math.log(100)) / Math.log(4000)), 255]
  );
  assert.throws(() => checkStakesFile({...file, low: [1]}), /malformed/);
  assert.throws(() => checkStakesFile({...file, kellyCost: [1, 2, 3, Number.NaN]}), /malformed/);
});
