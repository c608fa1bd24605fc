/** Plain loops in double precision, written to be read: what the kernels are held against. */
type Numbers = ArrayLike<number>;
type ImageShape = readonly [images: number, height: number, width: number, channels: number];

/** x [images, height, width, inputs] with w [size, size, inputs, outputs], zeros outside. */
export function conv(
  x: Numbers,
  [images, height, width, inputs]: ImageShape,
  w: Numbers,
  size: number,
  outputs: number
): Float64Array {
  const out = new Float64Array(images * height * width * outputs);
  const reach = (size - 1) / 2;
  for (let n = 0; n < images; ++n)
    for (let i = 0; i < height; ++i)
      for (let j = 0; j < width; ++j)
        for (let o = 0; o < outputs; ++o)
          for (let p = 0; p < size; ++p)
            for (let q = 0; q < size; ++q) {
              const y = i + p - reach;
              const z = j + q - reach;
              if (y < 0 || y >= height || z < 0 || z >= width) continue;
              for (let c = 0; c < inputs; ++c)
                out[((n * height + i) * width + j) * outputs + o]! +=
                  x[((n * height + y) * width + z) * inputs + c]! * w[((p * size + q) * inputs + c) * outputs + o]!;
            }
  return out;
}

/** a [m, k] · b [k, n]. */
export function matmul(a: Numbers, b: Numbers, m: number, k: number, n: number): Float64Array {
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; ++i)
    for (let j = 0; j < n; ++j) for (let l = 0; l < k; ++l) out[i * n + j]! += a[i * k + l]! * b[l * n + j]!;
  return out;
}

/** The index, in an array of shape `small`, of what stands at index `at` of the shape that it is broadcast to. */
function broadcastIndex(at: number, large: readonly number[], small: readonly number[]): number {
  let index = 0;
  let step = 1;
  for (let i = large.length - 1; i >= 0; --i) {
    const length = small[i - large.length + small.length] ?? 1;
    if (length > 1) index += (at % large[i]!) * step;
    step *= length;
    at = Math.floor(at / large[i]!);
  }
  return index;
}

/** f(a, b) at each index of `shape`. */
export function combine(
  f: (a: number, b: number) => number,
  [a, aShape]: [Numbers, readonly number[]],
  [b, bShape]: [Numbers, readonly number[]],
  shape: readonly number[]
): Float64Array {
  const size = shape.reduce((product, length) => product * length, 1);
  return Float64Array.from({length: size}, (_, i) =>
    f(a[broadcastIndex(i, shape, aShape)]!, b[broadcastIndex(i, shape, bShape)]!)
  );
}

/** An array of one shape summed to a smaller one. */
export function sumTo(x: Numbers, shape: readonly number[], smaller: readonly number[]): Float64Array {
  const out = new Float64Array(smaller.reduce((product, length) => product * length, 1));
  for (let i = 0; i < x.length; ++i) out[broadcastIndex(i, shape, smaller)]! += x[i]!;
  return out;
}

/** out[y, x, c] = Σ weight · from[…], for images resized by two; `taps` gives the pixels that make one, and their weights. */
export function resize(
  x: Numbers,
  [images, height, width, channels]: ImageShape,
  outHeight: number,
  outWidth: number,
  taps: (row: number, column: number) => [row: number, column: number, weight: number][]
): Float64Array {
  const out = new Float64Array(images * outHeight * outWidth * channels);
  for (let n = 0; n < images; ++n)
    for (let i = 0; i < outHeight; ++i)
      for (let j = 0; j < outWidth; ++j)
        for (const [row, column, weight] of taps(i, j))
          for (let c = 0; c < channels; ++c)
            out[((n * outHeight + i) * outWidth + j) * channels + c]! +=
              weight * x[((n * height + row) * width + column) * channels + c]!;
  return out;
}
