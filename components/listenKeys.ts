/** What each key does: letters in lower case, other keys as `KeyboardEvent.key` names them. */
export type KeyMoves = Readonly<Record<string, (() => void) | undefined>>;

/**
 * Lets keys pressed within `node` do what buttons do. Not with Ctrl, Meta or Alt, which are the browser’s; not within
 * `fields`, which take text; and the space not on a button, which it presses.
 */
export function listenKeys(node: HTMLElement, moves: KeyMoves, fields: readonly EventTarget[] = []): void {
  node.addEventListener("keydown", (event) => {
    const {key, target} = event;
    if (event.ctrlKey || event.metaKey || event.altKey || fields.includes(target!)) return;
    if (key === " " && target instanceof HTMLButtonElement) return;
    const move = moves[key.length === 1 ? key.toLowerCase() : key];
    if (!move) return;
    event.preventDefault();
    move();
  });
}
