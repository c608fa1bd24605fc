import type {FaceLabel} from "../../models/gan/faceLabels.js";
import {nobodySketches} from "../../models/gan/nobody.js";
import {restoreSketchModel, type SketchModel} from "../../models/gan/sketchModel.js";
import {loadEngine} from "../../models/nn/engine.js";

/** What a page asks of the writer: the model comes first. */
export type SketchQuestion =
  | {ask: "open"; model: ArrayBuffer}
  | {ask: "write"; id: number; lineages: readonly string[]; labels: readonly FaceLabel[]; temperature: number};

export type SketchAnswer = {id: number} & ({texts: string[]} | {error: string});

const scope = self as unknown as {
  onmessage: (event: MessageEvent<SketchQuestion>) => void;
  postMessage(answer: SketchAnswer): void;
};

let model: Promise<SketchModel> | undefined;

async function take(question: SketchQuestion): Promise<void> {
  if (question.ask === "open") {
    model = loadEngine({memoryMegabytes: 32}).then((engine) => restoreSketchModel(engine, question.model));
    return void model.catch(() => {});
  }
  const {id, lineages, labels, temperature} = question;
  try {
    if (!model) throw new Error("the writer has not been opened");
    scope.postMessage({id, texts: nobodySketches(await model, lineages, labels, temperature)});
  } catch (error) {
    scope.postMessage({id, error: error instanceof Error ? error.message : String(error)});
  }
}

let last: Promise<void> = Promise.resolve();
scope.onmessage = ({data}) => {
  last = last.then(() => take(data));
};
