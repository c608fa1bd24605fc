import {existsSync, readdirSync, realpathSync} from "node:fs";
import {join, relative, resolve, sep} from "node:path";
import {type Project, sharedFolders} from "./project.js";

/** A data loader: `path` is its file, `target` the address of what it makes; both relative, with forward slashes. */
export interface Loader {
  path: string;
  target: string;
}

/** Names that look like `name.ext.ts` and are not loaders. */
const notLoader = /\.(d|worker|test)\.ts$/;

function slashes(path: string): string {
  return path.split(sep).join("/");
}

/** Every file under `folder/name`, relative to `folder`, sorted; dot files and what Framework keeps are left out. */
export function listFiles(folder: string, name: string): string[] {
  const at = join(folder, name);
  if (!existsSync(at)) return [];
  return readdirSync(at, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => slashes(relative(folder, join(entry.parentPath, entry.name))))
    .filter((path) => !/(^|\/)\./.test(path.slice(name.length)))
    .sort();
}

/** Files of the pages' own folder: src without the links to the shared folders. */
export function listPageFiles({folder}: Project): string[] {
  const shared = new RegExp(`^src/(${sharedFolders.join("|")})/`);
  return listFiles(folder, "src").filter((path) => !shared.test(path));
}

/** The loader in the file at `path` (relative to the project), or undefined if the file is not a loader. */
export function loaderOf(path: string): Loader | undefined {
  const match = /^(?:src\/|(?=data\/))(.+\.\w+)\.ts$/.exec(path);
  if (!match || notLoader.test(path)) return;
  if (/\[\w+\]/.test(path)) throw new Error(`${path}: loaders with parameters in their name are not supported`);
  if (/\.(zip|tar|tar\.gz|tgz)$/.test(match[1]!)) throw new Error(`${path}: loaders of archives are not supported`);
  return {path, target: match[1]!};
}

/** Every loader of the project: a file called `name.ext.ts`, however deep in data or src. */
export function listLoaders(project: Project): Loader[] {
  return [...listFiles(project.folder, "data"), ...listPageFiles(project)]
    .map(loaderOf)
    .filter((loader) => loader !== undefined);
}

/** Data files that need no loader: they are published as they are. */
export function listStatic({folder}: Project): string[] {
  return listFiles(folder, "data").filter((path) => !path.endsWith(".ts"));
}

/** The loader that Framework names by a path that may lead through a link. */
export function findLoader({folder}: Project, path: string): Loader {
  const real = slashes(relative(realpathSync(folder), realpathSync(resolve(folder, path))));
  const loader = loaderOf(real);
  if (!loader) throw new Error(`not a loader: ${path} (data/**/name.ext.ts or src/**/name.ext.ts)`);
  return loader;
}
