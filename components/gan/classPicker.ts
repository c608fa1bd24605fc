import {html} from "htl";
import {attributeNames, attributes} from "../../models/gan/faceLabels.js";
import type {FlagshipFile} from "../../models/gan/files.js";
import {readUrl, writeUrl} from "../inputs/urlState.js";

/** A control for each attribute that a generator can be asked for, kept in the address under its name. */
export interface ClassPicker {
  node: HTMLElement;
  /** The values asked for; null leaves an attribute to the seed. */
  fixed(): (number | null)[];
}

/** The picker for what the file says can be asked for; `changed` is called after the reader has chosen. */
export function classPicker({attributes: asked, config}: FlagshipFile, changed: () => void): ClassPicker {
  const selects = asked.map((name, i) => {
    const {label, values} = attributes[attributeNames.indexOf(name)]!;
    const size = config.generator.classes[i]!;
    const given = readUrl(name);
    const at = given !== null && /^\d+$/.test(given) && Number(given) < size ? Number(given) : null;
    const select = html`<select>
      <option value="">any</option>
      ${values.slice(0, size).map((text, value) => html`<option value=${value} selected=${value === at}>${text}</option>`)}
    </select>` as HTMLSelectElement;
    select.addEventListener("change", () => {
      writeUrl(name, select.value === "" ? null : select.value);
      changed();
    });
    return {select, node: html`<label class="sampling-field"><span>${label}</span>${select}</label>`};
  });
  const node =
    html`<div class="sampling-classes" role="group" aria-label="What to ask for">${selects.map((d) => d.node)}</div>` as HTMLElement;
  // None of these is a slider of the page.
  node.addEventListener("input", (event) => event.stopPropagation());
  return {node, fixed: () => selects.map(({select}) => (select.value === "" ? null : Number(select.value)))};
}
