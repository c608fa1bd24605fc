import {html} from "htl";
import {shortName} from "./wall.js";

/** The most names to offer. */
const most = 12;

/** Names that a text may mean: an exact one first, then those that begin with it, then those that contain it. */
export function findNames(names: readonly string[], text: string, limit = most): number[] {
  const wanted = shortName(text.trim().toLowerCase());
  if (!wanted) return [];
  const ranks: number[][] = [[], [], []];
  names.forEach((name, i) => {
    const short = shortName(name);
    const rank = short === wanted ? 0 : short.startsWith(wanted) ? 1 : short.includes(wanted) ? 2 : -1;
    if (rank >= 0) ranks[rank]!.push(i);
  });
  return ranks.flat().slice(0, limit);
}

export interface WallSearch {
  node: HTMLElement;
  show(names: readonly string[]): void;
}

let count = 0;

/** A box to find a package by name. */
export function wallSearch(found: (node: number) => void): WallSearch {
  let names: readonly string[] = [];
  const list = html`<datalist id=${`wall-names-${++count}`}></datalist>` as HTMLDataListElement;
  const box =
    html`<input type="search" class="wall-search" list=${list.id} placeholder="numpy" autocomplete="off" spellcheck="false">` as HTMLInputElement;
  const word = html`<span class="wall-word" role="status"></span>`;
  const node = html`<form class="wall-find" role="search" onsubmit=${(event: Event) => {
    event.preventDefault();
    search();
  }}><label>Find a package ${box}</label><button type="submit" class="button">Find</button>${list}${word}</form>` as HTMLElement;
  function search(): void {
    const [first] = findNames(names, box.value, 1);
    if (first !== undefined) {
      word.textContent = "";
      found(first);
    } else if (box.value.trim()) word.textContent = `No package here is called “${box.value.trim().slice(0, 30)}”.`;
  }
  box.addEventListener("input", (event) => {
    event.stopPropagation();
    word.textContent = "";
    list.replaceChildren(
      ...findNames(names, box.value).map((i) => html`<option value=${shortName(names[i]!)}></option>`)
    );
    // A name taken from the list comes whole, and not letter by letter.
    const typed = event instanceof InputEvent && event.inputType !== "insertReplacementText";
    if (!typed) search();
  });
  return {
    node,
    show(next) {
      names = next;
    }
  };
}
