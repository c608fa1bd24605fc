/** The computed numbers that the page src/migration/wars.md quotes, by name; each name begins with `wars.`. */
export const warsQuotes: Record<string, () => string> = {};
