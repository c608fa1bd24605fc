import assert from "node:assert/strict";
import {test} from "node:test";
import type {FaceForge, FaceRequest} from "../../../models/gan/faceForge.js";
import {attributeNames, type FaceLabel} from "../../../models/gan/faceLabels.js";
import {mixingStudy} from "../../../models/gan/mixingStudy.js";

/** A forge whose faces are one number an attribute, and each attribute the sign of the latent that its layer was given. */
const layerOf = {hair: 0, hairColor: 2, skin: 1, eyes: 0, mouth: 1, glasses: 2, background: 0};

const forge = {
  generator: {layers: 3, shape: {latent: 8, classes: [2]}},
  values: (requests: readonly FaceRequest[]) =>
    Float32Array.from(
      requests.flatMap(({latent, others, layers}) =>
        attributeNames.map((name, a) => (layers![layerOf[name]] ? others![0]!.latent : latent)[a]!)
      )
    )
} as unknown as FaceForge;

const read = (values: Float32Array) =>
  Array.from({length: values.length / attributeNames.length}, (_, i) => ({
    label: Object.fromEntries(
      attributeNames.map((name, a) => [name, Number(values[i * attributeNames.length + a]! > 0)])
    ) as FaceLabel,
    sureness: 1
  }));

test("each attribute follows the layer that decides it, and no other", () => {
  const {layers, pairs} = mixingStudy(forge, read, 200);
  assert.equal(layers.length, 3);
  layers.forEach((follows, layer) => {
    for (const name of attributeNames)
      assert.equal(follows[name], layerOf[name] === layer ? 1 : 0, `${name} at ${layer}`);
  });
  // Two random signs differ half of the time.
  for (const name of attributeNames) assert.ok(Math.abs(pairs[name] - 100) < 4 * Math.sqrt(50));
});

test("bad input is named", () => {
  assert.throws(() => mixingStudy(forge, read, 0), {name: "RangeError", message: /^count is 0/});
});
