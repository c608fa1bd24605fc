import {classSizes, classValues} from "../../models/gan/classes.js";
import {attributes} from "../../models/gan/faceLabels.js";
import type {SampleSheet} from "../../models/gan/files.js";

/** Grids of samples through time, one of them shown at a time. */
export interface SampleFrames {
  node: HTMLElement;
  /** Takes another sheet, or none. */
  load(sheet: SampleSheet | null): void;
  show(frame: number): void;
}

/** What each column of the grid was asked for, where all its faces were asked for the same; else an empty text. */
export function columnWords({attributes: names, classes, columns}: SampleSheet): string[] {
  const sizes = classSizes(names);
  return Array.from({length: columns}, (_, column) => {
    const own = classes.filter((_, i) => i % columns === column);
    if (own.some((number) => number !== own[0])) return "";
    const values = classValues(own[0]!, sizes);
    return names.map((name, i) => attributes.find((d) => d.name === name)!.values[values[i]!]!).join(", ");
  });
}

export function sampleFrames(): SampleFrames {
  const canvas = document.createElement("canvas");
  const words = document.createElement("p");
  words.className = "samples-words";
  const node = document.createElement("div");
  node.className = "samples";
  node.append(canvas, words);
  canvas.setAttribute("role", "img");
  let sheet: SampleSheet | null = null;
  let image: HTMLImageElement | undefined;
  let frame = 0;
  const paint = () => {
    if (!sheet || !image?.complete || !image.naturalWidth) return;
    const {size, rows, columns, steps} = sheet;
    const [width, height] = [columns * size, rows * size];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, {width, height});
    canvas.getContext("2d")!.drawImage(image, 0, frame * height, width, height, 0, 0, width, height);
    canvas.setAttribute("aria-label", `${rows * columns} samples after step ${steps[frame]!.toLocaleString("en-US")}`);
  };
  return {
    node,
    load(next) {
      sheet = next;
      canvas.hidden = !next;
      node.classList.toggle("samples-none", !next);
      if (!next) {
        words.textContent =
          "Of this run no samples were kept on the way. What it makes in the end can be had on the next page, as many as you like.";
        return;
      }
      const asked = columnWords(next);
      words.textContent = asked.every(Boolean) ? `Asked for, from left to right: ${asked.join(", ")}.` : "";
      image = new Image();
      image.onload = paint;
      image.src = next.png;
      frame = Math.min(frame, next.steps.length - 1);
    },
    show(next) {
      if (!sheet) return;
      frame = Math.max(0, Math.min(sheet.steps.length - 1, next));
      paint();
    }
  };
}
