import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {test} from "node:test";
import {checkSurfaceFile} from "../../../components/kelly/valueField.js";
import {decisionTree} from "../../../models/kelly/decisionTree.js";
import type {PennyGapFile, SurfaceFile, ValueGridFile} from "../../../models/kelly/files.js";
import {defaultGame} from "../../../models/kelly/game.js";

function load<Data>(name: string): {text: string; data: Data} {
  const text = execFileSync(process.execPath, ["--import", "tsx", `data/kelly/${name}.json.ts`], {
    encoding: "utf8",
    maxBuffer: 1e8,
    stdio: ["ignore", "pipe", "inherit"]
  });
  return {text, data: JSON.parse(text) as Data};
}

test("surface.json is the value of the default game, to the cent, thinned evenly", () => {
  const {text, data} = load<SurfaceFile>("surface");
  assert.ok(text.length < 150_000 && !text.includes("null"));
  checkSurfaceFile(data);
  const {edge, ceiling, rounds, wealth} = defaultGame;
  assert.deepEqual(data.game, {edge, ceiling, rounds});
  const at = (b: number, w: number) =>
    data.value[data.rounds.indexOf(b) * data.wealth.length + data.wealth.indexOf(w)]!;
  assert.equal(at(rounds, wealth), 246.61);
  // By the tree, which knows nothing of the closed form: at a ceiling of 2ⁿ units both are exact, and dollars scale.
  const tree = decisionTree({edge, ceiling: 256, rounds: 8, unit: 1});
  for (const w of [62.5, 125, 187.5]) {
    const share = tree.value((w / ceiling) * 256, 8) / 256;
    assert.ok(Math.abs(at(8, w) - share * ceiling) < 0.00501, `$${w}`);
  }
});

test("valueGrid.json is a full grid, small, and holds no number but finite ones", () => {
  const {text, data} = load<ValueGridFile>("valueGrid");
  assert.ok(text.length < 150_000, `${text.length} bytes`);
  assert.ok(!text.includes("null"));
  for (const table of [data.value, data.cost]) {
    assert.equal(table.length, data.edges.length);
    for (const byCeiling of table) {
      assert.equal(byCeiling.length, data.ceilings.length);
      for (const [c, byHorizon] of byCeiling.entries()) {
        assert.equal(byHorizon.length, data.horizons.length);
        for (const row of byHorizon) assert.equal(row.length, data.wealth[c]!.length);
      }
    }
  }
  const [e, c, h] = [data.edges.indexOf(0.6), data.ceilings.indexOf(250), data.horizons.indexOf(300)];
  assert.equal(data.cost[e]![c]![h]![0], 121);
  assert.equal(data.wealth[c]![0], 1);
});

test("pennyGap.json holds the known values of the default game", () => {
  const {text, data} = load<PennyGapFile>("pennyGap");
  assert.ok(text.length < 150_000 && !text.includes("null"));
  const known = new Map([
    [1, 246.208049],
    [0.01, 246.60629318]
  ]);
  for (const [unit, value] of known)
    assert.ok(Math.abs(data.units.find((d) => d.unit === unit)!.value - value) < 1e-6, `unit ${unit}`);
  assert.ok(Math.abs(data.divisible - 246.606622959) < 1e-8);
});
