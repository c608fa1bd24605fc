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

/**
 * Records a trace of the page while `work` runs, and returns the tasks of its main thread in order. `work` may drop
 * marks with `performance.mark`; their names and times come back too.
 */
export async function recordTasks(
  session: CDPSession,
  work: () => Promise<void>
): Promise<{tasks: Task[]; marks: {name: string; time: number}[]}> {
  const events: TraceEvent[] = [];
  const collect = ({value}: {value: unknown[]}) => void events.push(...(value as TraceEvent[]));
  session.on("Tracing.dataCollected", collect);
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      recordMode: "recordUntilFull",
      includedCategories: [
        "disabled-by-default-devtools.timeline",
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
  const tasks = events
    .filter((e) => e.name === "RunTask" && e.ph === "X" && e.pid === main.pid && e.tid === main.tid)
    .map((e) => ({start: e.ts / 1000, duration: (e.dur ?? 0) / 1000, cpu: (e.tdur ?? e.dur ?? 0) / 1000}))
    .sort((a, b) => a.start - b.start);
  return {tasks, marks: marks.map((e) => ({name: e.name, time: e.ts / 1000})).sort((a, b) => a.time - b.time)};
}
