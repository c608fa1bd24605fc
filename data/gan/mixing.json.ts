import {readFileSync} from "node:fs";
import {createForge} from "../../models/gan/faceForge.js";
import {createReader} from "../../models/gan/faceReader.js";
import type {FlagshipFile, MixingFile} from "../../models/gan/files.js";
import {layerSize} from "../../models/gan/generator.js";
import {mixingStudy} from "../../models/gan/mixingStudy.js";
import {createEngine} from "../../models/nn/engine.js";
import {readBuffer} from "./trainFaces.js";

// The smoke setting crosses fewer faces, so that tests are quick.
const pairs = process.env.THREE_GAMES_PROFILE === "smoke" ? 40 : 800;

const flagship: FlagshipFile = JSON.parse(readFileSync(new URL("./flagship.json", import.meta.url), "utf8"));
const engine = createEngine({memoryMegabytes: 128});
const forge = createForge(engine, flagship, readBuffer(new URL("./flagship.f16.bin", import.meta.url)));
const read = createReader(engine, readBuffer(new URL("./classifier.f16.bin", import.meta.url)));
const {layers, pairs: differ} = mixingStudy(forge, read, pairs, (done) =>
  process.stderr.write(`progress ${done.toFixed(2)} faces crossed\n`)
);
process.stdout.write(
  JSON.stringify({
    note: `${pairs} pairs of the flagship’s faces, without truncation and noise. One layer of the one takes its style from the other; “follows” is the share that the committed classifier then reads like the other, among pairs that it reads differently. Three digits.`,
    pairs,
    layers: layers.map((follows, i) => ({
      size: layerSize(i),
      follows: Object.fromEntries(
        Object.entries(follows).map(([name, share]) => [name, Number(share.toFixed(3))])
      ) as typeof follows
    })),
    differ
  } satisfies MixingFile)
);
