import type {FaceLabel} from "../../models/gan/faceLabels.js";
import type {SketchesFile} from "../../models/gan/files.js";
import type {SketchAnswer, SketchQuestion} from "./sketch.worker.js";

/** Writes sketches in a worker. */
export interface Sketcher {
  write(lineage: string, label: FaceLabel, temperature: number): Promise<string>;
  close(): void;
}

/** A writer with the model of data/gan/sketches.json. Promises are refused with an error that says why, in words. */
export function openSketcher(file: Promise<SketchesFile>): Sketcher {
  let id = 0;
  let closed = false;
  let worker: Worker | undefined;
  const waiting = new Map<number, {kept(text: string): void; broken(error: Error): void}>();
  const refuse = (message: string) => {
    for (const {broken} of waiting.values()) broken(new Error(message));
    waiting.clear();
  };
  const opened = file.then(({model}) => {
    if (closed) throw new Error("the writer has been sent home");
    const made = new Worker(import.meta.resolve("./sketch.worker.js"), {type: "module"});
    worker = made;
    const post = (question: SketchQuestion) => made.postMessage(question);
    made.onmessage = ({data}: MessageEvent<SketchAnswer>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ("error" in data) asked?.broken(new Error(data.error));
      else asked?.kept(data.texts[0]!);
    };
    made.onerror = () => refuse("the worker could not be started");
    post({ask: "open", model: Uint8Array.from(atob(model), (letter) => letter.charCodeAt(0)).buffer});
    return post;
  });
  opened.catch(() => {}); // whoever asks for a sketch is told
  return {
    async write(lineage, label, temperature) {
      const post = await opened;
      return new Promise((kept, broken) => {
        waiting.set(++id, {kept, broken});
        post({ask: "write", id, lineages: [lineage], labels: [label], temperature});
      });
    },
    close() {
      closed = true;
      worker?.terminate();
      refuse("the writer has been sent home");
    }
  };
}
