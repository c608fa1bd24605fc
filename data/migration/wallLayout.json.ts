import {readFileSync} from "node:fs";
import {type PackagesFile, readPackages} from "../../models/migration/ecosystem.js";
import {wallLayout} from "../../models/migration/ecosystemLayout.js";
import type {WallLayoutFile} from "../../models/migration/files.js";

const snapshot: PackagesFile = JSON.parse(readFileSync(new URL("./debianPython3.json", import.meta.url), "utf8"));
process.stderr.write("progress 0.1 placing packages\n");
const {width, height, x, y, slabs} = wallLayout(readPackages(snapshot).graph, {width: 1000, height: 640});
const step = 0.25;
const steps = (values: Float64Array) => Array.from(values, (v) => Math.round(v / step));

process.stdout.write(
  JSON.stringify({
    note: "Where each package of debianPython3.json is drawn, in the order of that file, rounded to a quarter of a unit.",
    width,
    height,
    step,
    x: steps(x),
    y: steps(y),
    slabs: slabs.map((slab) => ({...slab, from: Number(slab.from.toFixed(1)), to: Number(slab.to.toFixed(1))}))
  } satisfies WallLayoutFile)
);
