import {interpolateLab, rgb} from "d3";
import type {Phase} from "../../models/migration/meanField.js";
import {phaseCodes} from "../../models/migration/phaseMap.js";
import type {ColorTable} from "../colorTable.js";
import {dark, isDark, light, type Palette} from "../theme.js";

/** Who wins says the colour, and how surely the strength: the new platform blue, the old one orange, neither grey. */
export const phaseTints: Record<Phase, {color: keyof Palette; strength: number}> = {
  fast: {color: "newPlatform", strength: 0.55},
  prolonged: {color: "newPlatform", strength: 0.22},
  stuck: {color: "oldPlatform", strength: 0.4},
  split: {color: "outside", strength: 0.3}
};

/** The level of a cell that is not known. */
export const blank = phaseCodes.length;

/** The colours of a diagram by its codes; what is no code is background. */
export function phaseTable(): ColorTable {
  const palette = isDark() ? dark : light;
  const pack = (color: string) => {
    const {r, g, b} = rgb(color);
    return ((255 << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r)) >>> 0;
  };
  const table = new Uint32Array(256).fill(pack(palette.background));
  phaseCodes.forEach((name, code) => {
    const {color, strength} = phaseTints[name];
    table[code] = pack(interpolateLab(palette.background, palette[color])(strength));
  });
  return table;
}

/** A place for the name of each phase: the middle of the widest square of its cells, if there is a wide one. */
export function phaseLabels(
  codes: Uint8Array,
  columns: number,
  rows: number
): {name: Phase; column: number; row: number}[] {
  const side = new Uint16Array(codes.length);
  const best = phaseCodes.map(() => ({size: 0, column: 0, row: 0}));
  for (let row = 0; row < rows; ++row)
    for (let column = 0; column < columns; ++column) {
      const i = row * columns + column;
      const code = codes[i]!;
      const same = (j: number) => (codes[j] === code ? side[j]! : 0);
      side[i] = row && column ? 1 + Math.min(same(i - 1), same(i - columns), same(i - columns - 1)) : 1;
      const found = best[code];
      if (found && side[i]! > found.size) Object.assign(found, {size: side[i]!, column, row});
    }
  const least = Math.max(3, columns / 16);
  return best.flatMap(({size, column, row}, code) =>
    size < least ? [] : [{name: phaseCodes[code]!, column: column + 0.5 - size / 2, row: row + 0.5 - size / 2}]
  );
}
