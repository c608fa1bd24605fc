import {attributeNames} from "../../models/gan/faceLabels.js";
import {sheetLabels} from "./faceSheet.js";

// The numbers of the values, as in models/gan/faceLabels.ts; the place of a row is the place of its face on the sheets.
const rows = sheetLabels().map((label, face) => [face, ...attributeNames.map((name) => label[name])].join());
process.stdout.write(`${["face", ...attributeNames].join()}\n${rows.join("\n")}\n`);
