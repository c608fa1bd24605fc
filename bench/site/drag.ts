import {setTimeout} from "node:timers/promises";
import {median, quantile} from "d3";
import type {Locator, Page} from "playwright-core";
import {recordTasks} from "./trace.js";

/** Moves of the pointer in one drag from end to end. */
const moves = 40;

/** The 95th percentile. */
export function tail(times: readonly number[]): number {
  return quantile(times, 0.95)!;
}

/** Milliseconds from one move to the next: more than two frames, so that what a move left for a second frame counts. */
const pace = 40;

/**
 * Moves the pointer `count` times and returns, for each move, the milliseconds that the page's main thread was busy
 * until the next: input, scripts, layout and paint together, from a trace. Nothing else is asked of the page meanwhile.
 */
export async function moveTimes(
  page: Page,
  count: number,
  at: (i: number) => [x: number, y: number]
): Promise<number[]> {
  await page.evaluate(() => {
    const marked = window as unknown as {moveMarks?: true};
    if (marked.moveMarks) return;
    marked.moveMarks = true;
    addEventListener("pointermove", () => performance.mark("move"), {capture: true});
  });
  const session = await page.context().newCDPSession(page);
  const {tasks, marks} = await recordTasks(session, async () => {
    for (let i = 0; i <= count; ++i) {
      const [x, y] = at(i);
      await Promise.all([page.mouse.move(x, y), setTimeout(pace)]);
    }
  });
  await session.detach();
  // A move's work begins with the task that the pointer's event came in.
  const begins = marks
    .filter(({name}) => name === "move")
    .map(({time}) => tasks.findLast(({start}) => start <= time)?.start ?? time);
  return begins.slice(0, -1).map((from, i) => {
    const until = begins[i + 1]!;
    return tasks.reduce((sum, {start, duration}) => sum + (start >= from && start < until ? duration : 0), 0);
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
  const times = await moveTimes(page, moves, (i) => [x(i), y]);
  await page.mouse.up();
  return times;
}

/** The 95th percentile of main-thread time a move, in milliseconds: the median of `repeats` drags. */
export async function dragTime(page: Page, slider: Locator, repeats = 5): Promise<number> {
  const tails: number[] = [];
  for (let i = 0; i < repeats; ++i) tails.push(tail(await drag(page, slider)));
  return median(tails)!;
}
