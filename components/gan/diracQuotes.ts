/** Numbers that src/gan/dirac.md quotes. */
export const diracQuotes: Record<string, () => string> = {};
