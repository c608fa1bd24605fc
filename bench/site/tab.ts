import type {Page} from "playwright-core";
import type {Row} from "../row.js";
import {withSite} from "./browser.js";
import {recordTasks} from "./trace.js";

const path = "gan/tab.html";

/** Steps after which the training has warmed up, and over which it is timed. */
const [warm, timed] = [60, 120];

/** Notes, for the worker that trains faces, when each of its steps was told. */
function watchSteps(): void {
  const steps: {step: number; time: number}[] = [];
  Object.assign(window, {trainedSteps: steps});
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener("message", ({data}) => {
        if (data.kind === "news") steps.push({step: data.news.step, time: performance.now()});
      });
    }
  };
}

const stepsUntil = (page: Page, step: number) =>
  page.waitForFunction(
    (n) => ((window as unknown as {trainedSteps: {step: number}[]}).trainedSteps.at(-1)?.step ?? 0) >= n,
    step,
    {timeout: 180_000}
  );

async function beginFaces(page: Page, origin: string, pixels: "16" | "32"): Promise<void> {
  await page.emulateMedia({reducedMotion: "reduce"});
  await page.addInitScript(watchSteps);
  // Without growing the whole training would go through all of its pixels; with it, this is its quicker first third.
  await page.goto(`${origin}/${path}?pixels=${pixels}&faceSteps=${pixels === "16" ? 3000 : 500}`, {
    waitUntil: "networkidle"
  });
  await page.getByRole("button", {name: "Train", exact: true}).click();
}

/** Milliseconds a step of the face GAN in the page’s worker, its samples and curves shown as it goes. */
const speeds: Row[] = (["16", "32"] as const).map((pixels) => ({
  name: `a training step of the face GAN in the browser, ${pixels}²`,
  peer: "budget, 15 steps a second",
  unit: "ms",
  run: () =>
    withSite(async ({browser, origin}) => {
      const page = await browser.newPage();
      await beginFaces(page, origin, pixels);
      // At 32 pixels the last resolution comes in after a third of the steps, and is faded in: time what is whole.
      const from = pixels === "16" ? warm : 220;
      await stepsUntil(page, from + timed);
      const steps = await page.evaluate(
        () => (window as unknown as {trainedSteps: {step: number; time: number}[]}).trainedSteps
      );
      const first = steps.find(({step}) => step >= from)!;
      const last = steps.at(-1)!;
      return {ours: (last.time - first.time) / (last.step - first.step), theirs: 1000 / 15};
    })
}));

/**
 * The longest task of the main thread while a training goes on for some seconds, in time of the processor: the training
 * itself keeps a core busy, and on a machine with few of them a task that waits for its turn is not the page’s doing.
 */
async function longestTask(page: Page, seconds: number): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const {tasks} = await recordTasks(session, async () => {
    await page.evaluate(() => performance.mark("training"));
    await page.waitForTimeout(seconds * 1000);
  });
  await session.detach();
  return Math.max(...tasks.map(({cpu}) => cpu));
}

const facesTask: Row = {
  name: "longest main-thread task while faces train",
  peer: "budget",
  unit: "ms",
  run: () =>
    withSite(async ({browser, origin}) => {
      const page = await browser.newPage();
      await beginFaces(page, origin, "16");
      await stepsUntil(page, warm);
      return {ours: await longestTask(page, 6), theirs: 50};
    })
};

const planeTask: Row = {
  name: "longest main-thread task while points train, as fast as it goes",
  peer: "budget",
  unit: "ms",
  run: () =>
    withSite(async ({browser, origin}) => {
      const page = await browser.newPage({viewport: {width: 1280, height: 800}});
      await page.goto(`${origin}/${path}?speed=100000`, {waitUntil: "networkidle"});
      await page.getByRole("button", {name: "Pause"}).waitFor();
      await page.waitForTimeout(1500);
      return {ours: await longestTask(page, 6), theirs: 50};
    })
};

export const tabRows: readonly Row[] = [...speeds, facesTask, planeTask];
