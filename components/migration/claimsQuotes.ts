/** The computed numbers that the page src/migration/claims.md quotes, by name; each name begins with `claims.`. */
export const claimsQuotes: Record<string, () => string> = {};
