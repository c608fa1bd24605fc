/** The computed numbers that the page src/migration/bitcreep.md quotes, by name; each name begins with `bitcreep.`. */
export const bitcreepQuotes: Record<string, () => string> = {};
