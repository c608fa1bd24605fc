/** The computed numbers that the page src/migration/ending.md quotes, by name; each name begins with `ending.`. */
export const endingQuotes: Record<string, () => string> = {};
