/** A place for one face. */
export interface FaceCanvas {
  node: HTMLCanvasElement;
  paint(image: ImageData): void;
}

/** How a face of few pixels is enlarged: into squares, or smoothly. */
export type Scaling = "pixels" | "smooth";

/**
 * A canvas for a face, of `size` pixels of its own and as large on the page as the style sheet says. `label` says what it
 * is; without one it is hidden from screen readers, as the element around it has a name.
 */
export function faceCanvas({label = "", size = 32, scaling = "smooth" as Scaling} = {}): FaceCanvas {
  const node = document.createElement("canvas");
  node.className = "face";
  node.width = node.height = size;
  node.style.imageRendering = scaling === "pixels" ? "pixelated" : "auto";
  if (label) {
    node.setAttribute("role", "img");
    node.setAttribute("aria-label", label);
  } else node.setAttribute("aria-hidden", "true");
  return {
    node,
    paint(image) {
      if (node.width !== image.width) node.width = image.width;
      if (node.height !== image.height) node.height = image.height;
      node.getContext("2d")?.putImageData(image, 0, 0);
    }
  };
}
