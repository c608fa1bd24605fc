import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {test} from "node:test";
import {decode} from "fast-png";
import {checkFacesFile} from "../../../components/gan/facesFile.js";
import {faceBytes} from "../../../data/gan/faceArt.js";
import {attributeNames, drawLabels, facesSeed} from "../../../models/gan/faceLabels.js";
import type {FacesFile} from "../../../models/gan/files.js";
import {halved, imagesOf} from "../../../models/gan/images.js";

const run = (path: string) =>
  execFileSync(process.execPath, ["--import", "tsx", path], {
    env: {...process.env, THREE_GAMES_PROFILE: "smoke"},
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 1e8
  });

test("the sheets hold the faces, a hundred to a row, in both sizes", () => {
  const one = imagesOf(faceBytes([drawLabels(124, facesSeed)[123]!], 32), 32);
  for (const [path, face] of [
    ["data/gan/faces32.png.ts", one],
    ["data/gan/faces16.png.ts", halved(one)]
  ] as const) {
    const {size} = face;
    const {width, height, channels, data} = decode(run(path));
    assert.deepEqual([width, height, channels], [100 * size, 6 * size, 3]);
    // Face 123 is the 24th of the second row.
    for (let y = 0; y < size; ++y) {
      const from = ((size + y) * width + 23 * size) * 3;
      const line = Uint8Array.from(data.subarray(from, from + 3 * size));
      assert.deepEqual(line, face.bytes.slice(y * size * 3, (y + 1) * size * 3));
    }
  }
});

test("labels.csv has a line for each face", () => {
  const lines = run("data/gan/labels.csv.ts").toString().trim().split("\n");
  assert.equal(lines.length, 601);
  assert.equal(lines[0], ["face", ...attributeNames].join());
  assert.equal(lines[124], [123, ...Object.values(drawLabels(124, facesSeed)[123]!)].join());
});

test("faces.json: counted, cleaned and read", (t) => {
  const text = run("data/gan/faces.json.ts").toString();
  assert.ok(text.length < 120_000, `${text.length} bytes`);
  const file = checkFacesFile(JSON.parse(text) as FacesFile);
  for (const {name, counts, chance} of file.balance) {
    assert.equal(
      counts.reduce((a, b) => a + b),
      file.count
    );
    assert.ok(chance > 1e-4, `${name} ${chance}`);
  }
  for (const {found, expected, sd} of [file.repeats, file.coverage])
    assert.ok(Math.abs(found - expected) < 4.5 * sd, `${found} ${expected} ${sd}`);
  assert.ok(file.samePictures >= file.repeats.found);
  assert.ok(file.sameHashes >= file.samePictures);
  const {reading, mirror, ranking} = file;
  t.diagnostic(
    `right of ${reading.tested}: ${JSON.stringify(reading.right)}; mirrored ${JSON.stringify(mirror.right)}`
  );
  // Without dark glasses hardly an eye is read wrong; behind them they look alike.
  const [none, round, dark] = reading.eyes;
  assert.equal(none!.best, 1);
  assert.ok(none!.right + round!.right >= 0.98 * (none!.tested + round!.tested));
  assert.ok(dark!.best < 0.8 && dark!.right / dark!.tested < dark!.best);
  assert.equal(
    reading.confusion.flat().reduce((a, b) => a + b),
    reading.tested
  );
  assert.ok(mirror.right.hair < 0.5 * mirror.tested);
  assert.ok(ranking.lowest[0]!.sureness < ranking.highest.at(-1)!.sureness);
  for (const {kind, sureness, distance} of ranking.spoiled)
    for (const {chance, error} of [sureness, distance]) assert.ok(chance - 3 * error > 0.5, `${kind} ${chance}`);
  // What the page says in words: the low end is dark glasses, and either ranking is the better one at something.
  assert.ok(ranking.lowest.every(({label}) => label.glasses === 2));
  const better = (kind: string) => {
    const {sureness, distance} = ranking.spoiled.find((d) => d.kind === kind)!;
    return sureness.chance > distance.chance ? "sureness" : "distance";
  };
  for (const kind of ["off centre", "written over", "mirrored"]) assert.equal(better(kind), "distance", kind);
  for (const kind of ["too small", "grey"]) assert.equal(better(kind), "sureness", kind);
});
