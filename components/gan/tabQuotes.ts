/** Numbers that src/gan/tab.md quotes. */
export const tabQuotes: Record<string, () => string> = {};
