/** How a face of few pixels is enlarged: smoothly, or into squares. */
export type Scaling = "smooth" | "square";

/** A place for one face. */
export interface FaceCanvas {
  node: HTMLCanvasElement;
  paint(image: ImageData): void;
  scale(scaling: Scaling): void;
  /** What a screen reader is told. */
  name(label: string): void;
}

/**
 * A canvas for a face, of `size` pixels of its own and as large on the page as the style sheet says. `label` says what it
 * is; without one it is hidden from screen readers, as the element around it has a name.
 */
export function faceCanvas({label = "", size = 32} = {}): FaceCanvas {
  const node = document.createElement("canvas");
  node.className = "face";
  node.width = node.height = size;
  if (label) node.setAttribute("role", "img");
  else node.setAttribute("aria-hidden", "true");
  const name = (text: string) => {
    if (label && node.getAttribute("aria-label") !== text) node.setAttribute("aria-label", text);
  };
  name(label);
  return {
    node,
    paint(image) {
      if (node.width !== image.width) node.width = image.width;
      if (node.height !== image.height) node.height = image.height;
      node.getContext("2d")?.putImageData(image, 0, 0);
    },
    scale(scaling) {
      const rendering = scaling === "square" ? "pixelated" : "auto";
      if (node.style.imageRendering !== rendering) node.style.imageRendering = rendering;
    },
    name
  };
}
