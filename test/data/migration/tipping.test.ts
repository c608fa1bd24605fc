import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {test} from "node:test";
import type {PhaseMapsFile, TippingPassageFile} from "../../../models/migration/files.js";
import {phase} from "../../../models/migration/meanField.js";
import {along, atPoint, type PhaseAxisName, phaseAxes, phaseAxisNames} from "../../../models/migration/phaseAxes.js";
import {phaseCodes} from "../../../models/migration/phaseMap.js";
import {readCodes} from "../../../models/migration/phaseText.js";
import {squareBand} from "../../models/migration/statistics.js";

function load<Data>(name: string): Data {
  const text = execFileSync(process.execPath, ["--import", "tsx", `data/migration/${name}.json.ts`], {
    encoding: "utf8",
    env: {...process.env, THREE_GAMES_PROFILE: "smoke"},
    stdio: ["ignore", "pipe", "ignore"]
  });
  assert.ok(text.length < 150_000, `${text.length} bytes`);
  assert.doesNotMatch(text, /null/);
  return JSON.parse(text) as Data;
}

test("phaseMaps.json has every pair of axes, and its cells are what phase says", () => {
  const {base, columns, rows, maps} = load<PhaseMapsFile>("phaseMaps");
  assert.equal(maps.length, (phaseAxisNames.length * (phaseAxisNames.length - 1)) / 2);
  assert.equal(new Set(maps.map(({x, y}) => [x, y].sort().join())).size, maps.length);
  maps.forEach(({x, y, cells}, i) => {
    const codes = readCodes(cells, columns * rows);
    const [column, row] = [(7 * i) % columns, (5 * i) % rows];
    const point = atPoint(base, {
      [x]: along(phaseAxes[x as PhaseAxisName], (column + 0.5) / columns),
      [y]: along(phaseAxes[y as PhaseAxisName], 1 - (row + 0.5) / rows)
    });
    assert.equal(phaseCodes[codes[row * columns + column]!], phase(point), `${x}, ${y}`);
  });
});

test("tippingPassage.json: agents and the exact chain agree within Monte Carlo error", () => {
  const {runs, passages, chances} = load<TippingPassageFile>("tippingPassage");
  assert.ok(runs >= 40);
  const scores = [
    ...passages.map(({mean, exact, error}) => (mean - exact) / error),
    ...chances.rows.filter(({error}) => error > 1e-3).map(({won, exact, error}) => (won - exact) / error)
  ];
  console.log(`z-scores ${scores.map((z) => z.toFixed(2)).join(", ")}`);
  for (const z of scores) assert.ok(Math.abs(z) < 4.5, `z = ${z}`);
  const [low, high] = squareBand(scores.length);
  const square = scores.reduce((sum, z) => sum + z * z, 0) / scores.length;
  assert.ok(square > low && square < high, `mean z² is ${square}, not in ${low} … ${high}`);
});
