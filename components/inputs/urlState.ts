/**
 * The page's query string as state: every view is a link. Names that a page does not use are left alone.
 */

const pending = new Map<string, string | null>();
let timer: ReturnType<typeof setTimeout> | undefined;

function flush(): void {
  timer = undefined;
  const url = new URL(location.href);
  for (const [name, value] of pending) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  pending.clear();
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}

/** The value of a name in the address, or null. */
export function readUrl(name: string): string | null {
  if (pending.has(name)) return pending.get(name)!;
  return new URLSearchParams(location.search).get(name);
}

/**
 * Writes a name into the address, or takes it out with null. Browsers refuse more than about a hundred changes in
 * half a minute, so writes wait until a slider has rested for a moment.
 */
export function writeUrl(name: string, value: string | null): void {
  pending.set(name, value);
  clearTimeout(timer);
  timer = setTimeout(flush, 200);
}

if (typeof addEventListener === "function") addEventListener("pagehide", () => pending.size && flush());
