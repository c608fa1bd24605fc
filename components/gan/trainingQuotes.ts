/** Numbers that src/gan/training.md quotes. */
export const trainingQuotes: Record<string, () => string> = {};
