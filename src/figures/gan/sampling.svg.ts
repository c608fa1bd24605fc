import {readFileSync} from "node:fs";
import {encode} from "fast-png";
import {stillOptions, stillRequests, stillRows} from "../../../components/gan/samplingStill.js";
import {createForge} from "../../../models/gan/faceForge.js";
import type {FlagshipFile} from "../../../models/gan/files.js";
import {createEngine} from "../../../models/nn/engine.js";
import {still} from "../still.js";

const file: FlagshipFile = JSON.parse(
  readFileSync(new URL("../../../data/gan/flagship.json", import.meta.url), "utf8")
);
const weights = new Uint8Array(readFileSync(new URL("../../../data/gan/flagship.f16.bin", import.meta.url))).buffer;
const forge = createForge(createEngine({memoryMegabytes: 64}), file, weights);
const requests = stillRequests(file);
const faces = forge.faces(requests);
const {size} = forge;
const columns = requests.length / stillRows;

const data = new Uint8Array(faces.length);
for (let i = 0; i < requests.length; ++i)
  for (let y = 0; y < size; ++y) {
    const row = faces.subarray((i * size + y) * size * 4, (i * size + y + 1) * size * 4);
    data.set(row, ((Math.floor(i / columns) * size + y) * columns + (i % columns)) * size * 4);
  }
const png = Buffer.from(encode({width: columns * size, height: stillRows * size, data, channels: 4})).toString(
  "base64"
);

const [width, height] = [1080, 20 + (1080 / columns) * stillRows];
process.stdout.write(
  still(stillOptions(`data:image/png;base64,${png}`, width, height), {
    title: "Four faces, each from ψ = −1 by way of its mean face to ψ = 1.2",
    width,
    height
  })
);
