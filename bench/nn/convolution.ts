import {createEngine} from "../../models/nn/engine.js";
import {conv} from "../../models/nn/ops.js";
import {normal, random} from "../../models/random.js";
import {alternate, type Row} from "../row.js";
import {mustAgreeAbout, times} from "./agreement.js";
import {tensorflow} from "./tensorflow.js";

const batch = 32;

function row(size: number, inputs: number, outputs: number): Row {
  return {
    name: `3×3 convolution forward, ${size}², ${inputs} to ${outputs} channels, batch ${batch}`,
    peer: "tfjs-wasm conv2d",
    unit: "ms",
    async run() {
      const tf = await tensorflow();
      const draw = normal(random(`convolution ${size}`));
      const images = Float32Array.from({length: batch * size * size * inputs}, draw);
      const kernel = Float32Array.from({length: 9 * inputs * outputs}, draw);
      const shapes = {x: [batch, size, size, inputs], w: [3, 3, inputs, outputs]};
      const engine = createEngine({memoryMegabytes: 128});
      const [x, w] = [engine.lasting(shapes.x), engine.lasting(shapes.w)];
      x.data.set(images);
      w.data.set(kernel);
      const [theirX, theirW] = [tf.tensor(images, shapes.x), tf.tensor(kernel, shapes.w)];
      // Both read the result, so that nothing is put off or left out.
      const ours = () => engine.step(() => conv(x, w).data.slice());
      const theirs = () => {
        const y = tf.conv2d(theirX, theirW, 1, "same");
        const data = y.dataSync();
        y.dispose();
        return data;
      };
      mustAgreeAbout(ours(), theirs());
      times(20, ours);
      times(5, theirs);
      return alternate(
        7,
        () => times(20, ours),
        () => times(10, theirs)
      );
    }
  };
}

export const convolutionRows: readonly Row[] = [row(32, 16, 16), row(16, 32, 32), row(8, 64, 64)];
