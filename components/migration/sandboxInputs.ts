import {html} from "htl";
import {checkParameters, type Parameters, presets} from "../../models/migration/parameters.js";
import {type Controls, controls} from "../inputs/controls.js";
import {setText} from "../setText.js";
import {folds, type SandboxValues, sandboxFields, valuesOf} from "./sandboxFields.js";

/** The four wars that begin at the push of a button. */
const presetNames = Object.keys(presets) as (keyof typeof presets)[];

/**
 * The sliders of the sandbox: the essential ones at hand, the others in folds that say how many of them are set, and a
 * button for each preset. `begin` is told of a preset before the sliders are, so that it can begin anew.
 */
export function sandboxInputs(begin: (parameters: Readonly<Parameters>) => void): Controls<SandboxValues> {
  const fields = sandboxFields();
  const form = controls(fields, {label: "The war"}) as Controls<SandboxValues>;
  const names = Object.keys(fields) as (keyof SandboxValues)[];
  // The form holds its sliders in the order of the fields; those of a fold are moved into it.
  const nodes = new Map(names.map((name, i) => [name, form.children[i]!]));
  const [reset, note] = [form.children[names.length]!, form.children[names.length + 1]!];

  const buttons = presetNames.map((name) => {
    const all = checkParameters(presets[name]);
    const button =
      html`<button type="button" class="button" aria-pressed="false">${name}</button>` as HTMLButtonElement;
    button.addEventListener("click", () => {
      begin(all);
      form.set(valuesOf(all));
    });
    return {button, values: valuesOf(all)};
  });
  form.prepend(html`<div class="sandbox-presets" role="group" aria-label="Four wars">
    <span>A war that is</span>${buttons.map((d) => d.button)}${reset}
  </div>`);

  const groups = folds.map(({name, fields: inside}) => {
    const count = html`<span></span>`;
    form.append(html`<details class="sandbox-fold"><summary class="sandbox-fold-name">${name}${count}</summary>
      <div>${inside.map((field) => nodes.get(field)!)}</div>
    </details>`);
    return {count, inside};
  });
  form.append(note);

  const follow = () => {
    const {value} = form;
    for (const {button, values} of buttons) {
      const pressed = String(names.every((name) => value[name] === values[name]));
      if (button.ariaPressed !== pressed) button.ariaPressed = pressed;
    }
    for (const {count, inside} of groups) {
      const set = inside.filter((name) => value[name] !== fields[name].value).length;
      const text = set > 0 ? ` · ${set} set` : "";
      setText(count, text);
    }
  };
  form.addEventListener("input", follow);
  follow();
  return form;
}
