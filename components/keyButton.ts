import {html} from "htl";

/** A button that names the key which does the same, if there is one. Its words stand in a span of their own. */
export function keyButton(text: string, key: string, act: () => void, className = "button"): HTMLButtonElement {
  return html`<button type="button" class=${className} onclick=${act}><span>${text}</span>${key && html`<kbd>${key}</kbd>`}</button>` as HTMLButtonElement;
}
