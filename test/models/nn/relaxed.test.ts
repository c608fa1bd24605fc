import assert from "node:assert/strict";
import {test} from "node:test";
import {setFlagsFromString} from "node:v8";
import {createEngine} from "../../../models/nn/engine.js";
import {base64Bytes, hasRelaxedSimd} from "../../../models/nn/kernels.js";
import {kernelsRelaxedWasm} from "../../../models/nn/kernelsRelaxedWasm.js";
import {kernelsWasm} from "../../../models/nn/kernelsWasm.js";
import * as ops from "../../../models/nn/ops.js";
import {sizeOf} from "../../../models/nn/shape.js";
import {normal, random} from "../../../models/random.js";

// Node 20 has it behind a flag, later ones without.
setFlagsFromString("--experimental-wasm-relaxed-simd");

test("relaxed SIMD is said to be there where the kernels that need it are valid", () => {
  assert.equal(hasRelaxedSimd(), WebAssembly.validate(base64Bytes(kernelsRelaxedWasm)));
  assert.ok(WebAssembly.validate(base64Bytes(kernelsWasm)));
  assert.notEqual(kernelsRelaxedWasm, kernelsWasm);
});

test("kernels in relaxed SIMD give what plain ones do, to rounding", (t) => {
  if (!hasRelaxedSimd()) return t.skip("this Node has no relaxed SIMD");
  const results = [undefined, kernelsRelaxedWasm].map((kernels) => {
    const engine = createEngine({memoryMegabytes: 16, kernels});
    const numbers = (name: string, shape: number[], size = 1) => {
      const draw = normal(random(name));
      const values = Float32Array.from({length: sizeOf(shape)}, () => size * draw());
      return engine.tensor(values, shape, {tracked: true});
    };
    return engine.step(() => {
      const x = numbers("x", [5, 8, 8, 12]);
      const w = numbers("w", [3, 3, 12, 20], 0.1);
      const direct = numbers("direct", [3, 3, 20, 5], 0.1);
      const dense = numbers("dense", [5 * 64, 7], 0.1);
      const h = ops.conv(ops.convBiasLeakyRelu(x, w, numbers("b", [20])), direct);
      const y = ops.matmul(ops.reshape(h, [5, 5 * 64]), dense);
      const [gx] = ops.grad(ops.sum(y), [x], {create: true});
      const penalty = ops.grad(ops.meanSquareNorm(gx!), [w, direct, dense]);
      return [y, ...ops.grad(y, [w, direct, dense]), ...penalty].map((tensor) => tensor.data.slice());
    });
  });
  const [plain, relaxed] = results as [Float32Array[], Float32Array[]];
  plain.forEach((numbers, k) => {
    const size = Math.sqrt(numbers.reduce((total, v) => total + v * v, 0) / numbers.length);
    numbers.forEach((v, i) => {
      const other = relaxed[k]![i]!;
      assert.ok(
        Math.abs(other - v) < 2e-5 * Math.max(size, Math.abs(v)),
        `result ${k}, number ${i}: ${other}, not ${v}`
      );
    });
  });
});
