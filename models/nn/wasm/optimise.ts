/**
 * One step of Adam on n parameters p with gradients g. `correction1` and `correction2` are 1 − β₁ᵗ and 1 − β₂ᵗ. With
 * β₁ = 0 there is no first moment, and m may be 0.
 */
export function adam(
  p: usize,
  g: usize,
  m: usize,
  v: usize,
  n: i32,
  rate: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
  correction1: f32,
  correction2: f32
): void {
  const keep1 = f32x4.splat(beta1);
  const take1 = f32x4.splat(1 - beta1);
  const keep2 = f32x4.splat(beta2);
  const take2 = f32x4.splat(1 - beta2);
  const step = f32x4.splat(rate / correction1);
  const grow = f32x4.splat(1 / correction2);
  const small = f32x4.splat(epsilon);
  // Room for parameters is a multiple of four numbers, so that the last register may run over the end.
  for (let i = 0; i < n; i += 4) {
    const at = <usize>i << 2;
    const gradient = v128.load(g + at);
    let mean = gradient;
    if (m) {
      mean = f32x4.add(f32x4.mul(keep1, v128.load(m + at)), f32x4.mul(take1, gradient));
      v128.store(m + at, mean);
    }
    const spread = f32x4.add(f32x4.mul(keep2, v128.load(v + at)), f32x4.mul(take2, f32x4.mul(gradient, gradient)));
    v128.store(v + at, spread);
    const scale = f32x4.add(f32x4.sqrt(f32x4.mul(spread, grow)), small);
    v128.store(p + at, f32x4.sub(v128.load(p + at), f32x4.div(f32x4.mul(step, mean), scale)));
  }
}

/** Whether all of n numbers are finite: a number less itself is 0, but ∞ − ∞ and NaN are not. */
export function allFinite(a: usize, n: i32): bool {
  for (let i = 0; i < n; ++i) {
    const x = load<f32>(a + (<usize>i << 2));
    if (x - x != 0) return false;
  }
  return true;
}

/** FNV-1a, 64 bits, over so many bytes, begun at `state`. */
export function hash(a: usize, bytes: i32, state: u64): u64 {
  for (let i = 0; i < bytes; ++i) state = (state ^ <u64>load<u8>(a + i)) * 0x100000001b3;
  return state;
}
