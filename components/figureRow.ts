/** Figures side by side, or under each other where a page is narrow. */
export function figureRow(...figures: readonly {node: HTMLElement}[]): HTMLElement {
  const node = document.createElement("div");
  node.className = "row";
  node.append(...figures.map((figure) => figure.node));
  return node;
}
