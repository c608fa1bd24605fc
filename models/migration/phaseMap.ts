import {checkWhole} from "../check.js";
import {checkParameters, type SomeParameters} from "./parameters.js";
import {type Phase, phase} from "./phase.js";
import {along, atPoint, checkAxes, type PhaseAxisName, phaseAxes} from "./phaseAxes.js";

/** Every phase; its place in the list is its code in a map. */
export const phaseCodes: readonly Phase[] = ["fast", "prolonged", "stuck", "split"];

/** A diagram to compute: its axes, and its cells. */
export interface PhaseGrid {
  x: PhaseAxisName;
  y: PhaseAxisName;
  columns: number;
  rows: number;
}

function checkGrid({x, y, columns, rows}: PhaseGrid): void {
  checkAxes(x, y);
  checkWhole("columns", columns, 1, 2000);
  checkWhole("rows", rows, 1, 2000);
}

/**
 * One row of a diagram, counted from the top: the code of the phase at the centre of each cell.
 *
 * @throws RangeError naming a parameter, x, y, columns, rows or row.
 */
export function phaseRow(given: SomeParameters, grid: PhaseGrid, row: number): Uint8Array {
  checkGrid(grid);
  const {x, y, columns, rows} = grid;
  checkWhole("row", row, 0, rows - 1);
  const p = checkParameters(given);
  const up = along(phaseAxes[y], 1 - (row + 0.5) / rows);
  return Uint8Array.from({length: columns}, (_, i) => {
    const across = along(phaseAxes[x], (i + 0.5) / columns);
    return phaseCodes.indexOf(phase(atPoint(p, {[x]: across, [y]: up})));
  });
}

/** A whole diagram, row by row from the top; `onRow` is told how many rows are done. As `phaseRow`. */
export function phaseMap(given: SomeParameters, grid: PhaseGrid, onRow?: (done: number) => void): Uint8Array {
  checkGrid(grid);
  const codes = new Uint8Array(grid.columns * grid.rows);
  for (let row = 0; row < grid.rows; ++row) {
    codes.set(phaseRow(given, grid, row), row * grid.columns);
    onRow?.(row + 1);
  }
  return codes;
}

/** A map on its side: what it is with its axes exchanged. */
export function transposed(codes: Uint8Array, columns: number, rows: number): Uint8Array {
  checkWhole("codes.length", codes.length, columns * rows, columns * rows);
  // Rows count from the top, columns from the left: the two ends of an axis change places.
  return Uint8Array.from(codes, (_, i) => {
    const row = Math.floor(i / rows);
    const column = i % rows;
    return codes[(rows - 1 - column) * columns + (columns - 1 - row)]!;
  });
}
