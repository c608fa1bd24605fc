import {existsSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {fileURLToPath} from "node:url";
import {type Browser, chromium} from "playwright-core";
import sirv from "sirv";
import {findChromium, launchFlags} from "../../scripts/chromium.js";
import {Skip} from "../row.js";

/** A browser, and the address of the built site. */
export interface Site {
  browser: Browser;
  origin: string;
}

/** Serves dist/ on loopback and opens a browser for `work`; both are closed afterwards. */
export async function withSite<Result>(work: (site: Site) => Promise<Result>): Promise<Result> {
  const dist = fileURLToPath(new URL("../../dist", import.meta.url));
  if (!existsSync(dist)) throw new Skip("the site is not built: run npm run build first");
  const handler = sirv(dist, {dev: false});
  const server = createServer((request, response) => handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({executablePath: findChromium(), args: launchFlags()});
  try {
    return await work({browser, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`});
  } finally {
    await browser.close();
    server.close();
  }
}
