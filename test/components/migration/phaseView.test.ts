import assert from "node:assert/strict";
import {test} from "node:test";
import {phaseLabels} from "../../../components/migration/phaseColors.js";
import {phaseKey} from "../../../components/migration/phaseSolver.js";
import {builtPicture, phaseFieldState, phaseSummary} from "../../../components/migration/phaseView.js";
import {tippingState} from "../../../components/migration/tippingState.js";
import type {PhaseMapsFile} from "../../../models/migration/files.js";
import {checkParameters} from "../../../models/migration/parameters.js";
import {phaseAxes, phaseAxisNames} from "../../../models/migration/phaseAxes.js";
import {phaseCodes, phaseMap} from "../../../models/migration/phaseMap.js";
import {writeCodes} from "../../../models/migration/phaseText.js";

const base = {advantage: 0.75};
const [columns, rows] = [24, 16];
const file: PhaseMapsFile = {
  note: "",
  base,
  columns,
  rows,
  maps: phaseAxisNames.flatMap((x, i) =>
    phaseAxisNames.slice(i + 1).map((y) => ({x, y, cells: writeCodes(phaseMap(base, {x, y, columns, rows}))}))
  )
};
const state = tippingState(checkParameters(base));

test("each pair is shown either way round, with its curves and its mark inside", () => {
  for (const x of phaseAxisNames)
    for (const y of phaseAxisNames) {
      if (x === y) continue;
      const picture = builtPicture(file, x, y)!;
      const shown = phaseFieldState(picture, state.p);
      assert.equal(shown.levels.length, shown.columns * shown.rows);
      assert.deepEqual(shown.x.domain, phaseAxes[x].range);
      for (const {points, labelAt = [0, 0]} of shown.lines!)
        for (const value of [...points.flat(), ...labelAt]) assert.ok(Number.isFinite(value));
      assert.ok(shown.mark?.every(Number.isFinite));
      assert.doesNotMatch(phaseSummary(picture, state), /NaN|undefined|Infinity/);
    }
});

test("the cell under the mark is the phase of the sliders", () => {
  const {levels, columns: wide, rows: tall, mark} = phaseFieldState(builtPicture(file, "noise", "advantage")!, state.p);
  const column = Math.floor(((mark![0] - 0.2) / 2.8) * wide);
  const row = tall - 1 - Math.floor(((mark![1] + 1) / 4) * tall);
  assert.equal(phaseCodes[levels[row * wide + column]!], state.phase);
});

test("a picture belongs to what its axes leave open, and to nothing else", () => {
  const p = (given: object) => checkParameters({...base, ...given});
  const key = phaseKey(p({}), "advantage", "coupling");
  assert.equal(phaseKey(p({advantage: 2, networkBenefit: 3, bitcreep: 0}), "advantage", "coupling"), key);
  assert.notEqual(phaseKey(p({noise: 1.1}), "advantage", "coupling"), key);
  assert.notEqual(phaseKey(p({shimOld: 0.5}), "advantage", "coupling"), key);
  assert.notEqual(
    phaseKey(p({shimOld: 0.5, bitcreep: 3}), "advantage", "coupling"),
    phaseKey(p({shimOld: 0.5}), "advantage", "coupling")
  );
  assert.notEqual(phaseKey(p({bitrot: 1}), "advantage", "noise"), phaseKey(p({}), "advantage", "noise"));
  // With the same J and no shim the mix makes no difference.
  assert.equal(
    phaseKey(p({bitrot: 1.8, networkBenefit: 0}), "advantage", "noise"),
    phaseKey(p({}), "advantage", "noise")
  );
});

test("a phase is named in the middle of its widest square, and not where there is no room", () => {
  const codes = new Uint8Array(20 * 10);
  for (let row = 0; row < 10; ++row) codes.fill(2, row * 20 + 10, row * 20 + 20);
  codes[5 * 20 + 5] = 3;
  const labels = phaseLabels(codes, 20, 10);
  assert.deepEqual(
    labels.map(({name}) => name),
    ["fast", "stuck"]
  );
  assert.deepEqual(labels[1], {name: "stuck", column: 14.5, row: 4.5});
});

test("a pair that is not in the file is not shown, and a malformed map is refused", () => {
  assert.equal(builtPicture({...file, maps: []}, "noise", "advantage"), undefined);
  const broken = {...file, maps: [{x: "advantage", y: "noise", cells: "f3"}]};
  assert.throws(() => builtPicture(broken, "noise", "advantage"), /RangeError: the map has 3 cells/);
});
