import {multiplyAdd} from "./gemm";

/**
 * Elementwise arithmetic of arrays seen as [outer, middle, inner]. Each operand has a stride, in numbers, for each of
 * the three axes; a stride of 0 repeats the operand along that axis. The inner stride is 0 or 1.
 */

/** Fills n numbers. */
export function fill(out: usize, value: f32, n: i32): void {
  const wide = f32x4.splat(value);
  const end = out + (<usize>n << 2);
  for (; out + 16 <= end; out += 16) v128.store(out, wide);
  for (; out < end; out += 4) store<f32>(out, value);
}

/** out = α·a + β·b + γ for n numbers; a and b may be the same. */
export function blend(a: usize, alpha: f32, b: usize, beta: f32, gamma: f32, out: usize, n: i32): void {
  const A = f32x4.splat(alpha);
  const B = f32x4.splat(beta);
  const C = f32x4.splat(gamma);
  const end = out + (<usize>n << 2);
  if (beta == 0) {
    for (; out + 16 <= end; out += 16, a += 16) v128.store(out, f32x4.add(f32x4.mul(A, v128.load(a)), C));
    for (; out < end; out += 4, a += 4) store<f32>(out, alpha * load<f32>(a) + gamma);
    return;
  }
  for (; out + 16 <= end; out += 16, a += 16, b += 16)
    v128.store(out, f32x4.add(f32x4.add(f32x4.mul(A, v128.load(a)), f32x4.mul(B, v128.load(b))), C));
  for (; out < end; out += 4, a += 4, b += 4)
    store<f32>(out, alpha * load<f32>(a) + beta * load<f32>(b) + gamma);
}

/** 0 add, 1 subtract, 2 multiply, 3 divide. */
function wide(kind: i32, a: v128, b: v128): v128 {
  if (kind == 0) return f32x4.add(a, b);
  if (kind == 1) return f32x4.sub(a, b);
  if (kind == 2) return f32x4.mul(a, b);
  return f32x4.div(a, b);
}

function narrow(kind: i32, a: f32, b: f32): f32 {
  if (kind == 0) return a + b;
  if (kind == 1) return a - b;
  if (kind == 2) return a * b;
  return a / b;
}

function combineRow(kind: i32, a: usize, aStride: i32, b: usize, bStride: i32, out: usize, n: i32): void {
  const end = out + (<usize>n << 2);
  if (aStride == 1 && bStride == 1) {
    // The two that training is made of have loops of their own.
    if (kind == 0) for (; out + 16 <= end; out += 16, a += 16, b += 16) v128.store(out, f32x4.add(v128.load(a), v128.load(b)));
    else if (kind == 2)
      for (; out + 16 <= end; out += 16, a += 16, b += 16) v128.store(out, f32x4.mul(v128.load(a), v128.load(b)));
    else for (; out + 16 <= end; out += 16, a += 16, b += 16) v128.store(out, wide(kind, v128.load(a), v128.load(b)));
  } else if (aStride == 1) {
    const y = v128.load32_splat(b);
    for (; out + 16 <= end; out += 16, a += 16) v128.store(out, wide(kind, v128.load(a), y));
  } else if (bStride == 1) {
    const x = v128.load32_splat(a);
    for (; out + 16 <= end; out += 16, b += 16) v128.store(out, wide(kind, x, v128.load(b)));
  }
  for (; out < end; out += 4) {
    store<f32>(out, narrow(kind, load<f32>(a), load<f32>(b)));
    a += <usize>aStride << 2;
    b += <usize>bStride << 2;
  }
}

/** out [outer, middle, inner] = a ∘ b, where ∘ is 0 +, 1 −, 2 ×, 3 ÷. */
export function combine(
  kind: i32,
  a: usize,
  aOuter: i32,
  aMiddle: i32,
  aInner: i32,
  b: usize,
  bOuter: i32,
  bMiddle: i32,
  bInner: i32,
  out: usize,
  outer: i32,
  middle: i32,
  inner: i32
): void {
  for (let i = 0; i < outer; ++i)
    for (let j = 0; j < middle; ++j) {
      const x = a + (<usize>(i * aOuter + j * aMiddle) << 2);
      const y = b + (<usize>(i * bOuter + j * bMiddle) << 2);
      combineRow(kind, x, aInner, y, bInner, out, inner);
      out += <usize>inner << 2;
    }
}

function sumOf(x: v128): f32 {
  return (
    f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3))
  );
}

/** The sum of n numbers. */
function total(a: usize, n: i32): f32 {
  let sum = f32x4.splat(0);
  let rest: f32 = 0;
  const end = a + (<usize>n << 2);
  for (; a + 16 <= end; a += 16) sum = f32x4.add(sum, v128.load(a));
  for (; a < end; a += 4) rest += load<f32>(a);
  return sumOf(sum) + rest;
}

function dot(a: usize, b: usize, n: i32): f32 {
  let sum = f32x4.splat(0);
  let rest: f32 = 0;
  const end = a + (<usize>n << 2);
  for (; a + 16 <= end; a += 16, b += 16) sum = multiplyAdd(sum, v128.load(a), v128.load(b));
  for (; a < end; a += 4, b += 4) rest += load<f32>(a) * load<f32>(b);
  return sumOf(sum) + rest;
}

/** out += the sum of a [outer, middle, inner] over the axes where out has stride 0. */
export function reduce(
  a: usize,
  out: usize,
  outOuter: i32,
  outMiddle: i32,
  outInner: i32,
  outer: i32,
  middle: i32,
  inner: i32
): void {
  for (let i = 0; i < outer; ++i)
    for (let j = 0; j < middle; ++j) {
      let to = out + (<usize>(i * outOuter + j * outMiddle) << 2);
      if (outInner == 0) store<f32>(to, load<f32>(to) + total(a, inner));
      else {
        let from = a;
        const end = a + (<usize>inner << 2);
        for (; from + 16 <= end; from += 16, to += 16) v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
        for (; from < end; from += 4, to += 4) store<f32>(to, load<f32>(to) + load<f32>(from));
      }
      a += <usize>inner << 2;
    }
}

/** out += the sum of a·b, both [outer, middle, inner] with strides, over the axes where out has stride 0. */
export function contract(
  a: usize,
  aOuter: i32,
  aMiddle: i32,
  aInner: i32,
  b: usize,
  bOuter: i32,
  bMiddle: i32,
  bInner: i32,
  out: usize,
  outOuter: i32,
  outMiddle: i32,
  outInner: i32,
  outer: i32,
  middle: i32,
  inner: i32
): void {
  for (let i = 0; i < outer; ++i)
    for (let j = 0; j < middle; ++j) {
      let x = a + (<usize>(i * aOuter + j * aMiddle) << 2);
      let y = b + (<usize>(i * bOuter + j * bMiddle) << 2);
      let to = out + (<usize>(i * outOuter + j * outMiddle) << 2);
      if (outInner == 0) {
        let sum: f32;
        if (aInner == 1 && bInner == 1) sum = dot(x, y, inner);
        else if (aInner == 1) sum = total(x, inner) * load<f32>(y);
        else if (bInner == 1) sum = total(y, inner) * load<f32>(x);
        else sum = load<f32>(x) * load<f32>(y) * <f32>inner;
        store<f32>(to, load<f32>(to) + sum);
        continue;
      }
      const end = to + (<usize>inner << 2);
      if (aInner == 1 && bInner == 1)
        for (; to + 16 <= end; to += 16, x += 16, y += 16)
          v128.store(to, multiplyAdd(v128.load(to), v128.load(x), v128.load(y)));
      else if (aInner == 1) {
        const factor = v128.load32_splat(y);
        for (; to + 16 <= end; to += 16, x += 16) v128.store(to, multiplyAdd(v128.load(to), v128.load(x), factor));
      } else if (bInner == 1) {
        const factor = v128.load32_splat(x);
        for (; to + 16 <= end; to += 16, y += 16) v128.store(to, multiplyAdd(v128.load(to), v128.load(y), factor));
      }
      for (; to < end; to += 4) {
        store<f32>(to, load<f32>(to) + load<f32>(x) * load<f32>(y));
        x += <usize>aInner << 2;
        y += <usize>bInner << 2;
      }
    }
}
