import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {test} from "node:test";
import {checkBitcreepFile, ensembleScores} from "../../../components/migration/bitcreepField.js";
import type {BitcreepFile} from "../../../models/migration/files.js";
import {adopterBalance} from "../../../models/migration/misery.js";

const text = execFileSync(process.execPath, ["--import", "tsx", "data/migration/bitcreep.json.ts"], {
  encoding: "utf8",
  env: {...process.env, THREE_GAMES_PROFILE: "smoke"},
  stdio: ["ignore", "pipe", "ignore"]
});
const data: BitcreepFile = checkBitcreepFile(JSON.parse(text));

test("bitcreep.json is small, and finite", () => {
  assert.ok(text.length < 100_000, `${text.length} bytes`);
  assert.ok(!text.includes("null"));
});

test("adopters lose something exactly where the first of them are worse off", () => {
  data.misery.forEach((lost, i) => {
    const bitcreep = data.bitcreep[Math.floor(i / data.advantage.length)]!;
    const advantage = data.advantage[i % data.advantage.length]!;
    // The share may fall before it rises, which can make the first worse off later than at the start.
    const first = adopterBalance({bitcreep, advantage}, 0.05).total;
    if (first < -1e-9) assert.ok(lost > 0, `${bitcreep}, ${advantage}`);
    if (first > 0.2) assert.equal(lost, 0, `${bitcreep}, ${advantage}`);
  });
});

test("agents agree with the exact chain", (t) => {
  const scores = ensembleScores(data);
  t.diagnostic(`z: ${scores.map((z) => z.toFixed(2)).join(", ")}`);
  for (const z of scores) assert.ok(Math.abs(z) < 4, `z = ${z}`);
});
