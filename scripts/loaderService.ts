import {utimesSync} from "node:fs";
import {availableParallelism} from "node:os";
import {join} from "node:path";
import {executeLoader, type Progress} from "./executeLoader.js";
import {freshen} from "./freshen.js";
import {loaderKeys} from "./loaderKeys.js";
import {dropOutput, publishOutput} from "./loaderStore.js";
import type {Project} from "./project.js";
import {type Loader, listLoaders} from "./targets.js";

interface ServiceOptions {
  signal?: AbortSignal;
  onStart?: (loader: Loader) => void;
  onProgress?: (loader: Loader, progress: Progress) => void;
  onEnd?: (loader: Loader, result: {seconds: number; error?: Error}) => void;
}

interface Job {
  loader: Loader;
  key: string;
  output: Promise<void>;
  start: () => void;
}

/**
 * Keeps the outputs of all loaders current while the preview runs. `refresh` looks at what has changed, takes away the
 * outputs that no longer hold and queues their loaders; `ready(target)` waits for one output, which then goes first.
 */
export function loaderService(project: Project, options: ServiceOptions = {}) {
  const {signal, onStart, onProgress, onEnd} = options;
  const places = availableParallelism();
  const jobs = new Map<string, Job>();
  let keys: Map<string, string> | undefined;
  let queue: Job[] = [];
  let running = 0;
  let refreshing: Promise<unknown> = Promise.resolve();

  function next(): void {
    if (running >= places || signal?.aborted) return;
    queue.shift()?.start();
  }

  function enqueue(loader: Loader, key: string): void {
    const {target} = loader;
    let begin!: () => void;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const isCurrent = () => jobs.get(target) === job;
    const output = begun.then(async () => {
      if (!isCurrent()) return jobs.get(target)?.output; // it changed again before its turn came
      ++running;
      onStart?.(loader);
      const start = performance.now();
      let error: Error | undefined;
      try {
        const {path} = await executeLoader(project, loader, {signal, onProgress: (p) => onProgress?.(loader, p)});
        if (isCurrent()) publishOutput(project, loader, path);
      } catch (caught) {
        error = caught instanceof Error ? caught : new Error(String(caught));
        if (isCurrent()) throw error;
      } finally {
        --running;
        if (isCurrent()) onEnd?.(loader, {seconds: (performance.now() - start) / 1000, error});
        next();
      }
    });
    output.catch(() => {}); // told by onEnd, and to whoever waits
    const job: Job = {loader, key, output, start: begin};
    jobs.set(target, job);
    queue.push(job);
    next();
  }

  async function refreshNow(): Promise<void> {
    const loaders = listLoaders(project);
    const found = await loaderKeys(project, loaders);
    const now = new Map(Array.from(found, ([target, key]) => [target, String(key)]));
    const changed = keys && loaders.filter(({target}) => keys!.get(target) !== now.get(target));
    const gone = new Set(queue.filter(({loader}) => !now.has(loader.target)));
    queue = queue.filter((job) => !gone.has(job));
    keys = now;
    for (const loader of changed ?? []) {
      dropOutput(project, loader.target);
      jobs.delete(loader.target);
    }
    for (const loader of await freshen(project, changed ?? loaders)) enqueue(loader, now.get(loader.target)!);
    // Framework watches the loader's own file: a new time tells every open page to fetch the data again.
    const time = new Date();
    for (const {path} of changed ?? []) utimesSync(join(project.folder, path), time, time);
  }

  return {
    /** Brings the queue in line with the files. Call it at the start and whenever a file has changed. */
    refresh(): Promise<void> {
      const result = refreshing.then(refreshNow);
      refreshing = result.catch(() => {});
      return result;
    },
    /** Resolves when the output is in Framework's cache; throws what went wrong with its loader. */
    async ready(target: string): Promise<void> {
      for (let job: Job | undefined; ; ) {
        await refreshing;
        if (jobs.get(target) === job) return;
        job = jobs.get(target);
        if (!job) return;
        if (queue.includes(job)) {
          queue = queue.filter((other) => other !== job);
          job.start();
        }
        const {output} = job;
        await output.catch((error) => {
          if (jobs.get(target) === job) throw error;
        });
      }
    }
  };
}
