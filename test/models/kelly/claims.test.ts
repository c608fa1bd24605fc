import assert from "node:assert/strict";
import {existsSync, readFileSync} from "node:fs";
import {test} from "node:test";
import {definitionLine, judge} from "../../../models/about/claims.js";
import {kellyClaims} from "../../../models/kelly/claims.js";

const rows = kellyClaims.map((claim) =>
  judge(claim, ({file, name}) => definitionLine(readFileSync(file, "utf8"), name))
);
const row = (id: string) => rows.find((d) => d.id === id)!;

test("each claim has a name of its own, words, and a line that defines what computes it", () => {
  assert.equal(new Set(rows.map((d) => d.id)).size, rows.length);
  for (const {id, claim, note, source, code, computed, verdict} of rows) {
    assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.ok(claim && note && source, id);
    assert.ok(claim.length <= 60, `${id}: too long for a chart: ${claim.length}`);
    assert.equal(computed === null, verdict === "cannot be computed");
    assert.equal(computed === null, code === null);
    const [file, line] = (code ?? "package.json#L1").split("#L");
    assert.ok(existsSync(file!), id);
    assert.ok(Number(line) >= 1, id);
  }
});

test("the line of a claim is the line of its definition", () => {
  const [file, line] = row("optimal-value").code!.split("#L");
  assert.match(readFileSync(file!, "utf8").split("\n")[Number(line) - 1]!, /^export function value\(/);
});

test("what reproduces", () => {
  for (const id of [
    "optimal-value",
    "optimal-value-cents",
    "human-share",
    "human-loss",
    "bayes-believed",
    "bayes-actual"
  ])
    assert.equal(row(id).verdict, "reproduces", id);
  assert.ok(Math.abs((row("bayes-believed").computed as number) - 207.2384338) < 1e-6);
  assert.ok(Math.abs((row("bayes-actual").computed as number) - 245.6762144) < 1e-6);
});

test("what differs, and by how much", () => {
  const differs = rows.filter((d) => d.verdict === "differs").map((d) => d.id);
  assert.deepEqual(differs, [
    "whole-dollars",
    "gain-over-kelly",
    "peak-lead-horizon",
    "peak-lead",
    "bayes-cost",
    "ceiling-drawn"
  ]);
  const near = (id: string, value: number, within: number) =>
    assert.ok(Math.abs((row(id).computed as number) - value) <= within, `${id}: ${row(id).computed}`);
  near("whole-dollars", 0.398573, 1e-6);
  near("gain-over-kelly", 8.5684, 1e-3);
  near("peak-lead-horizon", 30, 0);
  near("peak-lead", 34.37393, 1e-5);
  near("bayes-cost", 0.531835, 1e-6);
  assert.equal(row("ceiling-drawn").computed, "infinite mean; median $206, 85th percentile $2,834");
});
