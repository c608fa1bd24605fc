import {checkBetween, checkNumber, checkWhole} from "../check.js";
import {normal, random} from "../random.js";

/**
 * Latents: what a face is drawn from. A latent is a list of normal deviates; the generator looks only at its direction,
 * so what is made of latents here stays at their length.
 */
export type Latent = Float32Array;

/** Numbers enough for any network here. */
const longest = 4096;

/** The latent of a seed: it depends on nothing else, so that a seed is a face, wherever and beside whatever it is made. */
export function latentOf(seed: string | number, length: number): Latent {
  checkWhole("length", length, 2, longest);
  return Float32Array.from({length}, normal(random(`latent ${seed}`)));
}

/** The length of a latent as an arrow. */
export function norm(latent: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < latent.length; ++i) sum += latent[i]! ** 2;
  return Math.sqrt(sum);
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += a[i]! * b[i]!;
  return sum;
}

function checkPair(a: ArrayLike<number>, b: ArrayLike<number>): void {
  if (a.length !== b.length) throw new RangeError(`b has ${b.length} numbers, but must have ${a.length}: as many as a`);
  for (const [name, latent] of Object.entries({a, b}))
    checkNumber(`norm of ${name}`, norm(latent), "a number above 0", (v) => v > 0);
}

/** a·x + b·y, number by number. */
function combine(a: number, x: ArrayLike<number>, b: number, y: ArrayLike<number>): Latent {
  return Float32Array.from(x, (value, i) => a * value + b * y[i]!);
}

/** The part of b that is at right angles to a, as long as a. */
function across(a: ArrayLike<number>, b: ArrayLike<number>): Latent | null {
  const square = dot(a, a);
  const rest = combine(1, b, -dot(a, b) / square, a);
  const length = norm(rest);
  return length > 1e-5 * norm(b) ? rest.map((v) => (v / length) * Math.sqrt(square)) : null;
}

/** A latent at right angles to another, as long: beside the axis to which it is least inclined. */
function anyAcross(a: ArrayLike<number>): Latent {
  let least = 0;
  for (let i = 1; i < a.length; ++i) if (Math.abs(a[i]!) < Math.abs(a[least]!)) least = i;
  return across(
    a,
    Float32Array.from(a, (_, i) => (i === least ? 1 : 0))
  )!;
}

/**
 * A point on the shortest way from a to b over the sphere (Shoemake, 1985): a at 0, b at 1; its length goes evenly from
 * that of a to that of b. The straight way would pass nearer to the middle than latents ever lie.
 *
 * @throws RangeError if the two have different counts, or one is all 0, or t is outside 0 … 1.
 */
export function slerp(a: ArrayLike<number>, b: ArrayLike<number>, t: number): Latent {
  checkPair(a, b);
  checkBetween("t", t, 0, 1);
  if (t === 0) return Float32Array.from(a);
  if (t === 1) return Float32Array.from(b);
  const [lengthA, lengthB] = [norm(a), norm(b)];
  const angle = Math.acos(Math.max(-1, Math.min(1, dot(a, b) / (lengthA * lengthB))));
  const side = across(a, b);
  const grown = 1 + t * (lengthB / lengthA - 1);
  // Opposite ends have many shortest ways, and the same direction has none: any side will do.
  if (!side && angle < 1) return combine(grown, a, 0, a);
  return combine(grown * Math.cos(t * angle), a, grown * Math.sin(t * angle), side ?? anyAcross(a));
}

/** Where a walk is at time t ≥ 0: it comes by a new latent at each whole number. */
export function walk(seed: string | number, length: number, t: number): Latent {
  checkNumber("t", t, "a number of at least 0", (v) => v >= 0);
  const stop = Math.floor(t);
  return slerp(latentOf(`${seed} stop ${stop}`, length), latentOf(`${seed} stop ${stop + 1}`, length), t - stop);
}

/** A great circle: where it is after so many turns. It comes by the latent of the seed at each whole number. */
export function circle(seed: string | number, length: number, turns: number): Latent {
  checkNumber("turns", turns, "a finite number");
  const start = latentOf(seed, length);
  const side = across(start, latentOf(`${seed} side`, length)) ?? anyAcross(start);
  const part = turns - Math.floor(turns);
  if (part === 0) return start;
  return combine(Math.cos(2 * Math.PI * part), start, Math.sin(2 * Math.PI * part), side);
}

/**
 * A latent turned towards a random side by `amount` of a right angle: 0 changes nothing, 1 leaves nothing of what it was.
 */
export function mutate(latent: ArrayLike<number>, amount: number, seed: string | number): Latent {
  checkBetween("amount", amount, 0, 1);
  if (amount === 0) return Float32Array.from(latent);
  const side = across(latent, latentOf(`mutation ${seed}`, latent.length)) ?? anyAcross(latent);
  const angle = (amount * Math.PI) / 2;
  return combine(Math.cos(angle), latent, Math.sin(angle), side);
}

/**
 * The child of two latents: each number comes from either parent, by the toss of a coin that gives it to the first
 * with chance `share`; the whole is brought to the length that is as far between those of the parents.
 *
 * @throws RangeError if the two have different counts, or one is all 0, or share is outside 0 … 1.
 */
export function breed(a: ArrayLike<number>, b: ArrayLike<number>, seed: string | number, share = 0.5): Latent {
  checkPair(a, b);
  checkBetween("share", share, 0, 1);
  const coin = random(`breed ${seed}`);
  const child = Float32Array.from(a, (value, i) => (coin() < share ? value : b[i]!));
  const length = norm(child);
  if (length === 0) return slerp(a, b, 1 - share);
  const wanted = share * norm(a) + (1 - share) * norm(b);
  return Math.abs(length - wanted) < 1e-6 * wanted ? child : child.map((v) => (v / length) * wanted);
}

/**
 * Truncation (Karras and others, 2019; Brock and others, 2019 in latents): a style drawn towards a mean. ψ = 1 leaves it,
 * 0 gives the mean, below 0 the other side of it.
 */
export function truncate(style: ArrayLike<number>, mean: ArrayLike<number>, psi: number): Float32Array {
  checkNumber("psi", psi, "a finite number");
  if (psi === 1) return Float32Array.from(style);
  return Float32Array.from(style, (value, i) => mean[i]! + psi * (value - mean[i]!));
}
