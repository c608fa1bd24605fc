/** The functions of the compiled kernels. All pointers are byte addresses in the engine's memory; see wasm/ for each. */
export interface Kernels {
  packColumns(w: number, rows: number, columns: number, out: number): void;
  transpose(a: number, rows: number, columns: number, out: number): void;
  gemm(a: number, packed: number, c: number, m: number, n: number, k: number): void;
  gemmTransposed(a: number, b: number, c: number, m: number, n: number, k: number): void;
  padImage(x: number, out: number, images: number, height: number, width: number, channels: number): void;
  flipKernel(w: number, taps: number, rows: number, columns: number, out: number): void;
  conv3: Convolve;
  conv3Weights: Convolve;
  winogradKernel(w: number, inputs: number, outputs: number, packed: number): void;
  winogradKernelAdjoint(du: number, inputs: number, outputs: number, dw: number): void;
  winogradPlanes(rows: number, columns: number): number;
  winogradScratch(width: number, inputs: number, outputs: number): number;
  winogradConvolve(
    x: number,
    packed: number,
    y: number,
    scratch: number,
    bias: number,
    above: number,
    below: number,
    ...sizes: ImageSizes
  ): void;
  winogradGradients(
    x: number,
    y: number,
    dy: number,
    packed: number,
    du: number,
    dx: number,
    db: number,
    scratch: number,
    above: number,
    below: number,
    ...sizes: ImageSizes
  ): void;
  fill(out: number, value: number, n: number): void;
  blend(a: number, alpha: number, b: number, beta: number, gamma: number, out: number, n: number): void;
  combine(kind: number, ...rest: number[]): void;
  contract(...all: number[]): void;
  reduce(...all: number[]): void;
  unary(kind: number, a: number, out: number, n: number): void;
  biasLeaky(x: number, bias: number, out: number, rows: number, columns: number, above: number, below: number): void;
  leakyGradientSums(
    x: number,
    g: number,
    out: number,
    sums: number,
    rows: number,
    columns: number,
    above: number,
    below: number
  ): void;
  leakyGradient(x: number, g: number, out: number, n: number, above: number, below: number): void;
  copyBlocks(from: number, fromStep: number, to: number, toStep: number, size: number, count: number): void;
  gatherRows(table: number, rows: number, out: number, count: number, width: number): void;
  scatterRows(a: number, rows: number, out: number, count: number, width: number): void;
  adam(p: number, g: number, m: number, v: number, n: number, ...settings: number[]): void;
  allFinite(a: number, n: number): number;
  hash(a: number, bytes: number, state: bigint): bigint;
  uniform(state: number): number;
  fillUniform(state: number, out: number, n: number, low: number, high: number): void;
  fillNormal(state: number, out: number, n: number, deviation: number): void;
  softmax(a: number, out: number, rows: number, columns: number): void;
  logSumExp(a: number, out: number, rows: number, columns: number): void;
  upsample: Resize;
  downsample: Resize;
  bilinear: Interpolate;
  bilinearAdjoint: Interpolate;
  depthToSpace(
    x: number,
    out: number,
    images: number,
    height: number,
    width: number,
    channels: number,
    back: number
  ): void;
}

type Interpolate = (x: number, out: number, images: number, height: number, width: number, channels: number) => void;

type Resize = (
  x: number,
  out: number,
  images: number,
  height: number,
  width: number,
  channels: number,
  alpha: number
) => void;

type Convolve = (padded: number, other: number, out: number, ...sizes: ImageSizes) => void;

type ImageSizes = [images: number, height: number, width: number, inputs: number, outputs: number];

/** The functions of `kernels.unary`, by number; wasm/elementwise.ts has the same list. */
export const unaryKinds = [
  "exp",
  "log",
  "sqrt",
  "rsqrt",
  "reciprocal",
  "square",
  "tanh",
  "sigmoid",
  "softplus",
  "sin",
  "cos",
  "abs",
  "sign"
] as const;

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The bytes that a base64 text stands for. Written out because a model may name neither Buffer nor a page's atob. */
export function base64Bytes(text: string): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(128);
  for (let i = 0; i < digits.length; ++i) values[digits.charCodeAt(i)] = i;
  const length = text.replace(/=+$/, "").length;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < length; ++i) {
    bits = (bits << 6) | values[text.charCodeAt(i)]!;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = bits >>> held;
    bits &= (1 << held) - 1;
  }
  return bytes;
}

/** A module of one function that multiplies and adds in one instruction, which relaxed SIMD brought. */
const relaxedProbe = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0],
  ...[1, 8, 1, 96, 3, 123, 123, 123, 1, 123],
  ...[3, 2, 1, 0],
  ...[10, 13, 1, 11, 0, 32, 0, 32, 1, 32, 2, 253, 133, 2, 11]
);

/** Whether this machine's WebAssembly knows relaxed SIMD, which `kernelsRelaxedWasm` needs. */
export const hasRelaxedSimd = (): boolean => WebAssembly.validate(relaxedProbe);

const abort = () => {
  throw new Error("a kernel stopped");
};

/** The kernels of a binary, working in `memory`. */
export function startKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernels {
  return new WebAssembly.Instance(module, {env: {memory, abort}}).exports as unknown as Kernels;
}
