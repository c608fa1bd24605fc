import {html} from "htl";
import {type AttributeName, attributes, type FaceLabel} from "../../models/gan/faceLabels.js";
import {readUrl, writeUrl} from "../inputs/urlState.js";

/** The values that are asked for; what is left out may be anything. */
export type FaceQuery = Partial<FaceLabel>;

export interface FaceFilter {
  node: HTMLElement;
  readonly query: FaceQuery;
  /** Asks for a value of one attribute more; if it is asked for already, for none. */
  toggle(name: AttributeName, value: number): void;
}

/** The places of the labels that have what is asked for, in their order. */
export function matches(labels: readonly FaceLabel[], query: FaceQuery): number[] {
  const asked = Object.entries(query) as [AttributeName, number][];
  const found: number[] = [];
  labels.forEach((label, i) => {
    if (asked.every(([name, value]) => label[name] === value)) found.push(i);
  });
  return found;
}

/** A menu for each attribute, kept in the address under its name by the number of its value. */
export function faceFilter(changed: (query: FaceQuery) => void): FaceFilter {
  const query: FaceQuery = {};
  const menus = attributes.map(({name, label, values}) => {
    const asked = readUrl(name);
    const first = asked !== null && /^\d+$/.test(asked) && Number(asked) < values.length ? Number(asked) : undefined;
    if (first !== undefined) query[name] = first;
    const menu = html`<select>
      <option value="" selected=${first === undefined}>any</option>
      ${values.map((value, i) => html`<option value=${i} selected=${i === first}>${value}</option>`)}
    </select>` as HTMLSelectElement;
    menu.addEventListener("change", () => set(name, menu.value === "" ? undefined : Number(menu.value)));
    return {name, menu, node: html`<label>${label}${menu}</label>`};
  });
  const clear =
    html`<button type="button" class="button" onclick=${() => clearAll()}>Any face</button>` as HTMLButtonElement;
  const node =
    html`<div class="face-filter" role="group" aria-label="Which faces">${menus.map((d) => d.node)}${clear}</div>` as HTMLElement;
  // None of these is a slider of the page.
  node.addEventListener("input", (event) => event.stopPropagation());

  const show = () => {
    for (const {name, menu} of menus) menu.value = query[name] === undefined ? "" : String(query[name]);
    clear.disabled = Object.keys(query).length === 0;
  };
  const set = (name: AttributeName, value: number | undefined) => {
    if (value === undefined) delete query[name];
    else query[name] = value;
    writeUrl(name, value === undefined ? null : String(value));
    show();
    changed({...query});
  };
  const clearAll = () => {
    for (const {name} of menus) {
      delete query[name];
      writeUrl(name, null);
    }
    show();
    changed({});
  };
  show();
  return {
    node,
    get query() {
      return {...query};
    },
    toggle: (name, value) => set(name, query[name] === value ? undefined : value)
  };
}
