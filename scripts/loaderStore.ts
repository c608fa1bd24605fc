import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync
} from "node:fs";
import {basename, dirname, join} from "node:path";
import {isAlive} from "./lock.js";
import type {Project} from "./project.js";
import {type Loader, listLoaders} from "./targets.js";

/**
 * The outputs of loaders, kept by content key in `.cache/loaders/<target>/<profile>-<key>`. Going back to an earlier
 * version of a model finds its outputs here again.
 */

/** How many outputs of one target a profile keeps, the most recently used first. */
const kept = 6;

function shelf({folder}: Project, target: string): string {
  return join(folder, ".cache/loaders", target);
}

export function lockPath(project: Project, target: string): string {
  return join(shelf(project, target), "lock");
}

/** Where Framework looks for the output of a loader. */
export function outputPath({folder, root}: Project, target: string): string {
  return join(folder, root, ".observablehq/cache", target);
}

function entryPath(project: Project, target: string, key: string): string {
  return join(shelf(project, target), `${project.profile}-${key}`);
}

/** The stored output for a key, or undefined. */
export function findOutput(project: Project, target: string, key: string): string | undefined {
  const path = entryPath(project, target, key);
  if (!existsSync(path)) return;
  const now = new Date();
  utimesSync(path, now, now); // in use: pruned last
  return path;
}

/** A fresh path to write a new output to. */
export function draftPath(project: Project, target: string): string {
  const at = shelf(project, target);
  mkdirSync(at, {recursive: true});
  return join(at, `draft-${process.pid}-${Math.round(performance.now() * 1000)}`);
}

/** Puts a finished draft in the store, prunes what is old, and returns the path of the output. */
export function storeOutput(project: Project, target: string, key: string, draft: string): string {
  const path = entryPath(project, target, key);
  renameSync(draft, path);
  const at = shelf(project, target);
  const age = (name: string) => statSync(join(at, name), {throwIfNoEntry: false})?.mtimeMs ?? 0;
  const names = readdirSync(at);
  const mine = names.filter((name) => name.startsWith(`${project.profile}-`)).sort((a, b) => age(b) - age(a));
  for (const name of mine.slice(kept)) rmSync(join(at, name), {force: true});
  for (const name of names) {
    const [, pid] = /^draft-(\d+)-/.exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) rmSync(join(at, name), {force: true});
  }
  return path;
}

/** Hands a stored output to Framework: it must be newer than the loader's file to count as fresh. */
export function publishOutput(project: Project, loader: Loader, stored: string): void {
  const to = outputPath(project, loader.target);
  const found = statSync(to, {throwIfNoEntry: false});
  const changed = statSync(join(project.folder, loader.path)).mtimeMs;
  if (found && found.mtimeMs >= changed && readFileSync(to).equals(readFileSync(stored))) return;
  mkdirSync(dirname(to), {recursive: true});
  const draft = join(dirname(to), `.${basename(to)}.${process.pid}`);
  copyFileSync(stored, draft);
  const now = new Date();
  utimesSync(draft, now, now);
  renameSync(draft, to);
}

/** Takes an output away from Framework. */
export function dropOutput(project: Project, target: string): void {
  rmSync(outputPath(project, target), {force: true});
}

/** Removes outputs whose loader is gone from Framework's cache; what Framework keeps for itself starts with "_". */
export function dropOrphans(project: Project): void {
  const at = join(project.folder, project.root, ".observablehq/cache");
  if (!existsSync(at)) return;
  const wanted = new Set(listLoaders(project).map(({target}) => target));
  for (const entry of readdirSync(at, {recursive: true, withFileTypes: true})) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(at.length + 1).replaceAll("\\", "/");
    const [, pid] = /\.(\d+)$/.exec(name) ?? []; // the draft of a running process
    if (!entry.isFile() || name.startsWith("_") || wanted.has(name) || (pid && isAlive(Number(pid)))) continue;
    rmSync(path, {force: true});
  }
}
