import {availableParallelism} from "node:os";
import {Listr} from "listr2";
import {executeLoader} from "./executeLoader.js";
import {freshen} from "./freshen.js";
import {publishOutput} from "./loaderStore.js";
import type {Project} from "./project.js";
import {listLoaders} from "./targets.js";

export interface LoadResult {
  ran: number;
  fresh: number;
  failed: Error[];
}

/** Brings the output of every loader up to date, as many at a time as the machine has cores, showing progress. */
export async function loadAll(project: Project, {signal}: {signal?: AbortSignal} = {}): Promise<LoadResult> {
  const loaders = listLoaders(project);
  const missing = await freshen(project, loaders);
  const failed: Error[] = [];
  let ran = 0;
  const tasks = missing.map((loader) => ({
    title: loader.target,
    task: async (_: unknown, task: {output: string; title: string}) => {
      const start = performance.now();
      const onProgress = ({done, text}: {done: number; text: string}) => {
        if (process.stdout.isTTY) task.output = `${Math.round(done * 100)} % ${text}`;
      };
      try {
        const result = await executeLoader(project, loader, {signal, onProgress});
        publishOutput(project, loader, result.path);
        if (result.ran) ++ran;
        task.title = `${loader.target} (${((performance.now() - start) / 1000).toFixed(1)} s)`;
      } catch (error) {
        failed.push(error instanceof Error ? error : new Error(String(error)));
        throw new Error(loader.target);
      }
    }
  }));
  await new Listr(tasks, {
    concurrent: availableParallelism(),
    exitOnError: false,
    fallbackRenderer: "simple",
    registerSignalListeners: false
  }).run();
  return {ran, fresh: loaders.length - ran - failed.length, failed};
}
