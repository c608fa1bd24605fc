import {createEngine, type Tensor} from "../../models/nn/engine.js";
import {dense} from "../../models/nn/layers.js";
import {add, detach, grad, mean, scale, softplus} from "../../models/nn/ops.js";
import {Adam, Parameters, Stream} from "../../models/nn/training.js";
import {alternate, type Row} from "../row.js";
import {mustAgreeAbout, times} from "./agreement.js";
import {type TfTensor, tensorflow} from "./tensorflow.js";

/** A GAN of points in the plane, as small as pages train it: two hidden layers of 32, batches of 128. */
const batch = 128;
const sizes = {generator: [4, 32, 32, 2], discriminator: [2, 32, 32, 1]};
const adam = {rate: 2e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8};
/** Steps timed at once: one of ours is too short to time alone. */
const steps = 50;

function ours() {
  const engine = createEngine({memoryMegabytes: 16});
  const network = (name: keyof typeof sizes) => {
    const parameters = new Parameters(engine, name);
    const widths = sizes[name];
    const layers = widths
      .slice(1)
      .map((width, i) => dense(parameters, `layer ${i}`, widths[i]!, width, {activation: i < 2 ? "leaky" : "none"}));
    return {parameters, adam: new Adam(parameters, adam), run: (x: Tensor) => layers.reduce((h, layer) => layer(h), x)};
  };
  const [G, D] = [network("generator"), network("discriminator")];
  const noise = new Stream(engine, "plane");
  const draw = (width: number) => engine.step(() => noise.normal([batch, width]).data.slice());
  /** Real points and noise: the same for both sides, and for each step. */
  const inputs = {real: draw(2), z: draw(4)};
  const step = () =>
    engine.step(() => {
      const real = engine.tensor(inputs.real, [batch, 2]);
      const fake = G.run(engine.tensor(inputs.z, [batch, 4]));
      const lossD = add(mean(softplus(D.run(detach(fake)))), mean(softplus(scale(D.run(real), -1))));
      D.adam.step(grad(lossD, D.parameters.list));
      const lossG = mean(softplus(scale(D.run(fake), -1)));
      G.adam.step(grad(lossG, G.parameters.list));
      return [lossD.value, lossG.value];
    });
  return {
    step,
    inputs,
    weights: [G, D].map(({parameters}) =>
      parameters.list.map(({shape, data}) => ({shape: [...shape], data: data.slice()}))
    )
  };
}

async function theirs({inputs, weights}: ReturnType<typeof ours>) {
  const tf = await tensorflow();
  const [G, D] = weights.map((list) => ({
    list: list.map(({shape, data}) => tf.variable(tf.tensor(data, shape))),
    adam: tf.train.adam(adam.rate, adam.beta1, adam.beta2, adam.epsilon)
  })) as [
    {list: TfTensor[]; adam: ReturnType<typeof tf.train.adam>},
    {list: TfTensor[]; adam: ReturnType<typeof tf.train.adam>}
  ];
  const run = ({list}: {list: TfTensor[]}, x: TfTensor) => {
    for (let i = 0; i < 6; i += 2) {
      x = tf.add(tf.matMul(x, list[i]!), list[i + 1]!);
      if (i < 4) x = tf.mul(tf.leakyRelu(x, 0.2), Math.SQRT2);
    }
    return x;
  };
  // ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|), for want of a softplus in the wasm backend.
  const one = tf.tensor(new Float32Array([1]), [1]);
  const softplus = (x: TfTensor) => tf.add(tf.relu(x), tf.log(tf.add(tf.exp(tf.neg(tf.abs(x))), one)));
  const real = tf.tensor(inputs.real, [batch, 2]);
  const z = tf.tensor(inputs.z, [batch, 4]);
  return () =>
    tf.tidy(() => {
      const fake = run(G, z);
      const d = tf.variableGrads(
        () => tf.add(tf.mean(softplus(run(D, fake))), tf.mean(softplus(tf.neg(run(D, real))))),
        D.list
      );
      D.adam.applyGradients(d.grads);
      const g = tf.variableGrads(() => tf.mean(softplus(tf.neg(run(D, run(G, z))))), G.list);
      G.adam.applyGradients(g.grads);
      return [d.value.dataSync()[0]!, g.value.dataSync()[0]!];
    });
}

const plane: Row = {
  name: "2-D GAN, whole step, batch 128",
  peer: "tfjs-wasm",
  unit: "ms",
  async run() {
    const mine = ours();
    const peer = await theirs(mine);
    for (let i = 0; i < 5; ++i) mustAgreeAbout(mine.step(), peer(), 1e-2);
    const many = (count: number, step: () => unknown) => times(1, () => times(count, step))[0]! / count;
    many(500, mine.step);
    many(20, peer);
    return alternate(
      7,
      () => [many(steps, mine.step)],
      () => [many(steps / 5, peer)]
    );
  }
};

export const planeRows: readonly Row[] = [plane];
