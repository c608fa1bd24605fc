import type {Discriminator, Run} from "./discriminator.js";

/**
 * The same discriminator in jax-js 0.1, as well as it can be written there: its own convolution is slower than patches
 * gathered by slices and multiplied as a matrix (im2col), and everything is compiled by `jit`. It counts references:
 * each use of an array but the last takes `.ref`.
 */
export async function jaxDiscriminator(discriminator: Discriminator): Promise<{backward: Run; penalty: Run}> {
  const {size, stem, halved, batch, images, weights} = discriminator;
  // Node 20 has no navigator, where jax-js looks up how many threads it may use: one, as we do.
  if (typeof navigator === "undefined")
    Object.defineProperty(globalThis, "navigator", {value: {hardwareConcurrency: 1, userAgent: "node"}});
  const jax = await import("@jax-js/jax");
  await jax.init();
  jax.defaultDevice("wasm");
  const {numpy: np, jit, grad, jvp, nn} = jax;
  type Numbers = ReturnType<typeof np.array>;

  const leaky = (x: Numbers) => nn.leakyRelu(x, 0.2).mul(Math.SQRT2);
  const patches = (x: Numbers, edge: number, count: number) => {
    const wide = np.pad(x, [
      [0, 0],
      [1, 1],
      [1, 1],
      [0, 0]
    ]);
    const parts: Numbers[] = [];
    for (let i = 0; i < 3; ++i)
      for (let j = 0; j < 3; ++j) parts.push(wide.ref.slice([0, batch], [i, i + edge], [j, j + edge], [0, count]));
    wide.dispose();
    return np.concatenate(parts, 3).reshape([batch * edge * edge, 9 * count]);
  };
  const score = (w: Numbers[], x: Numbers) => {
    let edge = size;
    let h = x;
    if (stem) {
      edge /= 2;
      h = h.reshape([batch, edge, 2, edge, 2, 3]).transpose([0, 1, 3, 2, 4, 5]).reshape([batch, edge, edge, 12]);
    }
    const layers = weights.length / 2 - 2;
    for (let i = 0; i < layers; ++i) {
      const [, , inputs, outputs] = weights[2 * i]!.shape as [number, number, number, number];
      const flat = np.matmul(patches(h, edge, inputs), w[2 * i]!).add(w[2 * i + 1]!);
      h = leaky(flat).reshape([batch, edge, edge, outputs]);
      if (!halved.includes(i)) continue;
      edge /= 2;
      h = np.mean(h.reshape([batch, edge, 2, edge, 2, outputs]), [2, 4]);
    }
    const dense = 2 * layers;
    h = h.reshape([batch, weights[dense]!.shape[0]!]);
    h = leaky(np.matmul(h, w[dense]!).add(w[dense + 1]!));
    return np.matmul(h, w[dense + 2]!).add(w[dense + 3]!);
  };

  const parameters = weights.map(({shape, values}) =>
    np.array(values).reshape(shape.length === 4 ? [9 * shape[2]!, shape[3]!] : shape)
  );
  const x = np.array(images).reshape([batch, size, size, 3]);
  const loss = (w: Numbers[], x: Numbers) => np.sum(nn.softplus(score(w, x)));
  // Its gradient of a gradient is not right (a part of it is missing, even for two layers and tanh), but that of a
  // directional derivative is: ∇ Σ gx² is twice the gradient of the score's slope along gx, with gx held.
  const slope = (w: Numbers[], x: Numbers, along: Numbers) => {
    const [value, derivative] = jvp(
      (x: Numbers) =>
        np.sum(
          score(
            w.map((a) => a.ref),
            x
          )
        ),
      [x],
      [along]
    ) as [Numbers, Numbers];
    value.dispose();
    for (const a of w) a.dispose();
    return derivative.mul(2 / batch);
  };
  const penalty = (w: Numbers[], x: Numbers) => {
    const along = grad((x: Numbers, w: Numbers[]) => np.sum(score(w, x)))(
      x.ref,
      w.map((a) => a.ref)
    ) as Numbers;
    return grad(slope)(w, x, along) as Numbers[];
  };
  const run = (f: (w: Numbers[], x: Numbers) => Numbers[]): Run => {
    const compiled = jit(f);
    const all = new Float32Array(weights.reduce((total, {values}) => total + values.length, 0));
    return () => {
      const gradients = compiled(
        parameters.map((a) => a.ref),
        x.ref
      ) as Numbers[];
      let start = 0;
      for (const gradient of gradients) {
        const part = gradient.dataSync() as Float32Array;
        all.set(part, start);
        start += part.length;
      }
      return all;
    };
  };
  return {backward: run((w, x) => grad(loss)(w, x) as Numbers[]), penalty: run(penalty)};
}
