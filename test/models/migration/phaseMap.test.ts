import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {phase, spinodal} from "../../../models/migration/meanField.js";
import {coupling} from "../../../models/migration/payoff.js";
import {atPoint, axisValue, phaseAxes, phaseAxisNames} from "../../../models/migration/phaseAxes.js";
import {phaseCurves} from "../../../models/migration/phaseCurves.js";
import {phaseCodes, phaseMap, phaseRow, transposed} from "../../../models/migration/phaseMap.js";
import {readCodes, writeCodes} from "../../../models/migration/phaseText.js";
import {near} from "./reference.js";

const stuck = {advantage: 0.75};

test("a cell is the phase of its point, row by row from the top", () => {
  const grid = {x: "advantage", y: "coupling", columns: 8, rows: 6} as const;
  const codes = phaseMap(stuck, grid);
  for (const [column, row] of [
    [0, 0],
    [7, 0],
    [4, 2],
    [6, 5]
  ] as const) {
    const advantage = -1 + (4 * (column + 0.5)) / 8;
    const J = 6 - (6 * (row + 0.5)) / 6;
    const third = J / 3;
    const p = {advantage, networkBenefit: 1.2 * third, bitrot: 0.6 * third, bitcreep: 1.2 * third};
    assert.equal(phaseCodes[codes[row * 8 + column]!], phase(p));
  }
  assert.deepEqual([...codes.slice(8, 16)], [...phaseRow(stuck, grid, 1)]);
});

test("a map with its axes exchanged is the map of the exchanged axes, for every pair", () => {
  for (const x of phaseAxisNames)
    for (const y of phaseAxisNames) {
      if (x === y) continue;
      const one = phaseMap(stuck, {x, y, columns: 5, rows: 4});
      const other = phaseMap(stuck, {x: y, y: x, columns: 4, rows: 5});
      assert.deepEqual([...transposed(one, 5, 4)], [...other], `${x}, ${y}`);
    }
});

test("with J on an axis J is what the axis says, whatever the shims", () => {
  for (const strength of [0, 0.5, 3, 6]) {
    const p = atPoint(stuck, {shimOld: 0.8, coupling: strength});
    near(coupling(p), strength, 1e-12);
    near(axisValue(p, "coupling"), strength, 1e-12);
    assert.equal(axisValue(p, "shimOld"), 0.8);
  }
});

test("below J_c nothing splits the crowd; right of the spinodal nobody is stuck for good", () => {
  const curves = phaseCurves(stuck, {x: "advantage", y: "coupling"});
  const by = (kind: string) => curves.find((curve) => curve.kind === kind)!.points;
  for (const [, J] of by("critical")) near(J, 1 + Math.exp(-1), 1e-12);
  const lowest = Math.min(...by("high").map(([, J]) => J));
  assert.ok(lowest > 1.3679 && lowest < 1.3679 + 2 * (6 / 120));
  for (const [advantage, J] of by("high")) {
    const p = {networkBenefit: J, bitrot: 0, bitcreep: 0};
    near(advantage, spinodal(p)![1], 1e-9);
    assert.notEqual(phase({...p, advantage: advantage + 0.3}), "stuck");
    assert.equal(phase({...p, advantage: advantage - 0.02}), "stuck");
  }
  // On its side the same lines.
  const turned = phaseCurves(stuck, {x: "coupling", y: "advantage"});
  assert.deepEqual(
    turned.map(({points}) => points.map(([a, b]) => [b, a])),
    curves.map(({points}) => points)
  );
});

test("every pair has its curves inside the diagram, and none that is no number", () => {
  for (const x of phaseAxisNames)
    for (const y of phaseAxisNames)
      if (x !== y)
        for (const {points} of phaseCurves(stuck, {x, y}, 21))
          for (const [a, b] of points) {
            assert.ok(a >= phaseAxes[x].range[0] - 1e-9 && a <= phaseAxes[x].range[1] + 1e-9);
            assert.ok(b >= phaseAxes[y].range[0] - 1e-9 && b <= phaseAxes[y].range[1] + 1e-9);
          }
});

test("a map goes into text and comes back", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 0, max: 3}), {minLength: 1, maxLength: 60}), (list) => {
      const codes = Uint8Array.from(list);
      assert.deepEqual(readCodes(writeCodes(codes), codes.length), codes);
    })
  );
  assert.equal(writeCodes(Uint8Array.of(0, 0, 2, 3, 3, 3)), "f2s1x3");
  assert.throws(() => readCodes("f2s1", 4), /RangeError: the map has 3 cells, but must have 4/);
  assert.throws(() => readCodes("q2", 2), /RangeError: the map is no list of runs/);
});

test("bad input is named", () => {
  const bad = "gravity" as never;
  assert.throws(() => phaseMap({}, {x: bad, y: "noise", columns: 2, rows: 2}), /RangeError: x is gravity/);
  assert.throws(() => phaseMap({}, {x: "noise", y: "noise", columns: 2, rows: 2}), /RangeError: y is noise/);
  assert.throws(() => phaseMap({}, {x: "noise", y: "coupling", columns: 0, rows: 2}), /RangeError: columns is 0/);
  assert.throws(() => phaseRow({}, {x: "noise", y: "coupling", columns: 2, rows: 2}, 2), /RangeError: row is 2/);
});
