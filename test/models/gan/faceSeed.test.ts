import assert from "node:assert/strict";
import {test} from "node:test";
import {classValues} from "../../../models/gan/classes.js";
import {faceOf} from "../../../models/gan/faceSeed.js";
import {latentOf} from "../../../models/gan/latents.js";

const shape = {latent: 16, style: 8, mapping: 1, channels: [8], classes: [16, 8, 6]};

test("a seed is a face; what is fixed changes nothing else", () => {
  const free = faceOf("7-3", shape);
  assert.deepEqual(free, faceOf("7-3", shape, [null, null, null]));
  assert.deepEqual(free.latent, latentOf("7-3", 16));
  assert.deepEqual(classValues(free.class, shape.classes), free.values);
  const fixed = faceOf("7-3", shape, [null, 5]);
  assert.deepEqual(fixed.values, [free.values[0], 5, free.values[2]]);
  assert.deepEqual(fixed.latent, free.latent);
});

test("every value is drawn as often as the others", () => {
  const counts = Array.from({length: 8}, () => 0);
  for (let i = 0; i < 4000; ++i) ++counts[faceOf(i, shape).values[1]!]!;
  const chi = counts.reduce((sum, n) => sum + (n - 500) ** 2 / 500, 0);
  // 1 in 1000 for 7 degrees of freedom.
  assert.ok(chi < 24.3, `${chi}`);
});

test("a value that there is not is named", () => {
  assert.throws(() => faceOf(1, shape, [null, 8]), {name: "RangeError", message: /^fixed\[1\] is 8/});
});
