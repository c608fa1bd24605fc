import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {test} from "node:test";
import {checkPlaneFile} from "../../../components/gan/planeSeeds.js";
import type {PlaneFile} from "../../../models/gan/files.js";
import {planeOutcome, planeWays} from "../../../models/gan/planeStudy.js";

const text = execFileSync(process.execPath, ["--import", "tsx", "data/gan/plane.json.ts"], {
  encoding: "utf8",
  env: {...process.env, THREE_GAMES_PROFILE: "smoke"},
  stdio: ["ignore", "pipe", "ignore"]
});
const file = checkPlaneFile(JSON.parse(text) as PlaneFile);

test("plane.json is small, and everything in it is where it can be", () => {
  assert.ok(text.length < 20_000, `${text.length} bytes`);
  assert.ok(!text.includes("null"));
  assert.equal(file.ways.length, planeWays.length);
  assert.ok(file.floor.js[0] > 0 && file.floor.js[0] < file.floor.js[1]);
  for (const {outcomes} of file.ways)
    for (const {hit, near, js} of outcomes)
      assert.ok(
        Number.isInteger(hit) && hit >= 0 && hit <= 8 && near >= 0 && near <= 1 && js > file.floor.js[0] && js <= 1
      );
});

test("the file holds what its settings give", () => {
  const {change, outcomes} = file.ways[0]!;
  assert.deepEqual(planeOutcome(change, 1, file.rounds), outcomes[0]);
});
