/** A piece of a page that stays where it is and is redrawn as the state changes. */
export interface View<State> {
  node: HTMLElement;
  update(state: State): void;
}

export interface ResponsiveOptions {
  /**
   * Height in CSS pixels, or as a CSS length such as `clamp(300px, 48cqw, 430px)`, where 100cqw is the frame's width:
   * the height is the style sheet's business, so that its room is there before a script has run.
   */
  height: number | string;
  className?: string;
}

/**
 * A view that watches its own size: `draw` is called with the latest state when the state changes and when the size
 * does, and not before both are known. A chart out of sight waits: it is brought up to date as it comes near the
 * screen, or before the page is printed, so that a slider pays only for what its reader can see.
 */
export function responsive<State>(
  {height, className = ""}: ResponsiveOptions,
  draw: (host: HTMLElement, state: State, width: number, height: number) => void
): View<State> {
  const node = document.createElement("div");
  node.className = `view ${className}`.trim();
  node.style.height = typeof height === "number" ? `${height}px` : height;
  let size = {width: 0, height: 0};
  let state: {value: State} | undefined;
  let near = true;
  // Until a chart has been drawn at its present size it does not wait.
  let drawn = false;
  let stale = false;
  const redraw = () => {
    if (!state || size.width === 0) return;
    stale = drawn && !near;
    if (stale) return;
    draw(node, state.value, size.width, size.height);
    drawn = true;
  };
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry!.contentRect.width);
    const height = Math.round(entry!.contentRect.height);
    if (width === size.width && height === size.height) return;
    size = {width, height};
    drawn = false;
    redraw();
  }).observe(node);
  new IntersectionObserver(
    (entries) => {
      near = entries.at(-1)!.isIntersecting;
      if (near && stale) redraw();
    },
    {rootMargin: "240px"}
  ).observe(node);
  addEventListener("beforeprint", () => {
    near = true;
    if (stale) redraw();
  });
  return {
    node,
    update(value) {
      state = {value};
      redraw();
    }
  };
}
