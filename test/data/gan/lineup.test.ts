import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {test} from "node:test";
import {decode} from "fast-png";
import {faceBytes} from "../../../data/gan/faceArt.js";
import {drawLabels} from "../../../models/gan/faceLabels.js";
import type {LineupFile} from "../../../models/gan/files.js";

test("in each line-up just the face said to be real is drawn from its label", () => {
  const text = execFileSync(process.execPath, ["--import", "tsx", "data/gan/lineup.json.ts"], {
    encoding: "utf8",
    maxBuffer: 1e7
  });
  assert.ok(text.length < 150_000);
  const {png, size, places, real}: LineupFile = JSON.parse(text);
  const {width, height, data} = decode(Buffer.from(png.split(",")[1]!, "base64"));
  assert.deepEqual([width, height], [places * size, real.length * size]);
  const labels = drawLabels(real.length * places, "line-up");
  /** The mean distance of a pixel from the face that the label stands for. */
  const distance = (round: number, place: number) => {
    const drawn = faceBytes([labels[round * places + place]!], size);
    let sum = 0;
    for (let y = 0; y < size; ++y)
      for (let x = 0; x < 3 * size; ++x)
        sum += Math.abs(data[(round * size + y) * 3 * width + place * 3 * size + x]! - drawn[y * 3 * size + x]!);
    return sum / drawn.length;
  };
  for (const [round, there] of real.entries())
    for (let place = 0; place < places; ++place)
      assert.equal(distance(round, place) <= 4, place === there, `round ${round}, place ${place}`);
});
