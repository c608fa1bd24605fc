import {html} from "htl";
import {sequential} from "./colorTable.js";
import {setText} from "./setText.js";
import {onThemeChange} from "./theme.js";
import type {View} from "./view.js";

/** A place along the key, 0 … 1, and what it stands for. */
export type KeyMark = [place: number, text: string];

/** A strip of a field's colours with what they stand for, to be read beside the field. */
export function colorKey(name: Parameters<typeof sequential>[0]): View<KeyMark[]> {
  const strip = html`<span class="color-key-strip"></span>` as HTMLElement;
  const labels = html`<span class="color-key-labels"></span>`;
  const node = html`<div class="color-key" aria-hidden="true">${strip}${labels}</div>` as HTMLElement;
  const paint = () => {
    const {interpolate} = sequential(name);
    const stops = Array.from({length: 9}, (_, i) => interpolate(i / 8));
    strip.style.background = `linear-gradient(to right, ${stops.join(", ")})`;
  };
  paint();
  onThemeChange(paint);
  let shown = "";
  return {
    node,
    update(marks) {
      const asked = JSON.stringify(marks);
      if (asked === shown) return;
      shown = asked;
      while (labels.childElementCount > marks.length) labels.lastElementChild!.remove();
      while (labels.childElementCount < marks.length) labels.append(document.createElement("span"));
      for (const [i, [place, text]] of marks.entries()) {
        const label = labels.children[i] as HTMLElement;
        label.style.left = `${(place * 100).toFixed(2)}%`;
        setText(label, text);
      }
    }
  };
}
