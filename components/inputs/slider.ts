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

function decimalsOf(step: number): number {
  return Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
}

/** Builds the control of a slider; `changed` is called after the reader moves it. */
export function sliderControl(options: SliderOptions, changed: () => void): Control {
  const {label, min, step, prefix = "", suffix = "", factor = 1} = options;
  const maxFor = (values: Record<string, unknown>) =>
    Math.max(min, typeof options.max === "function" ? options.max(values) : options.max);
  const decimals = options.decimals ?? decimalsOf(step);
  const shownDecimals = decimalsOf(10 ** -decimals * factor);
  const id = `slider-${++count}`;
  let max = typeof options.max === "number" ? options.max : Number.POSITIVE_INFINITY;
  let value = options.value;

  const range = html`<input type="range" id=${id} min=${min} step=${step}>` as HTMLInputElement;
  const box =
    html`<input type="number" class="slider-box" aria-label=${`${label}, typed`} min=${min * factor} step="any">` as HTMLInputElement;
  const node = html`<div class="slider">
    <label for=${id}>${label}</label><span class="slider-value">${prefix}${box}${suffix}</span>${range}
  </div>`;

  const show = () => {
    range.max = String(max);
    range.value = String(value);
    range.style.setProperty("--filled", `${max > min ? ((value - min) / (max - min)) * 100 : 0}%`);
    const text = (value * factor).toFixed(shownDecimals);
    range.setAttribute("aria-valuetext", `${prefix}${text}${suffix}`);
    box.max = String(max * factor);
    if (document.activeElement !== box) box.value = text;
    box.style.width = `${Math.max(2, text.length) + 0.6}ch`;
  };
  const clamp = (number: number) => Math.min(max, Math.max(min, number));
  // What is shown is what is meant: half a flip typed, or written in an address, is no half flip.
  const bring = (number: number) => clamp(Number(number.toFixed(decimals)));

  range.addEventListener("input", () => {
    value = bring(range.valueAsNumber);
    show();
    changed();
  });
  // A number half typed is no number yet: the box counts when it is left or Enter is pressed.
  box.addEventListener("input", (event) => event.stopPropagation());
  box.addEventListener("change", (event) => {
    event.stopPropagation();
    if (Number.isFinite(box.valueAsNumber)) value = bring(box.valueAsNumber / factor);
    box.value = (value * factor).toFixed(shownDecimals);
    show();
    changed();
    node.dispatchEvent(new Event("input", {bubbles: true}));
  });

  return {
    node,
    get: () => value,
    set(next, values) {
      max = maxFor(values);
      if (typeof next === "number" && Number.isFinite(next)) value = bring(next);
      show();
    },
    write: () => String(value),
    read(text, values) {
      const number = Number(text);
      if (text.trim() === "" || !Number.isFinite(number)) return false;
      this.set(number, values);
      return true;
    }
  };
}
