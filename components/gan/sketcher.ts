import type {FaceLabel} from "../../models/gan/faceLabels.js";
import type {SketchesFile} from "../../models/gan/files.js";
import type {SketchAnswer, SketchQuestion} from "./sketch.worker.js";

/** Writes sketches in a worker. */
export type Sketcher = (lineage: string, label: FaceLabel, temperature: number) => Promise<string>;

/** A writer with the model of data/gan/sketches.json. Promises are refused with an error that says why, in words. */
export function openSketcher(file: Promise<SketchesFile>): Sketcher {
  let id = 0;
  const waiting = new Map<number, {kept(text: string): void; broken(error: Error): void}>();
  const opened = file.then(({model}) => {
    const worker = new Worker(import.meta.resolve("./sketch.worker.js"), {type: "module"});
    const post = (question: SketchQuestion) => worker.postMessage(question);
    worker.onmessage = ({data}: MessageEvent<SketchAnswer>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ("error" in data) asked?.broken(new Error(data.error));
      else asked?.kept(data.texts[0]!);
    };
    worker.onerror = () => {
      for (const {broken} of waiting.values()) broken(new Error("the worker could not be started"));
      waiting.clear();
    };
    post({ask: "open", model: Uint8Array.from(atob(model), (letter) => letter.charCodeAt(0)).buffer});
    return post;
  });
  opened.catch(() => {}); // whoever asks for a sketch is told
  return async (lineage, label, temperature) => {
    const post = await opened;
    return new Promise((kept, broken) => {
      waiting.set(++id, {kept, broken});
      post({ask: "write", id, lineages: [lineage], labels: [label], temperature});
    });
  };
}
