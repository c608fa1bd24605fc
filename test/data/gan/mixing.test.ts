import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {test} from "node:test";
import {attributeNames} from "../../../models/gan/faceLabels.js";
import type {MixingFile} from "../../../models/gan/files.js";

test("the loader says which layers decide what", () => {
  const text = execFileSync(process.execPath, ["--import", "tsx", "data/gan/mixing.json.ts"], {
    encoding: "utf8",
    env: {...process.env, THREE_GAMES_PROFILE: "smoke"},
    stdio: ["ignore", "pipe", "ignore"]
  });
  const file = JSON.parse(text) as MixingFile;
  assert.deepEqual(
    file.layers.slice(0, 3).map(({size}) => size),
    [4, 8, 8]
  );
  for (const {follows} of file.layers)
    for (const name of attributeNames) assert.ok(follows[name] >= 0 && follows[name] <= 1);
  // Hair is most of the picture: pairs of random faces differ in it, and some layer decides it more than any other.
  assert.ok(file.differ.hair > file.pairs / 2);
  const shares = file.layers.map(({follows}) => follows.hair).sort((a, b) => b - a);
  assert.ok(shares[0]! > 0.1 && shares[0]! >= shares[1]!);
});
