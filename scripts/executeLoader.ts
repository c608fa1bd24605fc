import {spawn} from "node:child_process";
import {closeSync, openSync, readFileSync, rmSync, statSync} from "node:fs";
import {constants, setPriority} from "node:os";
import {createInterface} from "node:readline";
import {loaderKey} from "./loaderKeys.js";
import {draftPath, findOutput, lockPath, storeOutput} from "./loaderStore.js";
import {withLock} from "./lock.js";
import type {Project} from "./project.js";
import type {Loader} from "./targets.js";

export interface Progress {
  /** Part done, between 0 and 1. */
  done: number;
  text: string;
}

interface ExecuteOptions {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** A line that the loader wrote on stderr and that is not progress. */
  onLine?: (line: string) => void;
}

/** A loader that ended badly; the message names it and holds all that it wrote on stderr, its stack among it. */
export class LoaderError extends Error {
  override name = "LoaderError";
  constructor(
    readonly loader: Loader,
    why: string,
    detail: string
  ) {
    super(`${loader.path} ${why}${detail ? `\n${detail}` : ""}`);
  }
}

/** Reads a line such as `progress 0.42 edge 0.6`. */
export function parseProgress(line: string): Progress | undefined {
  const match = /^progress (\d*\.?\d+)(?:\s+(.*))?$/.exec(line);
  const done = Number(match?.[1]);
  return match && done <= 1 ? {done, text: match[2] ?? ""} : undefined;
}

/** Lets other programs go first, where the system allows it. */
function standBack(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It may have ended already, and nothing depends on it.
  }
}

/** Runs the loader as a process of its own, its output going to the file `draft`. */
async function run({folder, profile}: Project, loader: Loader, draft: string, options: ExecuteOptions): Promise<void> {
  const {signal, onProgress, onLine} = options;
  const output = openSync(draft, "w");
  const lines: string[] = [];
  try {
    const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), loader.path], {
      cwd: folder,
      env: {...process.env, THREE_GAMES_PROFILE: profile},
      stdio: ["ignore", output, "pipe"],
      windowsHide: true,
      signal
    });
    // Whoever waits for a page comes first: with all loaders at work the home page would otherwise be late.
    if (child.pid !== undefined) standBack(child.pid);
    createInterface({input: child.stderr!}).on("line", (line) => {
      const progress = parseProgress(line);
      if (progress) return onProgress?.(progress);
      lines.push(line);
      onLine?.(line);
    });
    const why = await new Promise<string>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code, killed) =>
        resolve(killed ? `was ended by ${killed}` : code ? `ended with ${code}` : "")
      );
    });
    if (why) throw new LoaderError(loader, why, lines.join("\n"));
  } finally {
    closeSync(output);
  }
}

/** What a loader wrote must be something, and JSON if it says so. */
function checkOutput(loader: Loader, draft: string): void {
  if (statSync(draft).size === 0) throw new LoaderError(loader, "wrote nothing", "");
  if (!loader.target.endsWith(".json")) return;
  try {
    JSON.parse(readFileSync(draft, "utf8"));
  } catch (error) {
    throw new LoaderError(loader, "wrote malformed JSON", String(error));
  }
}

/**
 * The output of a loader: found in the store by its key, or else made, once, however many processes ask for it at the
 * same time. If a file it depends on changes while it runs, the result belongs to neither version and it runs again.
 */
export async function executeLoader(
  project: Project,
  loader: Loader,
  options: ExecuteOptions = {}
): Promise<{path: string; ran: boolean}> {
  const {target} = loader;
  const key = await loaderKey(project, loader);
  const path = findOutput(project, target, key);
  if (path) return {path, ran: false};
  const attempt = async (key: string): Promise<{path: string; ran: boolean}> => {
    const path = findOutput(project, target, key); // another process may have made it while this one waited
    if (path) return {path, ran: false};
    const draft = draftPath(project, target);
    try {
      await run(project, loader, draft, options);
      checkOutput(loader, draft);
      const now = await loaderKey(project, loader);
      return now === key ? {path: storeOutput(project, target, key, draft), ran: true} : attempt(now);
    } finally {
      rmSync(draft, {force: true});
    }
  };
  return withLock(lockPath(project, target), async () => attempt(await loaderKey(project, loader)), options);
}
