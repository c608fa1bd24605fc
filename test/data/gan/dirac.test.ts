import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {test} from "node:test";
import type {DiracFile} from "../../../models/gan/files.js";

test("the loader writes eigenvalues and multipliers over the penalty", () => {
  const {stdout, stderr, status} = spawnSync(process.execPath, ["--import", "tsx", "data/gan/dirac.json.ts"], {
    encoding: "utf8"
  });
  assert.equal(status, 0, stderr);
  const {rows}: DiracFile = JSON.parse(stdout);
  assert.equal(rows.length, 301);
  assert.deepEqual(rows[0], {
    gamma: 0,
    eigenvalues: [
      [0, 0.5],
      [0, -0.5]
    ],
    simultaneous: 1.00124922,
    alternating: 1
  });
  assert.deepEqual(rows[100]!.eigenvalues, [
    [-0.5, 0],
    [-0.5, 0]
  ]);
  assert.ok(stdout.length < 60_000);
});
