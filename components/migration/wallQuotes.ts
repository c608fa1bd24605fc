/** The computed numbers that the page src/migration/wall.md quotes, by name; each name begins with `wall.`. */
export const wallQuotes: Record<string, () => string> = {};
