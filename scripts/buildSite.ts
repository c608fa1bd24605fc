import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {build, FileBuildEffects} from "@observablehq/framework/dist/build.js";
import {readConfig} from "@observablehq/framework/dist/config.js";
import {checkDist} from "./checkDist.js";
import {loadAll} from "./loadAll.js";
import {withLock} from "./lock.js";
import {isFrameworkPage, mendHtml} from "./mendHtml.js";
import type {Project} from "./project.js";
import {quietly, say} from "./quiet.js";
import {writeSources} from "./sourcePages.js";

/** A build that cannot go on, for a reason that its message gives in full. */
export class BuildError extends Error {
  override name = "BuildError";
}

interface BuildOptions {
  verbose?: boolean;
  signal?: AbortSignal;
}

function mendAll(folder: string): number {
  let pages = 0;
  for (const name of readdirSync(folder, {recursive: true, encoding: "utf8"})) {
    if (!name.endsWith(".html")) continue;
    const path = join(folder, name);
    const html = readFileSync(path, "utf8");
    if (!isFrameworkPage(html)) continue;
    writeFileSync(path, mendHtml(html));
    ++pages;
  }
  return pages;
}

/** Puts `next` in the place of `output`. A swap that was cut short is made good by the next build. */
function swap(next: string, output: string, old: string): void {
  rmSync(old, {recursive: true, force: true});
  mkdirSync(dirname(output), {recursive: true});
  if (existsSync(output)) renameSync(output, old);
  renameSync(next, output);
  rmSync(old, {recursive: true, force: true});
}

/**
 * Builds the site of a project into its output folder: data first, then Framework's pages in a folder of their own,
 * mended, with the pages of the sources, checked, and only then put in the place of the last build.
 * Framework works relative to the current folder, which must be the project's.
 */
export async function buildSite(project: Project, {verbose = false, signal}: BuildOptions = {}): Promise<void> {
  const {folder, root, output, scratch} = project;
  const [next, old] = [`${scratch}/next`, `${scratch}/old`];
  if (process.cwd() !== folder) throw new BuildError(`the current folder must be ${folder}`);
  const onWait = (owner: number) => say(`waiting for another build (process ${owner})`);
  const work = async () => {
    const start = performance.now();
    if (!existsSync(output) && existsSync(old)) renameSync(old, output);
    rmSync(next, {recursive: true, force: true});
    const config = await readConfig();
    const {ran, fresh, failed} = await loadAll(project, {signal});
    say(`data: ${ran} loaders ran, ${fresh} fresh`);
    if (failed.length) throw new BuildError(failed.map(({message}) => message).join("\n\n"));
    signal?.throwIfAborted();
    const logger = verbose ? console : {...console, log: () => {}, warn: () => {}};
    const sink = verbose ? process.stdout : {write: () => true};
    const effects = new FileBuildEffects(next, join(root, ".observablehq/cache"), {logger, output: sink});
    await quietly(() => build({config: {...config, output: next}}, effects), {verbose});
    signal?.throwIfAborted();
    const pages = mendAll(next);
    const sources = writeSources(project, next);
    const faults = await checkDist(next);
    if (faults.length) throw new BuildError(`${faults.join("\n")}\n${faults.length} faults in ${next}`);
    swap(next, output, old);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    say(`site: ${pages} pages and ${sources} sources in ${output} (${seconds} s)`);
  };
  await withLock(join(folder, scratch, "build.lock"), work, {signal, onWait});
}
