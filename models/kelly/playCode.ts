/**
 * The stakes of a game as short text for an address: each in cents, five bits a character, the lowest first, and the
 * character's sixth bit set while more of the same stake follow. A stake below $327.68 takes at most three characters.
 */
const letters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

/** Stakes in dollars, whole cents, as text. */
export function encodeStakes(stakes: readonly number[]): string {
  let text = "";
  for (const stake of stakes) {
    let cents = Math.round(stake * 100);
    for (; cents >= 32; cents = Math.floor(cents / 32)) text += letters[32 + (cents % 32)];
    text += letters[cents];
  }
  return text;
}

/**
 * The stakes in dollars that a text stands for.
 *
 * @throws RangeError naming a character that is none of the code's, a stake cut short, or one too large to be one.
 */
export function decodeStakes(text: string): number[] {
  const stakes: number[] = [];
  let cents = 0;
  let place = 1;
  for (const letter of text) {
    const bits = letters.indexOf(letter);
    if (bits < 0)
      throw new RangeError(`code holds ${JSON.stringify(letter)}, but must be letters, digits, - and _ only`);
    cents += (bits % 32) * place;
    if (bits >= 32) {
      place *= 32;
      if (place > 2 ** 40) throw new RangeError("code holds a stake of more than eight characters");
    } else {
      stakes.push(cents / 100);
      cents = 0;
      place = 1;
    }
  }
  if (place > 1) throw new RangeError("code ends in the middle of a stake");
  return stakes;
}
