import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {test} from "node:test";
import {checkStakesFile} from "../../../components/kelly/kellyCostField.js";
import type {HumansFile, OutcomesFile, StakesFile, StrategiesFile} from "../../../models/kelly/files.js";
import {meanOfParts} from "../../../models/kelly/people.js";
import {rosterIds} from "../../../models/kelly/roster.js";

function load<Data>(name: string): Data {
  const text = execFileSync(process.execPath, ["--import", "tsx", `data/kelly/${name}.json.ts`], {
    encoding: "utf8",
    maxBuffer: 1e8,
    stdio: ["ignore", "pipe", "ignore"]
  });
  assert.ok(text.length < 150_000, `${text.length} bytes`);
  return JSON.parse(text) as Data;
}

test("stakes.json is a full grid, and Kelly's cost at one flip is what it holds back", () => {
  const file = checkStakesFile(load<StakesFile>("stakes"));
  assert.equal(file.rounds[0], 1);
  assert.equal(file.rounds.at(-1), 300);
  const i = file.wealth.indexOf(101.25);
  assert.equal(file.low[i], 101.25);
  assert.equal(file.kellyCost[i], 16.2); // 0.2 × (101.25 − 20.25)
});

test("strategies.json holds the known payoffs", () => {
  const {byHorizon, byFraction} = load<StrategiesFile>("strategies");
  const end = (means: number[]) => means.at(-1)!.toFixed(3);
  assert.equal(end(byHorizon.optimal), "246.607");
  assert.equal(end(byHorizon.kellyCut), "237.359");
  assert.ok(Math.abs(byHorizon.kellyClipped.at(-1)! - 238.038) <= 0.0015);
  const at = (table: {fraction: number[]; mean: number[]}) => table.mean[table.fraction.indexOf(0.125)]!;
  assert.equal(at(byFraction.cut).toFixed(3), "242.044");
  assert.ok(Math.abs(at(byFraction.clipped) - 242.339) <= 0.02);
  assert.equal(Math.max(...byFraction.cut.mean), at(byFraction.cut));
});

test("outcomes.json: one mean for every optimal stake, and distributions that add up", () => {
  const {rows, wealth} = load<OutcomesFile>("outcomes");
  assert.deepEqual(
    rows.map((row) => row.id),
    [...rosterIds]
  );
  for (const {shares, cumulative} of rows) {
    assert.ok(Math.abs(shares.bust + shares.below + shares.above + shares.ceiling - 1) < 1e-4);
    assert.equal(cumulative.length, wealth.length);
  }
  const row = (id: string) => rows.find((d) => d.id === id)!;
  for (const id of ["optimalHigh", "optimalReplicating", "optimalLow"]) assert.equal(row(id).mean, 246.606623);
  assert.equal(row("optimalReplicating").shares.ceiling.toFixed(4), "0.9849");
  assert.equal(row("allIn").shares.ceiling, 0.1296);
});

test("humans.json agrees with itself: the parts give the mean as printed", () => {
  const file = load<HumansFile>("humans");
  assert.deepEqual(file.counts, {reachedCeiling: 13, bust: 17, others: 31});
  const mean = meanOfParts([
    {share: file.reachedCeiling, mean: 250},
    {share: file.bust, mean: 0},
    {share: 1 - file.reachedCeiling - file.bust, mean: file.meanOfOthers}
  ]);
  assert.equal(Math.round(mean), file.mean);
});
