import {randomUUID} from "node:crypto";
import {mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";

/** An owner tells that it lives by touching its lock this often; one that is silent for `silence` has died. */
const heartbeat = 1000;
const silence = 20_000;

interface LockOptions {
  signal?: AbortSignal;
  /** Called once with the owner's process id if the lock has to be waited for. */
  onWait?: (owner: number) => void;
}

/** Whether a process with this id runs on this machine. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // it runs and belongs to someone else
  }
}

function read(path: string): {owner: number; text: string; age: number} | undefined {
  try {
    const text = readFileSync(path, "utf8");
    return {owner: Number.parseInt(text, 10), text, age: Date.now() - statSync(path).mtimeMs};
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function isDead({owner, age}: {owner: number; age: number}): boolean {
  // A lock that is still empty is being written by a process that has just made it.
  return Number.isNaN(owner) ? age > heartbeat : !isAlive(owner) || age > silence;
}

/**
 * Runs `work` while holding the lock file at `path`; other processes wait for their turn. The lock of an owner that
 * has died is taken over. Everything done under a lock here also ends in an atomic rename, so that in the worst case
 * (two waiters take over the same dead lock in the same instant) work is done twice and nothing is damaged.
 */
export async function withLock<T>(path: string, work: () => Promise<T>, options: LockOptions = {}): Promise<T> {
  const {signal, onWait} = options;
  const mine = `${process.pid} ${randomUUID()}`;
  mkdirSync(dirname(path), {recursive: true});
  for (let waited = false; ; ) {
    signal?.throwIfAborted();
    try {
      writeFileSync(path, mine, {flag: "wx"});
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const held = read(path);
    if (held && isDead(held) && read(path)?.text === held.text) {
      rmSync(path, {force: true});
      continue;
    }
    if (held && !waited && !Number.isNaN(held.owner)) {
      waited = true;
      onWait?.(held.owner);
    }
    await sleep(60, undefined, {signal});
  }
  const beat = setInterval(() => {
    const now = new Date();
    if (read(path)?.text === mine) utimesSync(path, now, now);
  }, heartbeat);
  beat.unref();
  const release = () => {
    if (read(path)?.text === mine) rmSync(path, {force: true});
  };
  process.once("exit", release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off("exit", release);
    release();
  }
}
