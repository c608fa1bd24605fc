/** A seed that nobody has chosen: a number from 1 to 999,999, as text. */
export function newSeed(): string {
  return String(1 + (crypto.getRandomValues(new Uint32Array(1))[0]! % 999_999));
}
