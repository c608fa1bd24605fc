import {multiplyAdd} from "./gemm";

/** The 36 planes that Winograd's F(4×4, 3×3) transforms a 3×3 kernel to, and back for its gradient. */

/** Bytes between planes: rows are rounded up to whole panels, and a cache line keeps planes from competing for the same place. */
export function kernelStep(rows: i32, columns: i32): usize {
  return (<usize>(rows * ((columns + 7) & ~7)) << 2) + 64;
}

/** Numbers that 36 planes of a kernel or of its gradient take. */
export function winogradPlanes(rows: i32, columns: i32): i32 {
  return <i32>(9 * kernelStep(rows, columns));
}

/**
 * G·w·Gᵀ for a kernel w [3, 3, inputs, outputs]: 36 planes [inputs, outputs], each packed in panels of 8 columns as by
 * `packColumns`.
 */
export function winogradKernel(w: usize, inputs: i32, outputs: i32, packed: usize): void {
  const tap = <usize>(inputs * outputs) << 2;
  const plane = kernelStep(inputs, outputs);
  const bytes = plane - 64;
  // Plane by plane, since a processor follows few places at a time as it writes.
  for (let column: usize = 0; column < 3; ++column) {
    let from = w + column * tap;
    for (let row = 0; row < inputs; ++row)
      for (let first = 0; first < outputs; first += 4) {
        const at = <usize>((first & ~7) * inputs + 8 * row + (first & 4)) << 2;
        kernelTransform(from, 3 * tap, packed + column * plane + at, 6 * plane);
        from += 16;
      }
  }
  for (let line: usize = 0; line < 6; ++line) {
    const first = packed + 6 * line * plane;
    for (let to = first; to < first + bytes; to += 16) kernelTransform(to, plane, to, plane);
  }
}

/** Six numbers of three: G·w. They may begin at the same place. */
function kernelTransform(from: usize, step: usize, to: usize, toStep: usize): void {
  const quarter = f32x4.splat(0.25);
  const sixth = f32x4.splat(<f32>(-1.0 / 6));
  const w0 = v128.load(from);
  const w1 = v128.load(from + step);
  const w2 = v128.load(from + 2 * step);
  const ends = f32x4.mul(sixth, f32x4.add(w0, w2));
  const middle = f32x4.mul(sixth, w1);
  const wide = f32x4.mul(f32x4.splat(<f32>(1.0 / 24)), multiplyAdd(w0, f32x4.splat(4), w2));
  const centre = f32x4.mul(f32x4.splat(<f32>(1.0 / 12)), w1);
  v128.store(to, f32x4.mul(quarter, w0));
  v128.store(to + toStep, f32x4.add(ends, middle));
  v128.store(to + 2 * toStep, f32x4.sub(ends, middle));
  v128.store(to + 3 * toStep, f32x4.add(wide, centre));
  v128.store(to + 4 * toStep, f32x4.sub(wide, centre));
  v128.store(to + 5 * toStep, w2);
}

/** The adjoint: dw [3, 3, inputs, outputs] = Gᵀ·du·G. It overwrites du. */
export function winogradKernelAdjoint(du: usize, inputs: i32, outputs: i32, dw: usize): void {
  const tap = <usize>(inputs * outputs) << 2;
  const plane = kernelStep(inputs, outputs);
  for (let at: usize = 0; at < tap; at += 16) {
    for (let row: usize = 0; row < 6; ++row) {
      const to = du + 6 * row * plane + at;
      adjointTransform(to, plane, to, plane);
    }
    for (let column: usize = 0; column < 3; ++column) {
      const from = du + column * plane + at;
      adjointTransform(from, 6 * plane, dw + column * tap + at, 3 * tap);
    }
  }
}

/** Three numbers of six: Gᵀ·u. They may begin at the same place. */
function adjointTransform(from: usize, step: usize, to: usize, toStep: usize): void {
  const u1 = v128.load(from + step);
  const u2 = v128.load(from + 2 * step);
  const u3 = v128.load(from + 3 * step);
  const u4 = v128.load(from + 4 * step);
  const u5 = v128.load(from + 5 * step);
  const ends = f32x4.mul(f32x4.splat(<f32>(-1.0 / 6)), f32x4.add(u1, u2));
  const wide = f32x4.mul(f32x4.splat(<f32>(1.0 / 24)), f32x4.add(u3, u4));
  const near = f32x4.mul(f32x4.splat(<f32>(1.0 / 6)), f32x4.sub(u2, u1));
  const far = f32x4.mul(f32x4.splat(<f32>(1.0 / 12)), f32x4.sub(u3, u4));
  v128.store(to, f32x4.add(f32x4.mul(f32x4.splat(0.25), v128.load(from)), f32x4.add(ends, wide)));
  v128.store(to + toStep, f32x4.add(near, far));
  v128.store(to + 2 * toStep, f32x4.add(multiplyAdd(ends, f32x4.splat(4), wide), u5));
}
