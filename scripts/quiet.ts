import {inspect} from "node:util";

/**
 * Framework reports each step on the console. While `work` runs, what it logs is dropped unless `verbose`; warnings and
 * errors always show.
 */
export async function quietly<T>(work: () => Promise<T>, {verbose = false} = {}): Promise<T> {
  const {log, info} = console;
  if (!verbose) console.log = console.info = () => {};
  try {
    return await work();
  } finally {
    Object.assign(console, {log, info});
  }
}

/** Writes a line to stdout whether or not the console is quiet. */
export function say(line: unknown = ""): void {
  process.stdout.write(`${typeof line === "string" ? line : inspect(line)}\n`);
}
