import {median, quantile} from "d3";
import type {Locator, Page} from "playwright-core";
import {recordTasks} from "./trace.js";

/** Moves of the pointer in one drag from end to end. */
const moves = 40;

/** The 95th percentile. */
export function tail(times: readonly number[]): number {
  return quantile(times, 0.95)!;
}

/**
 * Makes `count` moves and returns, for each, the milliseconds that the page's main thread was busy until the next:
 * input, scripts, layout and paint together, from a trace.
 */
export async function moveTimes(page: Page, count: number, move: (i: number) => Promise<void>): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  const {tasks, marks} = await recordTasks(session, async () => {
    for (let i = 1; i <= count; ++i) {
      await page.evaluate((name) => performance.mark(name), `move ${i}`);
      await move(i);
      // Two frames: the first draws what the move changed, the second shows that nothing was left over.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    }
    await page.evaluate(() => performance.mark("move end"));
  });
  await session.detach();
  const steps = marks.filter(({name}) => name.startsWith("move "));
  return steps.slice(0, -1).map(({time}, i) => {
    const end = steps[i + 1]!.time;
    return tasks.reduce((sum, task) => sum + (task.start >= time && task.start < end ? task.duration : 0), 0);
  });
}

/** Drags a slider from its low end to its high end with the pointer; milliseconds of main-thread time a move. */
async function drag(page: Page, slider: Locator): Promise<number[]> {
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  const y = box.y + box.height / 2;
  const thumb = 8;
  const x = (i: number) => box.x + thumb + ((box.width - 2 * thumb) * i) / moves;
  await page.mouse.move(x(0), y);
  await page.mouse.down();
  await page.waitForTimeout(100);
  const times = await moveTimes(page, moves, (i) => page.mouse.move(x(i), y));
  await page.mouse.up();
  return times;
}

/** The 95th percentile of main-thread time a move, in milliseconds: the median of `repeats` drags. */
export async function dragTime(page: Page, slider: Locator, repeats = 5): Promise<number> {
  const tails: number[] = [];
  for (let i = 0; i < repeats; ++i) tails.push(tail(await drag(page, slider)));
  return median(tails)!;
}
