import assert from "node:assert/strict";
import {test} from "node:test";
import {faceBytes, faceSvg} from "../../../data/gan/faceArt.js";
import {attributes, drawLabels, type FaceLabel} from "../../../models/gan/faceLabels.js";

const plain: FaceLabel = {hair: 0, hairColor: 0, skin: 0, eyes: 0, mouth: 0, glasses: 0, background: 0};

test("each value of each attribute draws another face", () => {
  for (const {name, values} of attributes) {
    const faces = values.map((_, value) => faceSvg({...plain, [name]: value}));
    assert.equal(new Set(faces).size, values.length, name);
  }
});

test("the same labels give the same bytes, alone or among others", () => {
  const labels = drawLabels(6, "faces");
  const size = 16;
  const all = faceBytes(labels, size);
  assert.equal(all.length, 6 * size * size * 3);
  labels.forEach((label, i) => {
    assert.deepEqual(faceBytes([label], size), all.subarray(i * size * size * 3, (i + 1) * size * size * 3));
  });
});

test("the corner shows the background, and the middle does not", () => {
  const bytes = faceBytes([{...plain, hair: 11}], 32);
  const pixel = (x: number, y: number) => [...bytes.subarray((y * 32 + x) * 3, (y * 32 + x) * 3 + 3)];
  assert.deepEqual(pixel(0, 0), [0xbf, 0xe3, 0xf0]);
  assert.notDeepEqual(pixel(16, 16), [0xbf, 0xe3, 0xf0]);
});
