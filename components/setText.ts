/** Sets the text of an element where it is another: setting the same text again costs a browser a new layout of it. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
