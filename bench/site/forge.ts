import {gzipSync} from "node:zlib";
import type {Page} from "playwright-core";
import {median, type Row} from "../row.js";
import {withSite} from "./browser.js";

const path = "gan/sampling.html";

/** Notes, for all workers that the page will start, how long each made face took. */
function watchForge(): void {
  const times: number[] = [];
  Object.assign(window, {forgeTimes: times});
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener("message", ({data}) => {
        if (!data.faces) return;
        const count = data.faces.length / (4 * data.size ** 2);
        if (count >= 8) times.push(data.milliseconds / count);
      });
    }
  };
}

/** How many answers the forge has given, once it has given `count` and the page shows its key number. */
const answers = (page: Page, count: number) =>
  page.waitForFunction(
    (n) =>
      (window as unknown as {forgeTimes: number[]}).forgeTimes.length >= n &&
      document.querySelector("figure[data-main] .key strong")?.textContent !== "",
    count,
    {timeout: 60_000}
  );

/** Milliseconds that a face takes in the page’s worker, while its reader moves ψ. */
const faceTime: Row = {
  name: "a face in the browser, 32²",
  peer: "budget",
  unit: "ms",
  run: () =>
    withSite(async ({browser, origin}) => {
      const page = await browser.newPage();
      await page.addInitScript(watchForge);
      await page.goto(`${origin}/${path}`);
      await answers(page, 3);
      const slider = page.locator(`form[data-controls] input[type="range"]`).first();
      const before = await page.evaluate(() => (window as unknown as {forgeTimes: number[]}).forgeTimes.length);
      for (let i = 0; i < 40; ++i) {
        await slider.fill(String((i % 20) / 20));
        await answers(page, before + i + 1);
      }
      const times = await page.evaluate(() => (window as unknown as {forgeTimes: number[]}).forgeTimes);
      return {ours: median(times.slice(before)), theirs: 2};
    })
};

/** The engine as the worker loads it, with all modules of its own, and the weights; compressed. */
const forgeSize: Row = {
  name: "engine and weights of the sampling page",
  peer: "budget, gzipped",
  unit: "kB",
  run: () =>
    withSite(async ({browser, origin}) => {
      const page = await browser.newPage();
      // What the page and its worker both import is kept by the browser: each address counts once.
      const bodies = new Map<string, Promise<Buffer>>();
      page.on("response", (response) => {
        const {pathname} = new URL(response.url());
        if (/forge\.worker|flagship|\/models\/(nn|gan|random|check)/.test(pathname))
          bodies.set(pathname, response.body());
      });
      await page.goto(`${origin}/${path}`, {waitUntil: "networkidle"});
      await page.locator("figure[data-main] .key strong:not(:empty)").waitFor();
      const found = await Promise.all(bodies.values());
      if (found.length < 3) throw new Error(`only ${found.length} files of the forge were seen`);
      return {ours: found.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000, theirs: 400};
    })
};

export const forgeRows: readonly Row[] = [faceTime, forgeSize];
