import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {test} from "node:test";
import {checkWarsFile} from "../../../components/migration/warsMultiples.js";
import type {WarsFile} from "../../../models/migration/files.js";
import {presets} from "../../../models/migration/parameters.js";

test("wars.json: agents agree with the exact law, and the four wars end as they should", (t) => {
  const text = execFileSync(process.execPath, ["--import", "tsx", "data/migration/wars.json.ts"], {
    encoding: "utf8",
    env: {...process.env, THREE_GAMES_PROFILE: "smoke"},
    stdio: ["ignore", "pipe", "ignore"]
  });
  assert.ok(text.length < 60_000, `${text.length} bytes`);
  const file = checkWarsFile(JSON.parse(text) as WarsFile);
  assert.deepEqual(
    file.rows.map((row) => row.id),
    Object.keys(presets)
  );
  for (const {id, exact, sample, mostScore, meanSquare, T90, loss} of file.rows) {
    t.diagnostic(
      `${id}: max |z| ${mostScore}, mean z² ${meanSquare}, loss z ${loss.score}, T90 z ${T90?.score ?? "–"}`
    );
    assert.ok(mostScore < 4.5, `${id} ${mostScore}`);
    assert.ok(Math.abs(loss.score) < 3.5, `${id} ${loss.score}`);
    assert.ok(!T90 || Math.abs(T90.score) < 3.5, `${id} ${T90?.score}`);
    for (const {mean, low, high} of [exact, sample]) {
      for (const list of [mean, low, high]) assert.ok(list.every((v) => v >= 0 && v <= 1));
      assert.ok(low.every((v, i) => v <= high[i]!));
    }
  }
  const row = (id: string) => file.rows.find((d) => d.id === id)!;
  assert.equal(row("prolonged").meanFieldT90!.toFixed(1), "10.5");
  assert.equal(row("fast").meanFieldT90!.toFixed(1), "3.7");
  assert.deepEqual([row("stuck").won, row("split").won], [0, 0]);
  assert.equal(row("split").exact.mean.at(-1)!.toFixed(2), "0.72");
  assert.equal(row("fast").instantCost, 0.95);
});

test("a file that is not whole is refused", () => {
  assert.throws(() => checkWarsFile({} as WarsFile), /not all there/);
  const side = {mean: [], low: [], high: []};
  const rows = Object.keys(presets).map((id) => ({id, exact: side, sample: side}));
  assert.throws(() => checkWarsFile({time: [0, 1], rows} as unknown as WarsFile), /is not whole/);
});
