import {html} from "htl";
import {faceCanvas, type Scaling} from "./faceCanvas.js";

/** Faces as buttons in a grid: a click, or Enter, picks one; arrow keys move between them. */
export interface FacePicker {
  node: HTMLElement;
  paint(images: readonly ImageData[], scaling: Scaling): void;
  /** Names of the faces, and which of them is picked (−1 for none). */
  name(names: readonly string[], picked: number): void;
}

/** A picker of `count` faces, `label` as a whole; `className` lays it out. `marks` stand under the faces. */
export function facePicker(
  {count, label, className = "", marks}: {count: number; label: string; className?: string; marks?: readonly string[]},
  pick: (i: number) => void
): FacePicker {
  const faces = Array.from({length: count}, () => faceCanvas());
  const buttons = faces.map(
    ({node}, i) =>
      html`<button type="button" class="face-button" aria-label=${`${label}, ${i + 1}`} tabindex=${i === 0 ? 0 : -1} onclick=${() => take(i)}>${node}${marks ? html`<span aria-hidden="true">${marks[i]}</span>` : null}</button>` as HTMLButtonElement
  );
  const node =
    html`<div class=${`faces ${className}`} role="group" aria-label=${label}>${buttons}</div>` as HTMLElement;
  let shown = "";

  const reach = (i: number) => {
    buttons.forEach((button, j) => {
      button.tabIndex = i === j ? 0 : -1;
    });
  };
  const take = (i: number) => {
    reach(i);
    pick(i);
  };
  node.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    // As many to a row as the style sheet puts there.
    const columns = Math.max(1, buttons.filter(({offsetTop}) => offsetTop === buttons[0]!.offsetTop).length);
    const steps: Record<string, number> = {ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns};
    const to = event.key === "Home" ? 0 : event.key === "End" ? count - 1 : at + (steps[event.key] ?? Number.NaN);
    if (!Number.isFinite(to)) return;
    event.preventDefault();
    if (to < 0 || to >= count) return;
    reach(to);
    buttons[to]!.focus();
  });
  return {
    node,
    paint(images, scaling) {
      images.forEach((image, i) => {
        faces[i]!.scale(scaling);
        faces[i]!.paint(image);
      });
    },
    name(names, picked) {
      const now = `${picked} ${names.join("|")}`;
      if (now === shown) return;
      shown = now;
      buttons.forEach((button, i) => {
        button.setAttribute("aria-label", names[i]!);
        button.title = names[i]!;
        button.setAttribute("aria-pressed", String(i === picked));
      });
    }
  };
}
