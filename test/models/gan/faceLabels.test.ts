import assert from "node:assert/strict";
import {test} from "node:test";
import {attributeNames, attributeSizes, attributes, drawLabels} from "../../../models/gan/faceLabels.js";

test("labels are drawn from the law that is stated: chi-square within its 99.9 % bound", () => {
  const count = 20_000;
  const labels = drawLabels(count, "law");
  // Upper 0.1 % points of chi-square for 1, 2, 3 … 15 degrees of freedom.
  const bound = [
    0, 10.83, 13.82, 16.27, 18.47, 20.52, 22.46, 24.32, 26.12, 27.88, 29.59, 31.26, 32.91, 34.53, 36.12, 37.7
  ];
  attributeNames.forEach((name, i) => {
    const size = attributeSizes[i]!;
    const expected = Array.from({length: size}, (_, v) =>
      name === "glasses" ? (v === 0 ? 0.7 : 0.15) * count : count / size
    );
    const seen = expected.map((_, v) => labels.filter((label) => label[name] === v).length);
    const square = seen.reduce((sum, n, v) => sum + (n - expected[v]!) ** 2 / expected[v]!, 0);
    assert.ok(square < bound[size - 1]!, `${name}: chi-square ${square.toFixed(1)} of ${size - 1}`);
  });
});

test("the seed settles the labels, and the first of many are those of fewer", () => {
  assert.deepEqual(drawLabels(50, 3).slice(0, 20), drawLabels(20, 3));
  assert.notDeepEqual(drawLabels(20, 3), drawLabels(20, 4));
  assert.deepEqual(drawLabels(0, 1), []);
  assert.throws(() => drawLabels(-1, 1), {name: "RangeError", message: /^count is -1/});
});

test("every value has words of its own", () => {
  for (const {values} of attributes) assert.equal(new Set(values).size, values.length);
  assert.deepEqual([...attributeSizes], [16, 8, 4, 6, 6, 3, 5]);
});
