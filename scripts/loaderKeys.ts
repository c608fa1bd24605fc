import {createHash} from "node:crypto";
import {existsSync, readFileSync, statSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {build, type Metafile} from "esbuild";
import type {Project} from "./project.js";
import {type Loader, listFiles} from "./targets.js";

/** Raise it when the way a loader is run changes what it may write. */
const version = "1";

const namedFile = /new URL\(\s*(["'`])([^"'`$]+)\1\s*,\s*import\.meta\.url\s*\)/g;
const isCode = /\.[mc]?[jt]sx?$/;

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");

/** The part of the project's files that each entry point reaches through its imports. */
async function importGraph(folder: string, entries: string[]): Promise<Metafile> {
  const {metafile} = await build({
    absWorkingDir: folder,
    entryPoints: entries,
    outdir: "unused",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    loader: {".csv": "text", ".json": "json", ".svg": "text", ".wasm": "binary"},
    write: false,
    metafile: true,
    logLevel: "silent"
  });
  return metafile;
}

/** Files below `path` if it is a folder, else `path`; relative to the project. */
function filesAt(folder: string, path: string): string[] {
  return statSync(join(folder, path), {throwIfNoEntry: false})?.isDirectory() ? listFiles(folder, path) : [path];
}

/**
 * Every file that can change what an entry point computes: itself, what it imports within the project, directly or
 * not, and the files these name as `new URL("./x.csv", import.meta.url)` (a worker so named brings its own imports).
 * Types are no part of it, since they are gone before a loader runs.
 */
export async function dependencies(folder: string, entry: string, given?: Metafile): Promise<string[]> {
  const found = new Set<string>();
  const roots = [entry];
  for (const root of roots) {
    const graph = root === entry && given ? given : await importGraph(folder, [root]);
    const reached = new Set([root]);
    for (const path of reached) {
      for (const {path: next, external} of graph.inputs[path]?.imports ?? []) if (!external) reached.add(next);
      if (found.has(path)) continue;
      found.add(path);
      if (!isCode.test(path)) continue;
      for (const [, , name] of readFileSync(join(folder, path), "utf8").matchAll(namedFile)) {
        const named = relative(folder, resolve(folder, dirname(path), name!)).replaceAll("\\", "/");
        for (const file of filesAt(folder, named)) {
          if (found.has(file)) continue;
          if (isCode.test(file) && existsSync(join(folder, file))) roots.push(file);
          else found.add(file);
        }
      }
    }
  }
  return [...found].sort();
}

function hashFile(folder: string, path: string): string {
  const at = join(folder, path);
  return existsSync(at) ? sha256(readFileSync(at)) : "missing";
}

/**
 * A key for each loader, by target: equal keys mean equal output. It covers the contents of all its dependencies, the
 * lock file, the profile and the major version of Node; never a time stamp. A loader that cannot be followed (a syntax
 * error, a missing import) has an Error in place of a key.
 */
export async function loaderKeys(project: Project, loaders: Loader[]): Promise<Map<string, string | Error>> {
  const {folder, profile} = project;
  const keys = new Map<string, string | Error>();
  if (loaders.length === 0) return keys;
  const settings = [version, profile, process.versions.node.split(".")[0], hashFile(folder, "package-lock.json")];
  const paths = loaders.map(({path}) => path);
  // One pass over everything is quick; only when something is broken is each loader looked at on its own.
  const together = await importGraph(folder, paths).catch(() => undefined);
  const hashes = new Map<string, string>();
  const hash = (path: string) => {
    if (!hashes.has(path)) hashes.set(path, hashFile(folder, path));
    return hashes.get(path);
  };
  for (const {path, target} of loaders) {
    try {
      const files = await dependencies(folder, path, together);
      keys.set(target, sha256(JSON.stringify([settings, target, files.map((file) => [file, hash(file)])])));
    } catch (error) {
      keys.set(target, new Error(`${path} cannot be read: ${error instanceof Error ? error.message : error}`));
    }
  }
  return keys;
}

/** The key of one loader; throws if it cannot be followed. */
export async function loaderKey(project: Project, loader: Loader): Promise<string> {
  const key = (await loaderKeys(project, [loader])).get(loader.target)!;
  if (key instanceof Error) throw key;
  return key;
}
