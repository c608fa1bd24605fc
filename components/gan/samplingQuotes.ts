/** Numbers that src/gan/sampling.md quotes. */
export const samplingQuotes: Record<string, () => string> = {};
