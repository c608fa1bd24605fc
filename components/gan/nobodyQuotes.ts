/** Numbers that src/gan/nobody.md quotes. */
export const nobodyQuotes: Record<string, () => string> = {};
