import {readFileSync} from "node:fs";
import {classOf} from "../../models/gan/classes.js";
import {drawLabels} from "../../models/gan/faceLabels.js";
import type {FlagshipFile, LineupFile} from "../../models/gan/files.js";
import {createGenerator} from "../../models/gan/generator.js";
import {imagesOf, tensorBytes} from "../../models/gan/images.js";
import {realPlaces} from "../../models/gan/lineup.js";
import {createEngine} from "../../models/nn/engine.js";
import {restoreCheckpoint, Stream} from "../../models/nn/training.js";
import {faceBytes} from "./faceArt.js";
import {sheetPng} from "./faceSheet.js";
import {readBuffer} from "./trainFaces.js";

const [rounds, places, size] = [10, 5, 32];
const real = realPlaces(rounds, places, "line-up");
// Faces of labels that no training has seen drawn; the forger is asked for the same kinds of faces.
const labels = drawLabels(rounds * places, "line-up");

const {config, attributes}: FlagshipFile = JSON.parse(
  readFileSync(new URL("./flagship.json", import.meta.url), "utf8")
);
const engine = createEngine({memoryMegabytes: 96});
const generator = createGenerator(engine, 0, config.generator);
restoreCheckpoint(readBuffer(new URL("./flagship.f16.bin", import.meta.url)), {generator: generator.parameters});
const draws = new Stream(engine, "line-up");

const each = 3 * size ** 2;
const bytes = new Uint8Array(rounds * places * each);
for (let round = 0; round < rounds; ++round) {
  const here = labels.slice(round * places, (round + 1) * places);
  const forged = engine.untracked(() =>
    engine.step(() => {
      const styles = generator.map(
        draws.normal([places, config.generator.latent]),
        here.map((label) => classOf(label, attributes))
      );
      return tensorBytes(generator.synthesise(styles, {noise: draws}));
    })
  );
  const place = real[round]!;
  forged.set(faceBytes([here[place]!], size), place * each);
  bytes.set(forged, round * places * each);
}
// In steps of 8 of 255, real and forged alike, so that neither is given away by it and the picture is small.
const png = sheetPng(
  imagesOf(
    bytes.map((value) => Math.min(255, 8 * Math.round(value / 8))),
    size
  ),
  places
);
process.stdout.write(
  JSON.stringify({
    note: `In each row of ${places} faces one is drawn by hand and machine from its labels, and the others are forged. Colours in steps of 8 of 255.`,
    png: `data:image/png;base64,${Buffer.from(png).toString("base64")}`,
    size,
    places,
    real
  } satisfies LineupFile)
);
