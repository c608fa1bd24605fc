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

/** Milliseconds of drawing after which the other charts in sight wait for the next frame. */
const budget = 6;

/** Milliseconds without a change after which charts out of sight are brought up to date. */
const resting = 200;

/** Time spent on drawing since the last frame began, and the charts that wait for the next. */
let spent = 0;
const waiting = new Set<() => void>();
let asked = false;
/** Charts near the screen but not on it. */
const hidden = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function timed(work: () => void): void {
  const start = performance.now();
  try {
    work();
  } finally {
    spent += performance.now() - start;
  }
}

function nextFrame(): void {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    spent = 0;
    for (const work of waiting) {
      if (spent >= budget) break;
      waiting.delete(work);
      timed(work);
    }
    if (waiting.size) nextFrame();
  });
}

/** Draws at once while there is time left in this frame, and else in one of the next. */
function soon(work: () => void): void {
  if (spent >= budget) waiting.add(work);
  else {
    waiting.delete(work);
    timed(work);
  }
  nextFrame();
}

/** Draws, one chart a frame, when nothing has changed for a while. */
function atRest(work?: () => void): void {
  if (work) hidden.add(work);
  else if (hidden.size === 0) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    for (const d of hidden) waiting.add(d);
    hidden.clear();
    nextFrame();
  }, resting);
}

/**
 * A view that watches its own size: `draw` is called with the latest state when the state changes and when the size
 * does, and not before both are known. A slider pays only for what its reader can see: charts on the screen follow at
 * once, or in the next frames where there are many; those near it when the slider rests; and those farther off as they
 * come near, or before the page is printed.
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
  let inSight = true;
  // Until a chart has been drawn at its present size it does not wait.
  let drawn = false;
  let stale = false;
  const redraw = () => {
    if (!state || size.width === 0) return;
    stale = false;
    hidden.delete(redraw);
    waiting.delete(redraw);
    draw(node, state.value, size.width, size.height);
    drawn = true;
  };
  const changed = () => {
    if (!drawn) return redraw();
    stale = true;
    if (inSight) soon(redraw);
    else atRest(near ? redraw : undefined);
  };
  const seen = () => {
    if (stale && near) soon(redraw);
  };
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry!.contentRect.width);
    const height = Math.round(entry!.contentRect.height);
    if (width === size.width && height === size.height) return;
    size = {width, height};
    drawn = false;
    redraw();
  }).observe(node);
  const watch = (rootMargin: string, tell: (within: boolean) => void) =>
    new IntersectionObserver((entries) => tell(entries.at(-1)!.isIntersecting), {rootMargin}).observe(node);
  watch("240px", (within) => {
    const came = within && !near;
    near = within;
    if (came) seen();
  });
  watch("0px", (within) => {
    inSight = within;
    if (within) seen();
  });
  addEventListener("beforeprint", () => {
    if (stale) redraw();
  });
  return {
    node,
    update(value) {
      state = {value};
      changed();
    }
  };
}
