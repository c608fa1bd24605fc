import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {readWall} from "../../../components/migration/wall.js";
import {checkRuns} from "../../../components/migration/wallStudy.js";
import {runsOf} from "../../../components/migration/wallTimes.js";
import type {PackagesFile} from "../../../models/migration/ecosystem.js";
import type {WallLayoutFile, WallRunsFile} from "../../../models/migration/files.js";

function load<Data>(name: string): Data {
  const text = execFileSync(process.execPath, ["--import", "tsx", `data/migration/${name}.json.ts`], {
    encoding: "utf8",
    env: {...process.env, THREE_GAMES_PROFILE: "smoke"},
    maxBuffer: 1e8,
    stdio: ["ignore", "pipe", "ignore"]
  });
  assert.ok(text.length < 150_000, `${text.length} bytes`);
  return JSON.parse(text) as Data;
}

test("wallLayout.json places every package inside its slab, or nearly", () => {
  const packages: PackagesFile = JSON.parse(readFileSync("data/migration/debianPython3.json", "utf8"));
  const file = load<WallLayoutFile>("wallLayout");
  const wall = readWall(packages, file);
  assert.equal(wall.names.length, 4182);
  const slab = new Map(file.slabs.map((one) => [one.kind === "wave" ? one.wave : one.kind, one]));
  let outside = 0;
  wall.waves.forEach((wave, i) => {
    const needs = wall.graph.starts[i + 1]! - wall.graph.starts[i]!;
    const needed = wall.back.starts[i + 1]! - wall.back.starts[i]!;
    const {from, to} = slab.get(needs + needed === 0 ? "alone" : wave === -1 ? "never" : wave)!;
    assert.ok(wall.x[i]! >= 0 && wall.x[i]! <= file.width && wall.y[i]! >= 0 && wall.y[i]! <= file.height);
    if (wall.x[i]! < from - 8 || wall.x[i]! > to + 8) ++outside;
  });
  assert.ok(outside < 20, `${outside} packages stand in another slab's place`);
});

test("wallRuns.json: longer wars with γ, shorter with hubs first, none won behind a hard gate", () => {
  const file = checkRuns(load<WallRunsFile>("wallRuns"));
  assert.equal(file.graphs.length, 6);
  for (const {nodes, edges, id} of file.graphs) {
    assert.equal(edges, 10622);
    assert.equal(nodes, id === "linked" ? 3420 : 4182);
  }
  const debian = runsOf(file, "debian");
  const hubs = runsOf(file, "debian", "hubs");
  assert.deepEqual(
    debian.map(({weight}) => weight),
    [0, 0.5, 1, 1.5, 2, null]
  );
  for (const runs of [debian, hubs, runsOf(file, "linked")])
    runs.forEach(({mean}, i) => {
      if (i > 0) assert.ok(mean >= runs[i - 1]!.mean);
    });
  for (const i of [2, 3]) {
    const [a, b] = [debian[i]!, hubs[i]!];
    assert.ok(a.mean - b.mean > 2 * Math.hypot(a.error, b.error), `γ = ${a.weight}`);
  }
  assert.ok(Math.abs(debian[0]!.mean - hubs[0]!.mean) < 4.5 * Math.hypot(debian[0]!.error, hubs[0]!.error));
  // The more packages wait for nobody, the shorter the war.
  const at1 = file.graphs.map(({id, free, nodes}) => ({
    id,
    free: free / nodes,
    run: runsOf(file, id)[id === "debian" || id === "linked" ? 2 : 1]!
  }));
  for (const a of at1)
    for (const b of at1) if (a.free > b.free + 0.01) assert.ok(a.run.mean < b.run.mean, `${a.id} and ${b.id}`);
  for (const run of file.runs) {
    assert.ok(run.reached >= 0 && run.reached <= 1 && run.error >= 0);
    if (run.weight === null) assert.equal(run.reached, 0);
    if (run.reached === 0) assert.deepEqual([run.mean, run.median], [40, null]);
  }
  for (const {time, mean, low, high} of file.curves) {
    assert.equal(time.length, 81);
    mean.forEach((share, i) => {
      assert.ok(0 <= low[i]! && low[i]! <= share + 1e-4 && share <= high[i]! + 1e-4 && high[i]! <= 1);
    });
  }
});
