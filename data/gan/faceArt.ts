import {createAvatar} from "@dicebear/core";
import * as lorelei from "@dicebear/lorelei";
import {Resvg} from "@resvg/resvg-js";
import type {FaceLabel} from "../../models/gan/faceLabels.js";

/**
 * Faces drawn from labels: “Lorelei” by Lisa Wischofsky (CC0 1.0), as DiceBear puts it together and resvg draws it.
 */

function variants(...numbers: number[]): string[] {
  return numbers.map((number) => `variant${String(number).padStart(2, "0")}`);
}

/** The parts of the art that the values of each attribute stand for, in their order; colours as hexadecimal digits. */
const art = {
  hair: variants(48, 45, 42, 41, 40, 37, 35, 32, 24, 23, 21, 20, 19, 15, 13, 10),
  hairColor: ["2b2b3a", "6b3e26", "e0aa3e", "ec7fa3", "5b7bd5", "46a58c", "8a5bb5", "cc4a32"],
  skin: ["ffe3d3", "f6c8a8", "d99c73", "9a6243"],
  eyes: variants(24, 20, 19, 16, 9, 5),
  mouth: ["happy01", "happy05", "happy08", "happy17", "sad04", "happy02"],
  glasses: ["", ...variants(1, 2)],
  background: ["bfe3f0", "f7d6e0", "fdf0c4", "d5ead0", "e0d8f0"]
} as const satisfies Record<keyof FaceLabel, readonly string[]>;

/** What no label speaks of is the same on every face. */
const fixed = {
  seed: "face",
  scale: 135,
  head: ["variant01"],
  nose: ["variant01"],
  eyebrows: ["variant13"],
  mouthColor: ["b03048"],
  eyesColor: ["1d1d28"],
  eyebrowsColor: ["1d1d28"],
  glassesColor: ["222222"],
  noseColor: ["805040"],
  frecklesProbability: 0,
  beardProbability: 0,
  hairAccessoriesProbability: 0,
  earringsProbability: 0
} as const;

/** The face of a label, as SVG. */
export function faceSvg(label: FaceLabel): string {
  const part = (name: keyof FaceLabel) => [art[name][label[name]]!];
  const options = {
    ...fixed,
    backgroundColor: part("background"),
    hair: part("hair"),
    hairColor: part("hairColor"),
    skinColor: part("skin"),
    eyes: part("eyes"),
    mouth: part("mouth"),
    glassesProbability: label.glasses === 0 ? 0 : 100,
    ...(label.glasses > 0 && {glasses: part("glasses")})
  };
  // DiceBear's types list each variant by name; those of `art` are held against its schema by a test.
  return createAvatar(lorelei, options as object).toString();
}

/** The faces of some labels as bytes: red, green and blue of each pixel, row by row, face by face, `size` pixels square. */
export function faceBytes(
  labels: readonly FaceLabel[],
  size: number,
  progress: (done: number) => void = () => {}
): Uint8Array {
  const bytes = new Uint8Array(labels.length * size * size * 3);
  const known = new Map<string, Uint8Array>();
  let at = 0;
  labels.forEach((label, i) => {
    // Faces repeat, and drawing one takes longer than looking it up.
    const key = Object.values(label).join();
    let face = known.get(key);
    if (!face) known.set(key, (face = drawFace(label, size)));
    bytes.set(face, at);
    at += face.length;
    if (i % 200 === 0) progress(i / labels.length);
  });
  return bytes;
}

function drawFace(label: FaceLabel, size: number): Uint8Array {
  // Looking for the machine's fonts takes longer than the face, which has no text.
  const drawn = new Resvg(faceSvg(label), {fitTo: {mode: "width", value: size}, font: {loadSystemFonts: false}});
  const {pixels} = drawn.render();
  const face = new Uint8Array(size * size * 3);
  for (let i = 0; i < size * size; ++i) for (let c = 0; c < 3; ++c) face[3 * i + c] = pixels[4 * i + c]!;
  return face;
}
