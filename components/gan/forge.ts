import type {FaceRequest, ForgeMake} from "../../models/gan/faceForge.js";
import type {FaceReading} from "../../models/gan/faceReader.js";
import type {Principal} from "../../models/gan/principal.js";
import type {ForgeAnswer, ForgeQuestion} from "./forge.worker.js";

/** Faces as they come from the worker. */
export interface ForgedFaces {
  images: ImageData[];
  /** Time that the worker took for all of them. */
  milliseconds: number;
}

/** The files of a forge, as the page reads them: data/gan/flagship.json and data/gan/flagship.f16.bin. */
export interface ForgeFiles<Make extends ForgeMake> {
  make: Promise<Make>;
  weights: Promise<ArrayBuffer>;
  /** data/gan/classifier.f16.bin, asked for when a face is first read. */
  classifier?: () => Promise<ArrayBuffer>;
}

/** A forge in a worker. Promises are refused with an error that says why, in words. */
export interface Forge {
  faces(requests: readonly FaceRequest[]): Promise<ForgedFaces>;
  /**
   * A line to the forge for something that moves: while faces of one request are being made at most one more waits, and
   * a newer one takes its place.
   */
  line<Asked extends readonly FaceRequest[]>(
    show: (faces: ForgedFaces, asked: Asked) => void,
    failed: (message: string) => void
  ): (requests: Asked) => void;
  /** Labels that the classifier reads off faces. */
  read(requests: readonly FaceRequest[]): Promise<FaceReading[]>;
  /** The directions in which styles differ most. */
  directions(count: number): Promise<Principal>;
  close(): void;
}

type Reply = Exclude<ForgeAnswer, {error: string}>;

interface Waiting {
  kept(answer: Reply): void;
  broken(error: Error): void;
}

/** Opens a forge. The worker starts at the first question, and again after a failure. */
export function openForge<Make extends ForgeMake>({make, weights, classifier}: ForgeFiles<Make>): Forge {
  let worker: Worker | undefined;
  let opened: Promise<Worker> | undefined;
  let reading: Promise<void> | undefined;
  let id = 0;
  const waiting = new Map<number, Waiting>();

  const stop = (message: string) => {
    worker?.terminate();
    worker = undefined;
    opened = reading = undefined;
    const all = [...waiting.values()];
    waiting.clear();
    for (const {broken} of all) broken(new Error(message));
  };

  const open = (): Promise<Worker> => {
    opened ??= Promise.all([make, weights]).then(([file, bytes]) => {
      const made = new Worker(import.meta.resolve("./forge.worker.js"), {type: "module"});
      worker = made;
      made.onmessage = ({data}: MessageEvent<ForgeAnswer>) => {
        const asked = waiting.get(data.id);
        waiting.delete(data.id);
        if ("error" in data) asked?.broken(new Error(data.error));
        else asked?.kept(data);
      };
      made.onerror = () => {
        if (worker === made) stop("the worker could not be started");
      };
      post(made, {ask: "open", make: {config: {generator: file.config.generator}}, weights: bytes});
      return made;
    });
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  };

  const post = (to: Worker, question: ForgeQuestion) => to.postMessage(question);

  const ask = async (question: (id: number) => ForgeQuestion): Promise<Reply> => {
    const made = await open();
    const number = ++id;
    return new Promise<Reply>((kept, broken) => {
      waiting.set(number, {kept, broken});
      post(made, question(number));
    });
  };

  const faces = async (requests: readonly FaceRequest[]): Promise<ForgedFaces> => {
    const answer = await ask((number) => ({ask: "faces", id: number, requests}));
    if (!("faces" in answer)) throw new Error("the answer holds no faces");
    const {faces: bytes, size, milliseconds} = answer;
    const each = size * size * 4;
    const images = requests.map((_, i) => new ImageData(bytes.subarray(i * each, (i + 1) * each), size, size));
    return {images, milliseconds};
  };

  const read = async (requests: readonly FaceRequest[]): Promise<FaceReading[]> => {
    if (!classifier) throw new Error("this page has no classifier");
    const made = await open();
    reading ??= classifier().then((bytes) => post(made, {ask: "reader", weights: bytes}));
    reading.catch(() => {
      reading = undefined;
    });
    await reading;
    const answer = await ask((number) => ({ask: "read", id: number, requests}));
    if (!("readings" in answer)) throw new Error("the answer holds no labels");
    return answer.readings;
  };

  const directions = async (count: number): Promise<Principal> => {
    const answer = await ask((number) => ({ask: "directions", id: number, count}));
    if (!("principal" in answer)) throw new Error("the answer holds no directions");
    return answer.principal;
  };

  return {
    faces,
    line(show, failed) {
      let running = false;
      let next: Parameters<typeof show>[1] | undefined;
      const run = (requests: NonNullable<typeof next>) => {
        running = true;
        faces(requests)
          .then(
            (made) => show(made, requests),
            (error: Error) => {
              // What failed has been overtaken: the newer one may do better.
              if (!next) failed(error.message);
            }
          )
          .finally(() => {
            running = false;
            const newer = next;
            next = undefined;
            if (newer) run(newer);
          });
      };
      return (requests) => {
        if (running) next = requests;
        else run(requests);
      };
    },
    read,
    directions,
    close: () => stop("the forge is closed")
  };
}
