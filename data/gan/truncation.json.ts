import {readFileSync} from "node:fs";
import {createForge} from "../../models/gan/faceForge.js";
import type {FlagshipFile, TruncationFile} from "../../models/gan/files.js";
import {truncationStudy} from "../../models/gan/truncationStudy.js";
import {createEngine} from "../../models/nn/engine.js";
import {drawFaces, readBuffer, readClassifier} from "./trainFaces.js";

// The smoke setting judges fewer faces at fewer ψ, so that tests are quick.
const {faces, psis} =
  process.env.THREE_GAMES_PROFILE === "smoke"
    ? {faces: 80, psis: [-1, 0, 0.7, 1.2]}
    : {faces: 1000, psis: [-1, -0.75, -0.5, -0.25, 0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2]};

const flagship: FlagshipFile = JSON.parse(readFileSync(new URL("./flagship.json", import.meta.url), "utf8"));
const engine = createEngine({memoryMegabytes: 128});
const forge = createForge(engine, flagship, readBuffer(new URL("./flagship.f16.bin", import.meta.url)));
const set = drawFaces(2 * faces);
const {real, rows} = truncationStudy({
  engine,
  forge,
  classifier: readClassifier(engine),
  real: set.faces,
  labels: set.labels,
  attributes: flagship.attributes,
  psis,
  faces,
  watch: (done) =>
    process.stderr.write(`progress ${done.toFixed(2)} faces at ψ = ${psis[Math.round(done * psis.length) - 1]}\n`)
});
const digits = (row: typeof real) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value.toPrecision(4))])) as typeof real;
process.stdout.write(
  JSON.stringify({
    note: `The flagship’s faces under the committed classifier: ${faces} faces at each ψ, of the classes of as many real ones, from the same seeds, against ${faces} real faces. “real” is ${faces} other real faces against those. Four digits.`,
    faces,
    attributes: flagship.attributes,
    real: digits(real),
    rows: rows.map(({psi, ...row}) => ({psi, ...digits(row)}))
  } satisfies TruncationFile)
);
