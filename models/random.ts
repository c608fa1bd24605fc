import {checkNumber} from "./check.js";

/**
 * Seeded randomness: the same seed gives the same numbers on every machine.
 *
 * The generator is xoshiro128** 1.1 (Blackman and Vigna, “Scrambled linear pseudorandom number generators”, 2021):
 * 128 bits of state, period 2¹²⁸ − 1, and only 32-bit integer arithmetic, which JavaScript does exactly.
 */

/** A source of numbers in [0, 1). */
export type Random = () => number;

/** Four 32-bit words, not all 0. */
export type RandomState = readonly [number, number, number, number];

/** xoshiro128** from a given state: each call returns the next whole number from 0 to 2³² − 1. */
export function xoshiro128(state: RandomState): () => number {
  let [a, b, c, d] = state;
  return () => {
    const scrambled = Math.imul(b, 5);
    const word = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return word;
  };
}

/**
 * The state that a seed stands for. The characters are hashed by code point (FNV-1a and a second hash beside it) and the hashes spread over
 * four words by the finaliser of MurmurHash3, as splitmix32 does, so that seeds 1, 2, 3 … give unrelated sequences.
 */
export function seedState(seed: string | number): RandomState {
  if (typeof seed === "number") checkNumber("seed", seed, "a text or a finite number");
  let hash = 0x811c9dc5;
  let second = 0x9e3779b9;
  for (const letter of String(seed)) {
    const code = letter.codePointAt(0)!;
    hash = Math.imul(hash ^ code, 0x01000193);
    // A second hash with another multiplier: 64 bits keep different texts apart.
    second = Math.imul(second ^ code, 0x5bd1e995) ^ (second >>> 15);
  }
  const words: number[] = [hash, hash, second, second].map((word, i) => mix(word + Math.imul(i + 1, 0x9e3779b9)));
  if (!words.some((word) => word !== 0)) words[0] = 1;
  return words as [number, number, number, number];
}

/** The 32-bit finaliser of MurmurHash3: a bijection in which each bit of the input moves half of the output. */
function mix(word: number): number {
  let z = word | 0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

/**
 * A generator of numbers in [0, 1), with all 53 bits of a double random. A number and its text, 7 and "7", are the
 * same seed.
 *
 * @throws RangeError naming a seed that is not a text or a finite number.
 */
export function random(seed: string | number): Random {
  const next = xoshiro128(seedState(seed));
  // Two draws make 53 bits: 27 high bits of one, 26 of the other.
  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
}

/**
 * Normal deviates with the given mean and standard deviation, by the polar method of Marsaglia (1964).
 *
 * @throws RangeError naming mean or deviation.
 */
export function normal(source: Random, mean = 0, deviation = 1): Random {
  checkNumber("mean", mean, "a finite number");
  checkNumber("deviation", deviation, "a number of at least 0", (v) => v >= 0);
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return mean + deviation * kept;
    }
    let x: number;
    let y: number;
    let square: number;
    do {
      x = 2 * source() - 1;
      y = 2 * source() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    spare = y * scale;
    return mean + deviation * x * scale;
  };
}

/**
 * Whole numbers from `low` to `high`, both included, each as likely as the others. At most 2³² of them: then a double
 * with 53 random bits favours none by more than one part in two million.
 *
 * @throws RangeError naming low or high.
 */
export function integer(source: Random, low: number, high: number): Random {
  checkNumber("low", low, "a whole number", Number.isSafeInteger);
  checkNumber(
    "high",
    high,
    `a whole number from ${low} to ${low + 2 ** 32 - 1}`,
    (v) => Number.isSafeInteger(v) && v >= low && v - low < 2 ** 32
  );
  const count = high - low + 1;
  return () => low + Math.floor(source() * count);
}
