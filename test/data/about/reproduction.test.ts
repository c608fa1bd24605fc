import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import type {ClaimRow} from "../../../models/about/claims.js";

test("the loader writes a row for each claim, with the line that computes it", () => {
  const {stdout, stderr, status} = spawnSync(process.execPath, ["--import", "tsx", "data/about/reproduction.json.ts"], {
    encoding: "utf8"
  });
  assert.equal(status, 0, stderr);
  const rows: ClaimRow[] = JSON.parse(stdout);
  assert.ok(rows.length > 25);
  for (const {id, claim, source, published, computed, verdict, code} of rows) {
    assert.ok([id, claim, source].every((text) => typeof text === "string" && text !== ""));
    assert.ok(published !== null && ["reproduces", "differs", "cannot be computed"].includes(verdict));
    if (computed === null || code === null) {
      assert.deepEqual([computed, code, verdict], [null, null, "cannot be computed"], id);
      continue;
    }
    const [, file, line] = /^(models\/(?:kelly|migration|gan)\/[\w/]+\.ts)#L(\d+)$/.exec(code)!;
    assert.match(readFileSync(file!, "utf8").split("\n")[Number(line) - 1]!, /^(export )?(function|const) \w+/, id);
  }
  const value = rows.find((d) => d.id === "optimal-value")!;
  assert.equal(value.computed, 246.606623);
  // The first game's rows come first, as they were before there was a second.
  const first = rows.findIndex((d) => d.group.startsWith("Platform wars"));
  const third = rows.findIndex((d) => d.group.startsWith("Forgers"));
  assert.ok(first > 25 && third > first);
  assert.ok(rows.slice(first, third).every((d) => d.group.startsWith("Platform wars")));
  assert.ok(rows.slice(third).every((d) => d.group.startsWith("Forgers")));
  assert.equal(rows.find((d) => d.id === "dirac-eigenvalues")!.computed, 0.5);
  assert.equal(rows.filter((d) => d.group === "Platform wars: the fourteen claims").length, 14);
  assert.equal(new Set(rows.map((d) => d.id)).size, rows.length);
  assert.equal(rows.find((d) => d.id === "war-critical")!.computed, 1);
});
