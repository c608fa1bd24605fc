import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {
  classCount,
  classEmbedding,
  classNumber,
  classOf,
  classSizes,
  classValues
} from "../../../models/gan/classes.js";
import {drawLabels} from "../../../models/gan/faceLabels.js";
import {createEngine} from "../../../models/nn/engine.js";
import {Parameters} from "../../../models/nn/training.js";

test("a class is its values as digits, and gives them back", () => {
  assert.equal(classNumber([1, 2, 3], [4, 5, 6]), 1 * 30 + 2 * 6 + 3);
  const sizes = fc.array(fc.integer({min: 1, max: 9}), {minLength: 1, maxLength: 5});
  fc.assert(
    fc.property(sizes, fc.nat(), (sizes, n) => {
      const number = n % classCount(sizes);
      assert.equal(classNumber(classValues(number, sizes), sizes), number);
    })
  );
});

test("the class of a face holds what its label says", () => {
  const names = ["hairColor", "eyes"] as const;
  for (const label of drawLabels(20, "classes"))
    assert.deepEqual(classValues(classOf(label, names), classSizes(names)), [label.hairColor, label.eyes]);
  assert.equal(classOf(drawLabels(1, 1)[0]!, []), 0);
});

test("a value that an attribute does not have is refused", () => {
  assert.throws(
    () => classNumber([8], [8]),
    /^RangeError: values\[0\] is 8, but must be a whole number between 0 and 7/
  );
});

test("the row of a class is the sum of the rows of its values", () => {
  const engine = createEngine({memoryMegabytes: 8});
  const parameters = new Parameters(engine, "rows");
  const rows = classEmbedding(parameters, "class", [3, 4], 5);
  const [a, b] = parameters.list.map(({data}) => data) as [Float32Array, Float32Array];
  engine.step(() => {
    const {data} = rows([classNumber([2, 1], [3, 4])]);
    for (let i = 0; i < 5; ++i) assert.ok(Math.abs(data[i]! - (a[2 * 5 + i]! + b[5 + i]!)) < 1e-6);
  });
});
