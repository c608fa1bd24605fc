import {readFileSync} from "node:fs";
import {pictureOptions} from "../../../components/gan/pictureStill.js";
import {sheetPng} from "../../../data/gan/faceSheet.js";
import {createForge} from "../../../models/gan/faceForge.js";
import type {FlagshipFile} from "../../../models/gan/files.js";
import {imagesOf} from "../../../models/gan/images.js";
import {parseLineage} from "../../../models/gan/lineage.js";
import {nobodyDefaults, nobodyRequest} from "../../../models/gan/nobody.js";
import {createEngine} from "../../../models/nn/engine.js";
import {still} from "../still.js";

const [columns, rows] = [6, 2];
const file: FlagshipFile = JSON.parse(
  readFileSync(new URL("../../../data/gan/flagship.json", import.meta.url), "utf8")
);
const weights = new Uint8Array(readFileSync(new URL("../../../data/gan/flagship.f16.bin", import.meta.url))).buffer;
const forge = createForge(createEngine({memoryMegabytes: 64}), file, weights);
const requests = Array.from({length: columns * rows}, (_, i) =>
  nobodyRequest(parseLineage(String(i + 1)), file.config.generator, nobodyDefaults.psi)
);
const rgba = forge.faces(requests);
const bytes = new Uint8Array((rgba.length / 4) * 3).map((_, i) => rgba[4 * Math.floor(i / 3) + (i % 3)]!);
const png = Buffer.from(sheetPng(imagesOf(bytes, forge.size), columns)).toString("base64");
const [width, height] = [1080, 360];
process.stdout.write(
  still(pictureOptions(`data:image/png;base64,${png}`, width, height), {
    title: "Twelve faces of nobody",
    width,
    height
  })
);
