import {Skip} from "../row.js";

/** As much of a tensor of tfjs as is used here. */
export interface TfTensor {
  dataSync(): Float32Array;
  dispose(): void;
}

type Scalars = Record<string, TfTensor>;

/** As much of tfjs as is used here; it is not installed with the project, so that its own types are not at hand. */
export interface Tensorflow {
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  tidy<T>(run: () => T): T;
  dispose(of: unknown): void;
  tensor(values: Float32Array, shape: number[]): TfTensor;
  variable(of: TfTensor): TfTensor;
  conv2d(x: TfTensor, w: TfTensor, stride: number, pad: "same"): TfTensor;
  matMul(a: TfTensor, b: TfTensor): TfTensor;
  add(a: TfTensor, b: TfTensor): TfTensor;
  mul(a: TfTensor, b: TfTensor | number): TfTensor;
  neg(a: TfTensor): TfTensor;
  relu(a: TfTensor): TfTensor;
  leakyRelu(a: TfTensor, slope: number): TfTensor;
  exp(a: TfTensor): TfTensor;
  abs(a: TfTensor): TfTensor;
  log(a: TfTensor): TfTensor;
  mean(a: TfTensor): TfTensor;
  softplus(a: TfTensor): TfTensor;
  variableGrads(loss: () => TfTensor, of: TfTensor[]): {value: TfTensor; grads: Scalars};
  train: {
    adam(rate: number, beta1: number, beta2: number, epsilon: number): {applyGradients(gradients: Scalars): void};
  };
}

/**
 * TensorFlow.js in its wasm backend, with one thread, as ours has.
 *
 * @throws Skip if it is not installed.
 */
export async function tensorflow(): Promise<Tensorflow> {
  // Named so that the type checker does not look for packages that most have not installed.
  const [core, backend]: string[] = ["@tensorflow/tfjs", "@tensorflow/tfjs-backend-wasm"];
  let tf: Tensorflow;
  try {
    tf = (await import(core!)).default ?? (await import(core!));
    const {setThreadsCount} = await import(backend!);
    setThreadsCount(1);
  } catch (error) {
    if ((error as {code?: string}).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new Skip("tfjs is not installed; npm ci --prefix bench installs it");
  }
  await tf.setBackend("wasm");
  await tf.ready();
  return tf;
}
