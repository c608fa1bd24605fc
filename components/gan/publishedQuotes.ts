/** Numbers that src/gan/published.md quotes. */
export const publishedQuotes: Record<string, () => string> = {};
