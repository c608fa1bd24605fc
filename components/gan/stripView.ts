import {html} from "htl";
import type {PictureStrip} from "../../models/gan/files.js";

/** One of the faces of a strip, and what to say of it. */
export interface StripFace {
  /** Its place in the strip. */
  place: number;
  /** What it shows, for those who cannot see it. */
  alt: string;
}

/** Small pictures of a strip, each a canvas of its own, so that a page can put them where it likes. */
export function stripFaces(strip: PictureStrip, faces: readonly StripFace[]): HTMLCanvasElement[] {
  const image = new Image();
  const canvases = faces.map(({place, alt}) => {
    if (place < 0 || place >= strip.count)
      throw new RangeError(`place is ${place}, but must be a whole number between 0 and ${strip.count - 1}`);
    const canvas = document.createElement("canvas");
    canvas.className = "strip-face";
    canvas.width = canvas.height = strip.size;
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", alt);
    return canvas;
  });
  image.onload = () => {
    faces.forEach(({place}, i) => {
      const {size} = strip;
      canvases[i]!.getContext("2d")!.drawImage(image, place * size, 0, size, size, 0, 0, size, size);
    });
  };
  image.src = strip.png;
  return canvases;
}

/** A face with a line of words under it. */
export function captioned(face: HTMLElement | HTMLElement[], words: string): HTMLElement {
  return html`<div class="strip-item"><div>${face}</div><span>${words}</span></div>` as HTMLElement;
}
