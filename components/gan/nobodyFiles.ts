import {download} from "../download.js";
import type {Scaling} from "./faceCanvas.js";
import type {NobodyFace} from "./nobodyFace.js";

/** Pixels along a picture that is saved. */
const side = 512;

const nameOf = (lineage: string) => `face-${lineage.replace(/[^\p{L}\p{N}.]+/gu, "-").slice(0, 60)}`;

/** Saves a face as a PNG, enlarged as it is shown. */
export function savePicture({image, lineage}: Pick<NobodyFace, "image" | "lineage">, scaling: Scaling): void {
  const [small, large] = [document.createElement("canvas"), document.createElement("canvas")];
  Object.assign(small, {width: image.width, height: image.height});
  small.getContext("2d")!.putImageData(image, 0, 0);
  large.width = large.height = side;
  const context = large.getContext("2d")!;
  context.imageSmoothingEnabled = scaling === "smooth";
  context.imageSmoothingQuality = "high";
  context.drawImage(small, 0, 0, side, side);
  large.toBlob((blob) => blob && download(`${nameOf(lineage)}.png`, blob), "image/png");
}

/** Saves what a face is made from. */
export function saveJson(record: {lineage: string}): void {
  download(`${nameOf(record.lineage)}.json`, new Blob([JSON.stringify(record, null, 2)], {type: "application/json"}));
}
