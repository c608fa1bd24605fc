import assert from "node:assert/strict";
import {test} from "node:test";
import {enlarged, halved, imagesOf} from "../../../models/gan/images.js";

test("halving takes the mean of each square of four, rounded", () => {
  const bytes = new Uint8Array(2 * 2 * 3);
  [0, 10, 20, 31].forEach((red, i) => {
    bytes[3 * i] = red;
    bytes[3 * i + 1] = 200;
  });
  const {size, count, bytes: half} = halved(imagesOf(bytes, 2));
  assert.deepEqual([size, count, ...half], [1, 1, 15, 200, 0]);
});

test("halving what was enlarged twofold gives it back", () => {
  const bytes = Uint8Array.from({length: 3 * 4 * 4 * 3}, (_, i) => (i * 37) % 256);
  const large = Uint8Array.from(enlarged(bytes, 3, 4, 2));
  assert.deepEqual(halved(imagesOf(large, 8)).bytes, bytes);
});

test("enlarging repeats each pixel in its own picture", () => {
  const values = [1, 2, 3, 4, 5, 6];
  assert.deepEqual(
    [...enlarged(values, 2, 1, 2)],
    [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6, 4, 5, 6, 4, 5, 6]
  );
  assert.deepEqual([...enlarged(values, 2, 1, 1)], values);
});

test("pictures of an odd size have no half", () => {
  for (const size of [1, 3])
    assert.throws(() => halved(imagesOf(new Uint8Array(3 * size * size), size)), {
      name: "RangeError",
      message: new RegExp(`^size is ${size}`)
    });
});
