import {dark, isDark, light, onThemeChange} from "../theme.js";
import type {View} from "../view.js";

/** A colour such as #0067ab as a pixel of a canvas. */
function pixel(color: string): number {
  const number = Number.parseInt(color.slice(1), 16);
  return ((255 << 24) | ((number & 255) << 16) | (number & 0xff00) | (number >> 16)) >>> 0;
}

/** The colours of the three places, old, new and gone, as pixels. */
export function placePixels(): Uint32Array {
  const palette = isDark() ? dark : light;
  return Uint32Array.of(pixel(palette.oldPlatform), pixel(palette.newPlatform), pixel(palette.outside));
}

/** A crowd on a square, one cell an agent, painted on a canvas; `label` names it, and the keys it takes. */
export function warCrowd(side: number, label: string): View<Readonly<Uint8Array>> {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const node = document.createElement("div");
  node.className = "war-crowd";
  node.tabIndex = 0;
  // A picture that takes keys has no role of its own; “application” hands them to it.
  node.setAttribute("role", "application");
  node.setAttribute("aria-label", label);
  node.append(canvas);
  const context = canvas.getContext("2d")!;
  const image = context.createImageData(side, side);
  const pixels = new Uint32Array(image.data.buffer);
  let colors = placePixels();
  let shown: Readonly<Uint8Array> | undefined;

  const update = (place: Readonly<Uint8Array>) => {
    shown = place;
    for (let i = 0; i < pixels.length; ++i) pixels[i] = colors[place[i]!]!;
    context.putImageData(image, 0, 0);
  };
  onThemeChange(() => {
    colors = placePixels();
    if (shown) update(shown);
  });
  return {node, update};
}
