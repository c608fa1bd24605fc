import {createForge, type FaceForge, type FaceRequest, type ForgeMake} from "../../models/gan/faceForge.js";
import {createReader, type FaceReading} from "../../models/gan/faceReader.js";
import type {Principal} from "../../models/gan/principal.js";
import {type Engine, loadEngine} from "../../models/nn/engine.js";

/** What a page asks of the forge. Weights come first; answers come in the order of the questions. */
export type ForgeQuestion =
  | {ask: "open"; make: ForgeMake; weights: ArrayBuffer}
  | {ask: "reader"; weights: ArrayBuffer}
  | {ask: "faces"; id: number; requests: readonly FaceRequest[]}
  /** The label that the classifier reads off each face. */
  | {ask: "read"; id: number; requests: readonly FaceRequest[]}
  | {ask: "directions"; id: number; count: number};

export type ForgeAnswer = {id: number} & (
  | {faces: Uint8ClampedArray<ArrayBuffer>; size: number; milliseconds: number}
  | {readings: FaceReading[]}
  | {principal: Principal}
  | {error: string}
);

const scope = self as unknown as {
  onmessage: (event: MessageEvent<ForgeQuestion>) => void;
  postMessage(answer: ForgeAnswer, transfer?: Transferable[]): void;
};

/** Room for the networks and for a handful of faces at a time. */
const memoryMegabytes = 64;

let engine: Promise<Engine> | undefined;
let forge: FaceForge | undefined;
let reader: ((values: Float32Array) => FaceReading[]) | undefined;
/** What keeps the networks from being there, in words. */
let fault = "the forge has not been opened";

async function take(question: ForgeQuestion): Promise<void> {
  if (question.ask === "open" || question.ask === "reader") {
    engine ??= loadEngine({memoryMegabytes});
    const {weights} = question;
    try {
      if (question.ask === "open") forge = createForge(await engine, question.make, weights);
      else reader = createReader(await engine, weights);
    } catch (error) {
      fault = words(error);
    }
    return;
  }
  const {id} = question;
  try {
    if (!forge) throw new Error(fault);
    if (question.ask === "faces") {
      const start = performance.now();
      const faces = forge.faces(question.requests);
      const milliseconds = performance.now() - start;
      scope.postMessage({id, faces, size: forge.size, milliseconds}, [faces.buffer]);
    } else if (question.ask === "read") {
      if (!reader) throw new Error(fault);
      scope.postMessage({id, readings: reader(forge.values(question.requests))});
    } else scope.postMessage({id, principal: forge.directions(question.count)});
  } catch (error) {
    scope.postMessage({id, error: words(error)});
  }
}

const words = (error: unknown) => (error instanceof Error ? error.message : String(error));

// One after another, also while the kernels are being compiled.
let last: Promise<void> = Promise.resolve();
scope.onmessage = ({data}) => {
  last = last.then(() => take(data));
};
