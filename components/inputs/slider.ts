import {html} from "htl";

export interface SliderOptions {
  kind: "slider";
  label: string;
  min: number;
  /** The greatest value: a number, or a function of the other values (a wealth reaches up to its ceiling). */
  max: number | ((values: Record<string, unknown>) => number);
  step: number;
  value: number;
  /** Digits after the point that a typed value keeps; those of the step when left out. */
  decimals?: number;
  /** Printed before and after the number. */
  prefix?: string;
  suffix?: string;
  /** Shown value = value × factor: 100 for percent. */
  factor?: number;
  /** One more notch beyond an end of the track, for a value that is not on the scale, such as ∞; and how it reads. */
  beyond?: {end: "low" | "high"; value: number; text: string};
}

/** A number with a track and a box to type it in. */
export function slider(options: Omit<SliderOptions, "kind">): SliderOptions {
  return {kind: "slider", ...options};
}

export interface Control {
  node: HTMLElement;
  /** The value now. */
  get(): unknown;
  /** Sets the value, brought into range; says whether it could be used. */
  set(value: unknown, values: Record<string, unknown>): void;
  /** The value as text for the address, and back. */
  write(): string;
  read(text: string, values: Record<string, unknown>): boolean;
}

let count = 0;

/** Sets an attribute where it is another: a browser lays a field out again even for the one it has. */
function put(input: HTMLInputElement, name: "max" | "placeholder", value: string): void {
  if (input[name] !== value) input[name] = value;
}

function decimalsOf(step: number): number {
  return Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
}

/** Builds the control of a slider; `changed` is called after the reader moves it. */
export function sliderControl(options: SliderOptions, changed: () => void): Control {
  const {label, min, step, prefix = "", suffix = "", factor = 1, beyond} = options;
  const maxFor = (values: Record<string, unknown>) =>
    Math.max(min, typeof options.max === "function" ? options.max(values) : options.max);
  const decimals = options.decimals ?? decimalsOf(step);
  const shownDecimals = decimalsOf(10 ** -decimals * factor);
  const id = `slider-${++count}`;
  let max = typeof options.max === "number" ? options.max : Number.POSITIVE_INFINITY;
  let value = options.value;

  const notch = (end: "low" | "high") => (beyond?.end === end ? step : 0);
  const range = html`<input type="range" id=${id} min=${min - notch("low")} step=${step}>` as HTMLInputElement;
  const box =
    html`<input type="number" class="slider-box" aria-label=${`${label}, typed`} min=${min * factor} step="any">` as HTMLInputElement;
  const node = html`<div class="slider">
    <label for=${id}>${label}</label><span class="slider-value">${prefix}${box}${suffix}</span>${range}
  </div>`;

  let shown = "";
  const show = () => {
    // A form brings all its sliders up to date when one moves: the others have nothing new to show.
    const state = `${value} of ${max}`;
    if (state === shown) return;
    const isBeyond = value === beyond?.value;
    const position = isBeyond ? (beyond.end === "low" ? min - step : max + step) : value;
    put(range, "max", String(max + notch("high")));
    range.value = String(position);
    range.style.setProperty("--filled", `${max > min ? ((position - min) / (max - min)) * 100 : 0}%`);
    const text = isBeyond ? beyond.text : (value * factor).toFixed(shownDecimals);
    range.setAttribute("aria-valuetext", isBeyond ? text : `${prefix}${text}${suffix}`);
    put(box, "max", String(max * factor));
    // A box for numbers cannot hold a word but as the hint of an empty one.
    put(box, "placeholder", isBeyond ? text : "");
    if (document.activeElement !== box) box.value = isBeyond ? "" : text;
    box.style.width = `${Math.max(2, text.length) + 0.6}ch`;
    shown = document.activeElement === box ? "" : state;
  };
  const clamp = (number: number) => Math.min(max, Math.max(min, number));
  // What is shown is what is meant: half a flip typed, or written in an address, is no half flip.
  const bring = (number: number) => clamp(Number(number.toFixed(decimals)));
  const at = (position: number) =>
    beyond && (beyond.end === "low" ? position < min - step / 2 : position > max + step / 2)
      ? beyond.value
      : bring(position);

  range.addEventListener("input", () => {
    value = at(range.valueAsNumber);
    show();
    changed();
  });
  // A number half typed is no number yet: the box counts when it is left or Enter is pressed.
  box.addEventListener("input", (event) => event.stopPropagation());
  box.addEventListener("change", (event) => {
    event.stopPropagation();
    if (Number.isFinite(box.valueAsNumber)) value = bring(box.valueAsNumber / factor);
    box.value = value === beyond?.value ? "" : (value * factor).toFixed(shownDecimals);
    show();
    changed();
    node.dispatchEvent(new Event("input", {bubbles: true}));
  });

  return {
    node,
    get: () => value,
    set(next, values) {
      max = maxFor(values);
      if (next === beyond?.value && beyond) value = beyond.value;
      else if (typeof next === "number" && Number.isFinite(next)) value = bring(next);
      show();
    },
    write: () => String(value),
    read(text, values) {
      const number = Number(text);
      if (text.trim() === "" || !(Number.isFinite(number) || number === beyond?.value)) return false;
      this.set(number, values);
      return true;
    }
  };
}
