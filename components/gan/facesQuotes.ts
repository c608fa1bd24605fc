/** Numbers that src/gan/faces.md quotes. */
export const facesQuotes: Record<string, () => string> = {};
