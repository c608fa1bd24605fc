import {html} from "htl";
import {type ChoiceOptions, choiceControl} from "./choice.js";
import {type Control, type SliderOptions, sliderControl} from "./slider.js";
import {readUrl, writeUrl} from "./urlState.js";

export {choice} from "./choice.js";
export {slider} from "./slider.js";

type Field = SliderOptions | ChoiceOptions;

/** The values of a form's fields: numbers for sliders, the chosen key for choices. */
export type Values<Fields extends Record<string, Field>> = {
  [Name in keyof Fields]: Fields[Name] extends ChoiceOptions<infer Value> ? Value : number;
};

/** A form with a value, and a way to set some of it from elsewhere in the page. */
export type Controls<Value> = HTMLFormElement & {value: Value; set(values: Partial<Value>): void};

/**
 * The slider bar of a page. Its value is an object with one property a field; every change is written to the
 * address under the field's name (default values are left out), and the address is read when the page opens. A value
 * in the address that makes no sense is ignored, with a calm word; one out of range is brought into range.
 */
export function controls<Fields extends Record<string, Field>>(
  fields: Fields,
  {label = "Settings"} = {}
): Controls<Values<Fields>> {
  const names = Object.keys(fields);
  const defaults = Object.fromEntries(names.map((name) => [name, fields[name]!.value])) as Record<string, unknown>;
  const parts = new Map<string, Control>();
  const reset = html`<button type="button" class="reset" disabled>Reset</button>` as HTMLButtonElement;
  const note = html`<p class="controls-note" role="status"></p>`;
  const form =
    html`<form data-controls aria-label=${label} onsubmit=${(event: Event) => event.preventDefault()}></form>` as Controls<
      Values<Fields>
    >;

  const values = () => Object.fromEntries(names.map((name) => [name, parts.get(name)!.get()]));
  const refresh = () => {
    // Ranges that depend on other values are brought up to date in the order of the fields.
    for (const name of names) parts.get(name)!.set(parts.get(name)!.get(), values());
    const now = values();
    form.value = now as Values<Fields>;
    for (const name of names) writeUrl(name, now[name] === defaults[name] ? null : parts.get(name)!.write());
    reset.disabled = names.every((name) => now[name] === defaults[name]);
  };

  for (const name of names) {
    const field = fields[name]!;
    const part = field.kind === "slider" ? sliderControl(field, refresh) : choiceControl(field, refresh);
    parts.set(name, part);
    form.append(part.node);
  }
  form.append(reset, note);

  const refused: string[] = [];
  for (const name of names) {
    parts.get(name)!.set(defaults[name], defaults);
    const text = readUrl(name);
    if (text !== null && !parts.get(name)!.read(text, values())) refused.push(`${name}=${text}`);
  }
  if (refused.length)
    note.textContent = `The address asks for ${refused.join(", ")}, which is no possible value, so the usual one is shown.`;
  refresh();

  form.set = (next) => {
    for (const [name, value] of Object.entries(next)) parts.get(name)!.set(value, values());
    refresh();
    form.dispatchEvent(new Event("input", {bubbles: true}));
  };
  reset.addEventListener("click", () => form.set(defaults as Values<Fields>));
  return form;
}
