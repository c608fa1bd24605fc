import type {PhaseMapsFile} from "../../models/migration/files.js";
import {presets} from "../../models/migration/parameters.js";
import {phaseAxisNames} from "../../models/migration/phaseAxes.js";
import {phaseMap} from "../../models/migration/phaseMap.js";
import {writeCodes} from "../../models/migration/phaseText.js";

const smoke = process.env.THREE_GAMES_PROFILE === "smoke";
const [columns, rows] = smoke ? [40, 30] : [120, 80];
const base = {...presets.stuck};
const pairs = phaseAxisNames.flatMap((x, i) => phaseAxisNames.slice(i + 1).map((y) => ({x, y})));

process.stdout.write(
  JSON.stringify({
    note: "How a war ends in the mean field, at the centre of each cell: f fast, p prolonged, s stuck, x split, each letter with the number of cells it runs on, row by row from the top. Every pair of axes once; ranges as in models/migration/phaseAxes.ts; other parameters at the base and the defaults.",
    base,
    columns,
    rows,
    maps: pairs.map(({x, y}, i) => {
      process.stderr.write(`progress ${(i / pairs.length).toFixed(2)} ${x}, ${y}\n`);
      return {x, y, cells: writeCodes(phaseMap(base, {x, y, columns, rows}))};
    })
  } satisfies PhaseMapsFile)
);
