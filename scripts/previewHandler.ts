import {existsSync} from "node:fs";
import type {IncomingMessage, RequestListener, ServerResponse} from "node:http";
import {join} from "node:path";
import sirv from "sirv";
import {isFrameworkPage, mendHtml} from "./mendHtml.js";
import type {Project} from "./project.js";
import {listSources, renderSource} from "./sourcePages.js";
import {listLoaders, listStatic} from "./targets.js";

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"});
  response.end(text);
}

/** Mends a page on its way out. */
function mendResponse(response: ServerResponse): void {
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  response.end = ((chunk?: unknown, ...rest: unknown[]) => {
    if (typeof chunk === "string" && isFrameworkPage(chunk)) chunk = mendHtml(chunk);
    return end(chunk, ...rest);
  }) as typeof response.end;
}

/**
 * What the preview adds to Framework's own server: mended pages, the pages of the sources, the lasting addresses of
 * data files and figures, and data that is waited for until its loader is done.
 */
export function previewHandler(
  project: Project,
  framework: RequestListener,
  ready: (target: string) => Promise<void>
): RequestListener {
  const {folder, root} = project;
  const outputs = sirv(join(folder, root, ".observablehq/cache"), {dev: true, etag: true});
  const statics = sirv(folder, {dev: true, etag: true});

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURI(new URL(request.url!, "http://localhost").pathname);
    const source = /^\/source\/(.+?)(?:\.html)?$/.exec(path)?.[1];
    if (source !== undefined) {
      if (!listSources(project).includes(source)) return plain(response, 404, `no such source: ${source}`);
      response.writeHead(200, {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store"});
      response.end(renderSource(project, source));
      return;
    }
    const target = path.replace(/^\/_file\//, "/").slice(1);
    const missing = () => plain(response, 404, `no such file: ${target}`);
    if (listLoaders(project).some((loader) => loader.target === target)) {
      try {
        await ready(target);
      } catch (error) {
        return plain(response, 500, error instanceof Error ? error.message : String(error));
      }
      request.url = `/${target}`;
      return outputs(request, response, missing);
    }
    if (listStatic(project).includes(target) && existsSync(join(folder, target))) {
      request.url = `/${target}`;
      return statics(request, response, missing);
    }
    mendResponse(response);
    return framework(request, response);
  }

  return (request, response) => {
    handle(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) plain(response, 500, String(error));
    });
  };
}
