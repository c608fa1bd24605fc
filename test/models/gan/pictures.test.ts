import assert from "node:assert/strict";
import {test} from "node:test";
import {imagesOf} from "../../../models/gan/images.js";
import {
  difference,
  differenceHash,
  mirrored,
  nearestOthers,
  pickPictures,
  pictureBytes,
  spoilings
} from "../../../models/gan/pictures.js";
import {integer, random} from "../../../models/random.js";

const byte = integer(random("pictures"), 0, 255);
const images = imagesOf(Uint8Array.from({length: 5 * 16 * 16 * 3}, byte), 16);

test("a mirror image mirrored is the picture, and swaps the corners", () => {
  const other = mirrored(images);
  assert.deepEqual(mirrored(other), images);
  const last = pictureBytes(images, 4);
  assert.deepEqual(pictureBytes(other, 4).subarray(0, 3), last.subarray(45, 48));
  assert.equal(difference(last, last), 0);
});

test("picking pictures keeps their order", () => {
  const some = pickPictures(images, [3, 1]);
  assert.equal(some.count, 2);
  assert.deepEqual(pictureBytes(some, 0), pictureBytes(images, 3));
});

test("the nearest other picture is not the same one", () => {
  const bytes = new Uint8Array(4 * 3);
  bytes.set([0, 0, 0, 0, 0, 0, 3, 0, 0, 9, 9, 9]);
  assert.deepEqual(nearestOthers(imagesOf(bytes, 1), 2), [
    {face: 0, other: 2, apart: 1},
    {face: 1, other: 2, apart: 1}
  ]);
});

test("the hash of 64 bits knows a picture again when it gets darker, and not its mirror image", () => {
  const picture = pictureBytes(images, 0);
  const hash = differenceHash(images, picture);
  assert.match(hash, /^[01]{64}$/);
  assert.equal(
    differenceHash(
      images,
      picture.map((v) => v & 254)
    ).length,
    64
  );
  const even = picture.map((v) => v & 254);
  assert.equal(
    differenceHash(
      images,
      even.map((v) => v / 2)
    ),
    differenceHash(images, even)
  );
  assert.notEqual(differenceHash(images, pictureBytes(mirrored(images), 0)), hash);
});

test("each way to spoil a picture changes it and leaves the source alone", () => {
  const before = images.bytes.slice();
  for (const [kind, spoil] of Object.entries(spoilings)) {
    const other = spoil(images);
    assert.equal(other.bytes.length, images.bytes.length, kind);
    assert.notDeepEqual(other.bytes, before, kind);
  }
  assert.deepEqual(images.bytes, before);
  const grey = spoilings.grey(images).bytes;
  assert.equal(grey[0], grey[2]);
  // What was at the left edge is now a quarter further right.
  const [one, moved] = [pictureBytes(images, 2), pictureBytes(spoilings["off centre"](images), 2)];
  assert.deepEqual(moved.subarray(12, 15), one.subarray(0, 3));
});
