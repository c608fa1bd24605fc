import {createEngine} from "../../models/nn/engine.js";
import {conv, matmul} from "../../models/nn/ops.js";
import {peer} from "../peer.js";
import {alternate, type Row} from "../row.js";
import {times} from "./agreement.js";

/** Convolutions of the face networks: size, inputs, outputs; and how many images. */
const shapes = [
  [16, 20, 40],
  [8, 40, 48],
  [4, 48, 48]
] as const;
const batch = 32;

/** The matrix product that a 3×3 convolution is, on both sides; and the convolution itself beside the peer's product alone. */
function row(what: "product" | "convolution", size: number, inputs: number, outputs: number): Row {
  const [m, k, n] = [batch * size * size, 9 * inputs, outputs];
  return {
    name:
      what === "product"
        ? `product ${m}×${k}×${n}`
        : `convolution ${size}², ${inputs} to ${outputs} channels, batch ${batch}`,
    peer: `OpenBLAS, one thread, ${what === "product" ? "the same" : "its product alone"}`,
    unit: "ms",
    async run() {
      const theirs = peer("gemm", [m, n, k], ["openblas"]);
      const engine = createEngine({memoryMegabytes: 128});
      const lasting = (shape: number[]) => {
        const tensor = engine.lasting(shape);
        tensor.data.forEach((_, i, data) => {
          data[i] = (i % 7) - 3;
        });
        return tensor;
      };
      const [a, b] = [lasting([m, k]), lasting([k, n])];
      const [x, w] = [lasting([batch, size, size, inputs]), lasting([3, 3, inputs, outputs])];
      const ours = () => {
        engine.step(() => (what === "product" ? matmul(a, b) : conv(x, w)));
      };
      times(30, ours);
      return alternate(
        7,
        () => times(30, ours),
        () => theirs.time(30)
      );
    }
  };
}

export const blasRows: readonly Row[] = (["product", "convolution"] as const).flatMap((what) =>
  shapes.map(([size, inputs, outputs]) => row(what, size, inputs, outputs))
);
