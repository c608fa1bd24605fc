import {readFileSync, utimesSync} from "node:fs";
import type {Server} from "node:http";
import {join} from "node:path";
import {PreviewServer} from "@observablehq/framework/dist/preview.js";
import {loaderService} from "./loaderService.js";
import {prepareRoot} from "./prepareRoot.js";
import {previewHandler} from "./previewHandler.js";
import {openProject, type Project, sharedFolders} from "./project.js";
import {say} from "./quiet.js";
import {listPageFiles} from "./targets.js";
import {watchFolders} from "./watchFolders.js";

interface PreviewOptions {
  /** A server that listens already. */
  server: Server;
  url: string;
  verbose?: boolean;
  signal: AbortSignal;
}

/** The front matter of every page: what the sidebar is made of. */
function frontMatter(project: Project): string {
  const pages = listPageFiles(project).filter((path) => path.endsWith(".md"));
  return pages
    .map((path) => path + (/^---\n[\s\S]*?\n---/.exec(readFileSync(join(project.folder, path), "utf8"))?.[0] ?? ""))
    .join();
}

/**
 * Serves the site from `server` until `signal` fires: Framework's preview, and beside it, in the same process, the
 * loaders whose data is missing or has lost its ground.
 */
export async function startPreview({server, url, verbose = false, signal}: PreviewOptions): Promise<void> {
  const project = openProject();
  prepareRoot(project);
  if (!verbose) console.log = console.info = () => {}; // Framework logs every message of its sockets
  const shown = new Map<string, number>();
  const service = loaderService(project, {
    signal,
    onStart: ({target}) => say(`computing ${target}`),
    onProgress: ({target}, {done, text}) => {
      if (performance.now() - (shown.get(target) ?? 0) < 2000) return;
      shown.set(target, performance.now());
      say(`  ${target}: ${Math.round(done * 100)} % ${text}`.trimEnd());
    },
    onEnd: ({target}, {seconds, error}) => {
      if (!error) say(`computed ${target} (${seconds.toFixed(1)} s)`);
      else if (!signal.aborted) console.error(error.message);
    }
  });
  const fresh = service.refresh(); // first: a page must not be shown data that is out of date

  const preview = new PreviewServer({server, verbose});
  const framework = preview._handleRequest;
  server.off("request", framework);
  server.on("request", previewHandler(project, framework, service.ready));
  say(`Three Games is at ${url}`);

  let pages = frontMatter(project);
  const folders = [...sharedFolders, "src"].map((name) => join(project.folder, name));
  const unwatch = watchFolders(folders, () => {
    service.refresh().catch((error) => console.error(error));
    const now = frontMatter(project);
    if (now === pages) return;
    pages = now;
    const time = new Date(); // the sidebar is part of the configuration: Framework reads it again and reloads pages
    utimesSync(join(project.folder, "observablehq.config.ts"), time, time);
  });
  await fresh;

  signal.addEventListener("abort", () => {
    unwatch();
    server.close();
    server.closeAllConnections();
    setTimeout(() => process.exit(), 500); // children have been asked to end; sockets of open pages keep no one waiting
  });
}
