import assert from "node:assert/strict";
import {test} from "node:test";
import {bandOf, pointAt} from "../../../models/gan/runBands.js";

test("a band holds the least, the mean and the greatest of the runs", () => {
  const images = [10, 20];
  assert.deepEqual(
    bandOf([
      {images, values: [1, 5]},
      {images, values: [4, 5]},
      {images, values: [1, 2]}
    ]),
    [
      {images: 10, mean: 2, low: 1, high: 4},
      {images: 20, mean: 4, low: 2, high: 5}
    ]
  );
});

test("runs that were looked at at other moments do not mix", () => {
  assert.throws(() => bandOf([]), {name: "RangeError", message: /^runs is empty/});
  const images = [10, 20];
  assert.throws(
    () =>
      bandOf([
        {images, values: [1, 2]},
        {images: [10, 21], values: [1, 2]}
      ]),
    {message: /^runs\[1\]/}
  );
});

test("the point at a moment is the last before it", () => {
  const points = [{images: 10}, {images: 20}];
  assert.equal(pointAt(points, 9), undefined);
  assert.equal(pointAt(points, 10), points[0]);
  assert.equal(pointAt(points, 1e9), points[1]);
});
