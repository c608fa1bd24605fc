import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import {build} from "esbuild";
import type {Browser} from "playwright-core";
import type {Row} from "../row.js";
import {withSite} from "./browser.js";
import {dragTime, moveTimes, tail} from "./drag.js";
import {forgeRows} from "./forge.js";
import {tabRows} from "./tab.js";

/** The notebooks whose sliders are dragged, and how each is opened. */
const notebooks: {path: string; query?: string}[] = [
  ...["value", "stakes", "strategies", "pennies", "play"].map((name) => ({path: `kelly/${name}`})),
  // Slow enough for the war to go on while all the sliders move.
  {path: "migration/wars", query: "?speed=0.5"},
  ...["tipping", "bitcreep", "ending", "wall", "real", "claims"].map((name) => ({path: `migration/${name}`}))
];

const viewport = {width: 1280, height: 800};

let calibration: number | undefined;

/** Main-thread time of one drawing of the calibration chart, in milliseconds, measured as a drag is; once a run. */
async function calibrate(browser: Browser): Promise<number> {
  if (calibration !== undefined) return calibration;
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL("calibration.ts", import.meta.url))],
    bundle: true,
    format: "iife",
    write: false
  });
  const page = await browser.newPage({viewport});
  await page.setContent(`<div id="host"></div>`);
  await page.addScriptTag({content: outputFiles[0]!.text});
  await page.evaluate(() => {
    const draw = (globalThis as unknown as {drawCalibration: (host: HTMLElement, phase: number) => void})
      .drawCalibration;
    const host = document.getElementById("host")!;
    addEventListener("pointermove", ({clientX}) => draw(host, clientX / 10));
  });
  const times = (await moveTimes(page, 60, (i) => [100 + i, 100])).moves;
  await page.close();
  // The first drawings warm the compiler up; the pages’ own drags come after as many.
  calibration = tail(times.slice(20));
  return calibration;
}

/** The slowest slider of a page: the 95th percentile of main-thread time a move, or a frame; the median of five drags. */
const slowest = (path: string, query: string, of: "move" | "frame") =>
  withSite(async ({browser, origin}) => {
    const theirs = await calibrate(browser);
    const page = await browser.newPage({viewport});
    const open = async () => {
      await page.goto(`${origin}/${path}.html${query}`, {waitUntil: "networkidle"});
      // A slider in a closed fold has no track to drag along.
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll("details")) fold.open = true;
      });
    };
    await open();
    const sliders = page.locator(`form[data-controls] input[type="range"]`);
    let ours = 0;
    for (let i = 0; i < (await sliders.count()); ++i) {
      const slider = sliders.nth(i);
      // What plays would have come to its end before the last slider.
      if (of === "frame" && i > 0) await open();
      const before = await slider.inputValue();
      ours = Math.max(ours, (await dragTime(page, slider))[of]);
      await slider.fill(before);
    }
    return {ours, theirs};
  });

const drags: Row[] = notebooks.map(({path, query = ""}) => ({
  name: `drag ${path}`,
  peer: "one calibration Plot",
  unit: "ms",
  run: () => slowest(path, query, "move")
}));

/** The sandbox goes on playing while its sliders move: a move spans several frames, and each has to be short. */
const sandboxFrames: Row = {
  name: "a frame of the sandbox, 10,000 agents, sliders moving",
  peer: "one calibration Plot",
  unit: "ms",
  run: () => slowest("migration/wars", "?speed=0.5", "frame")
};

/** What a reader's first view of a page transfers, compressed, before anything is touched. */
const transfers: Row[] = ["index", ...notebooks.map(({path}) => path)].map((path) => ({
  name: `transfer ${path}`,
  peer: "budget, gzipped",
  unit: "kB",
  run: () =>
    withSite(async ({browser, origin}) => {
      const page = await browser.newPage({viewport});
      const bodies: Promise<Buffer>[] = [];
      page.on("response", (response) => bodies.push(response.body().catch(() => Buffer.alloc(0))));
      await page.goto(`${origin}/${path}.html`, {waitUntil: "networkidle"});
      const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
      return {ours: sizes.reduce((sum, size) => sum + size, 0) / 1000, theirs: 350};
    })
}));

export const siteRows: readonly Row[] = [...drags, sandboxFrames, ...transfers, ...forgeRows, ...tabRows];
