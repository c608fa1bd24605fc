import type {RuleAnswer, RuleQuestion} from "./ownRule.worker.js";

/** Scores rules away from the page: one at a time, the latest taking the place of any before. */
export function ruleScorer(answered: (answer: RuleAnswer, question: RuleQuestion) => void): {
  ask(question: RuleQuestion): void;
  stop(): void;
} {
  let worker: Worker | undefined;
  let busy = false;
  const stop = () => {
    // A rule may take seconds, and nothing in a running computation listens: only ending it stops it.
    if (busy) worker?.terminate();
    if (busy) worker = undefined;
    busy = false;
  };
  return {
    stop,
    ask(question) {
      stop();
      worker ??= new Worker(import.meta.resolve("./ownRule.worker.js"), {type: "module"});
      busy = true;
      worker.onmessage = ({data}: MessageEvent<RuleAnswer>) => {
        busy = false;
        answered(data, question);
      };
      worker.onerror = () => {
        stop();
        answered({error: "the worker could not be started"}, question);
      };
      worker.postMessage(question);
    }
  };
}
