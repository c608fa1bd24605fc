import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {test} from "node:test";
import {checkTruncation} from "../../../components/gan/truncationCharts.js";
import type {TruncationFile} from "../../../models/gan/files.js";

test("the loader judges faces from ψ = −1 to 1.2", () => {
  const text = execFileSync(process.execPath, ["--import", "tsx", "data/gan/truncation.json.ts"], {
    encoding: "utf8",
    env: {...process.env, THREE_GAMES_PROFILE: "smoke"},
    stdio: ["ignore", "pipe", "ignore"]
  });
  const file = checkTruncation(JSON.parse(text) as TruncationFile);
  assert.equal(file.rows[0]!.psi, -1);
  assert.equal(file.rows.at(-1)!.psi, 1.2);
  for (const {fd, coverage, sureness, asked} of [file.real, ...file.rows]) {
    assert.ok(fd > 0 && fd < 5);
    assert.ok(Number.isInteger(coverage) && coverage > 0 && coverage <= file.faces);
    assert.ok(sureness > 0 && sureness <= 1);
    assert.ok(asked > 0 && asked <= 1);
  }
  // Real faces are read right by a classifier that was trained on their like.
  assert.ok(file.real.asked > 0.9);
  assert.ok(file.rows.every(({fd}) => fd > file.real.fd / 2));
});
