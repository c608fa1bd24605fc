/** The computed numbers that the page src/migration/tipping.md quotes, by name; each name begins with `tipping.`. */
export const tippingQuotes: Record<string, () => string> = {};
