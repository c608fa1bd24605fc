import {once} from "node:events";
import {existsSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import sirv from "sirv";

/** The site that the tests look at: the build for the tests, unless THREE_GAMES_DIST names another. */
export const dist = process.env.THREE_GAMES_DIST || ".cache/smoke/dist";

/** Where on its host the site is served: deep below the root, as on a shared host. */
export const base = "/some/sub/path/";

export interface SiteServer {
  /** The address of the home page. */
  url: string;
  close(): void;
}

/** Serves the built site below `base` from a free port. Everything outside `base` is missing. */
export async function serveSite(folder = dist): Promise<SiteServer> {
  if (!existsSync(folder)) throw new Error(`there is no ${folder}: run npm test, or npm test -- --only build,site`);
  const files = sirv(folder, {dev: true, etag: true});
  const server = createServer((request, response) => {
    const missing = () => void response.writeHead(404).end("missing");
    if (!request.url?.startsWith(base)) return missing();
    request.url = request.url.slice(base.length - 1);
    files(request, response, missing);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close() {
      server.close();
      server.closeAllConnections();
    }
  };
}
