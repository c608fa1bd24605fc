import {html} from "htl";
import type {Control} from "./slider.js";

export interface ChoiceOptions<Value extends string = string> {
  kind: "choice";
  label: string;
  /** The values and how each reads. */
  options: Record<Value, string>;
  value: Value;
}

/** One of a few named values, as a row of buttons. */
export function choice<Value extends string>(options: Omit<ChoiceOptions<Value>, "kind">): ChoiceOptions<Value> {
  return {kind: "choice", ...options};
}

let count = 0;

/** Builds the control of a choice: a group of radio buttons. */
export function choiceControl({label, options, value: initial}: ChoiceOptions, changed: () => void): Control {
  const name = `choice-${++count}`;
  let value = initial;
  const inputs = Object.entries(options).map(([key, text]) => {
    const input = html`<input type="radio" name=${name} value=${key} checked=${key === initial}>` as HTMLInputElement;
    input.addEventListener("input", () => {
      value = key;
      changed();
    });
    return {input, node: html`<label>${input}<span>${text}</span></label>`};
  });
  const node = html`<fieldset class="choice"><legend>${label}</legend><div>${inputs.map((d) => d.node)}</div></fieldset>`;
  const set = (next: unknown) => {
    if (typeof next !== "string" || !Object.hasOwn(options, next)) return false;
    value = next;
    for (const {input} of inputs) input.checked = input.value === value;
    return true;
  };
  return {node, get: () => value, set, write: () => value, read: set};
}
