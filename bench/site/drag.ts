import {setTimeout} from "node:timers/promises";
import {median, quantile} from "d3";
import type {Locator, Page} from "playwright-core";
import {busyBetween, recordTasks} from "./trace.js";

/** Moves of the pointer in one drag from end to end. */
const moves = 40;

/** The 95th percentile. */
export function tail(times: readonly number[]): number {
  return quantile(times, 0.95)!;
}

/** Milliseconds from one move to the next: more than two frames, so that what a move left for a second frame counts. */
const pace = 40;

/** Milliseconds of the page's main thread: what each move of the pointer took, and each frame meanwhile. */
export interface DragTimes {
  moves: number[];
  frames: number[];
}

/**
 * Moves the pointer `count` times and measures, from a trace, how long the page's main thread was busy: for each move
 * until the next, and for each frame until the next; input, scripts, layout and paint together. Nothing else is asked of
 * the page meanwhile.
 */
export async function moveTimes(
  page: Page,
  count: number,
  at: (i: number) => [x: number, y: number]
): Promise<DragTimes> {
  await page.evaluate(() => {
    const marked = window as unknown as {moveMarks?: true};
    if (marked.moveMarks) return;
    marked.moveMarks = true;
    addEventListener("pointermove", () => performance.mark("move"), {capture: true});
  });
  const session = await page.context().newCDPSession(page);
  const {tasks, frames, marks} = await recordTasks(session, async () => {
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
  return {moves: busyBetween(tasks, begins), frames: busyBetween(tasks, frames)};
}

/** Drags a slider from its low end to its high end with the pointer. */
async function drag(page: Page, slider: Locator): Promise<DragTimes> {
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

/** The 95th percentiles of main-thread time a move and a frame, in milliseconds: the medians of `repeats` drags. */
export async function dragTime(page: Page, slider: Locator, repeats = 5): Promise<{move: number; frame: number}> {
  const drags: DragTimes[] = [];
  for (let i = 0; i < repeats; ++i) drags.push(await drag(page, slider));
  return {move: median(drags, (d) => tail(d.moves))!, frame: median(drags, (d) => tail(d.frames))!};
}
