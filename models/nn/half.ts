/** Numbers in 16 bits (IEEE 754 binary16): about three digits, up to 65,504. Half the room for published weights. */

const cell = new Float32Array(1);
const bits = new Uint32Array(cell.buffer);

/** The half nearest to x, ties to even; ±∞ beyond 65,519. */
export function toHalf(x: number): number {
  cell[0] = x;
  const word = bits[0]!;
  const sign = (word >>> 16) & 0x8000;
  const exponent = (word >>> 23) & 0xff;
  const fraction = word & 0x7fffff;
  if (exponent === 0xff) return sign | 0x7c00 | (fraction ? 0x200 : 0);
  const power = exponent - 127 + 15;
  if (power >= 31) return sign | 0x7c00;
  // A normal half drops 13 bits of the fraction; a subnormal one more for each power below the least.
  const drop = power > 0 ? 13 : 14 - power;
  if (drop > 24) return sign;
  const whole = power > 0 ? (power << 23) | fraction : 0x800000 | fraction;
  const kept = whole >>> drop;
  const rest = whole & ((1 << drop) - 1);
  const middle = 1 << (drop - 1);
  // Rounding up may carry into the exponent: that is then the right half too.
  return sign | (kept + (rest > middle || (rest === middle && kept & 1) ? 1 : 0));
}

/** The number that a half stands for. */
export function fromHalf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
