/** Milliseconds that an answer waits for the next move of a slider. */
const patience = 48;

/** What draws the moves of a slider, and the answers that a worker gives to them. */
export interface Drawer {
  /** A slider has moved: draws now. */
  moved(): void;
  /** A slider has moved that this drawing does not follow: draws now if an answer waits for it. */
  passed(): void;
  /** An answer has come: it is drawn with the next move or, where none comes soon, by itself. */
  answered(): void;
}

/** While a slider is dragged, a chart that also waits for a worker is drawn once a move, not once more for each answer. */
export function withNextMove(draw: () => void): Drawer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    draw();
  };
  return {
    moved: now,
    passed() {
      if (timer !== undefined) now();
    },
    answered() {
      timer ??= setTimeout(now, patience);
    }
  };
}
