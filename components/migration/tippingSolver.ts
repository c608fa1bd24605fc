import type {TippingAnswer, TippingQuestion} from "./tipping.worker.js";

type Kind = TippingQuestion["kind"];
type Wanted<K extends Kind> = Omit<Extract<TippingQuestion, {kind: K}>, "id" | "kind">;
type Result<K extends Kind> = Extract<TippingAnswer, {kind: K; result: unknown}>["result"];

/** Milliseconds without a move after which a slider rests: a worker busy during a drag would cost it frames. */
const resting = 150;

let worker: Worker | undefined;
let id = 0;
const waiting = new Map<number, (answer: TippingAnswer) => void>();

/** Everybody’s worker: the pieces are short, so that a few may stand in line. */
function send(question: TippingQuestion, answered: (answer: TippingAnswer) => void): void {
  waiting.set(question.id, answered);
  if (!worker) {
    worker = new Worker(import.meta.resolve("./tipping.worker.js"), {type: "module"});
    worker.onmessage = ({data}: MessageEvent<TippingAnswer>) => {
      const then = waiting.get(data.id);
      waiting.delete(data.id);
      then?.(data);
    };
    worker.onerror = () => {
      worker = undefined;
      const all = [...waiting];
      waiting.clear();
      for (const [number, then] of all)
        then({id: number, kind: "sweep", error: "the worker could not be started"} as TippingAnswer);
    };
  }
  worker.postMessage(question);
}

/**
 * Asks for one kind of result without holding up the page: once the sliders rest, one question at a time, and always the
 * latest after it. `solved` gets the question with its answer.
 */
export function tippingSolver<K extends Kind>(
  kind: K,
  {solved, failed}: {solved(result: Result<K>, wanted: Wanted<K>): void; failed(message: string): void}
): (wanted: Wanted<K>) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: Wanted<K> | undefined;
  let busy = false;
  let first = true;
  const ask = () => {
    if (busy || !latest) return;
    const wanted = latest;
    latest = undefined;
    busy = true;
    send({...wanted, id: ++id, kind} as unknown as TippingQuestion, (answer) => {
      busy = false;
      if ("error" in answer) failed(answer.error);
      else if (!latest) solved(answer.result as Result<K>, wanted);
      if (latest) schedule();
    });
  };
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, first ? 0 : resting);
    first = false;
  };
  return (wanted) => {
    latest = wanted;
    schedule();
  };
}
