/**
 * The generator of models/random.ts, xoshiro128**, for the many numbers that training needs. Its four words lie in
 * memory, so that they can be saved; a stream of uniform numbers is the same, bit for bit, as there.
 */
function next(state: usize): u32 {
  let a = load<u32>(state);
  let b = load<u32>(state, 4);
  let c = load<u32>(state, 8);
  let d = load<u32>(state, 12);
  const word = rotl<u32>(b * 5, 7) * 9;
  const shifted = b << 9;
  c ^= a;
  d ^= b;
  b ^= c;
  a ^= d;
  c ^= shifted;
  d = rotl<u32>(d, 11);
  store<u32>(state, a);
  store<u32>(state, b, 4);
  store<u32>(state, c, 8);
  store<u32>(state, d, 12);
  return word;
}

/** A number in [0, 1) with 53 random bits. */
export function uniform(state: usize): f64 {
  const high = <f64>(next(state) >>> 5);
  return (high * 67108864 + <f64>(next(state) >>> 6)) / 9007199254740992;
}

/** Fills n numbers from [low, high). */
export function fillUniform(state: usize, out: usize, n: i32, low: f32, high: f32): void {
  for (let i = 0; i < n; ++i) store<f32>(out + (<usize>i << 2), low + (high - low) * <f32>uniform(state));
}

/** Fills n numbers with normal deviates, by the polar method of Marsaglia (1964). */
export function fillNormal(state: usize, out: usize, n: i32, deviation: f32): void {
  for (let i = 0; i < n; i += 2) {
    let x: f64;
    let y: f64;
    let square: f64;
    do {
      x = 2 * uniform(state) - 1;
      y = 2 * uniform(state) - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    const scale = sqrt<f64>((-2 * NativeMath.log(square)) / square) * <f64>deviation;
    const at = out + (<usize>i << 2);
    store<f32>(at, <f32>(x * scale));
    if (i + 1 < n) store<f32>(at, <f32>(y * scale), 4);
  }
}
