import type {CDPSession} from "playwright-core";

interface TraceEvent {
  name: string;
  cat: string;
  ph: string;
  ts: number;
  dur?: number;
  /** Microseconds of the processor, where the thread’s own clock is there. */
  tdur?: number;
  tid: number;
  pid: number;
  args?: {name?: string};
}

/** A task of the page's main thread: when it began, how long it took and how long the processor was at it, in milliseconds. */
export interface Task {
  start: number;
  duration: number;
  /** Less than the duration where the thread had to wait for others. */
  cpu: number;
}

export interface Trace {
  /** The tasks of the page's main thread, in order. */
  tasks: Task[];
  /** When it began each frame. */
  frames: number[];
  /** What the page or `work` marked by `performance.mark`, in order. */
  marks: {name: string; time: number}[];
}

/** Milliseconds that the main thread was busy from each of the times, which rise, to the next. */
export function busyBetween(tasks: readonly Task[], times: readonly number[]): number[] {
  return times.slice(0, -1).map((from, i) => {
    const until = times[i + 1]!;
    return tasks.reduce((sum, {start, duration}) => sum + (start >= from && start < until ? duration : 0), 0);
  });
}

/** Records a trace of the page while `work` runs. */
export async function recordTasks(session: CDPSession, work: () => Promise<void>): Promise<Trace> {
  const events: TraceEvent[] = [];
  const collect = ({value}: {value: unknown[]}) => void events.push(...(value as TraceEvent[]));
  session.on("Tracing.dataCollected", collect);
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      recordMode: "recordUntilFull",
      includedCategories: [
        "disabled-by-default-devtools.timeline",
        "disabled-by-default-devtools.timeline.frame",
        "devtools.timeline",
        "blink.user_timing",
        "__metadata"
      ]
    }
  });
  await work();
  const done = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  await session.send("Tracing.end");
  await done;
  session.off("Tracing.dataCollected", collect);

  const marks = events.filter((e) => e.cat.includes("blink.user_timing") && (e.ph === "I" || e.ph === "R"));
  // The page under test is the one that dropped the marks: other renderers have main threads too.
  const main = marks[0] ?? events.find((e) => e.name === "thread_name" && e.args?.name === "CrRendererMain");
  if (!main) throw new Error("the trace holds no main thread of a page");
  const own = events.filter((e) => e.pid === main.pid && e.tid === main.tid);
  const tasks = own
    .filter((e) => e.name === "RunTask" && e.ph === "X")
    .map((e) => ({start: e.ts / 1000, duration: (e.dur ?? 0) / 1000, cpu: (e.tdur ?? e.dur ?? 0) / 1000}))
    .sort((a, b) => a.start - b.start);
  // A frame's work begins with the task that it is begun in.
  const frames = own
    .filter((e) => e.name === "BeginMainThreadFrame")
    .map((e) => tasks.findLast(({start}) => start <= e.ts / 1000)?.start ?? e.ts / 1000)
    .sort((a, b) => a - b);
  return {tasks, frames, marks: marks.map((e) => ({name: e.name, time: e.ts / 1000})).sort((a, b) => a.time - b.time)};
}
