/** The computed numbers that the page src/migration/real.md quotes, by name; each name begins with `real.`. */
export const realQuotes: Record<string, () => string> = {};
