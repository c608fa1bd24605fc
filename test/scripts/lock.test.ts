import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, test} from "node:test";
import {setTimeout as sleep} from "node:timers/promises";
import {isAlive, withLock} from "../../scripts/lock.js";

const folder = mkdtempSync(join(tmpdir(), "lock-"));
after(() => rmSync(folder, {recursive: true}));

/** The id of a process that has ended. */
function deadProcess(): number {
  const {pid} = spawnSync(process.execPath, ["-e", ""]);
  assert.ok(!isAlive(pid));
  return pid;
}

test("one at a time", async () => {
  const path = join(folder, "one");
  let [inside, most] = [0, 0];
  const work = async () => {
    most = Math.max(most, ++inside);
    await sleep(20);
    --inside;
  };
  await Promise.all([1, 2, 3].map(() => withLock(path, work)));
  assert.equal(most, 1);
  assert.ok(!existsSync(path));
});

test("the lock of a dead owner is taken over", async () => {
  const path = join(folder, "dead");
  writeFileSync(path, `${deadProcess()} x`);
  assert.equal(await withLock(path, async () => "done"), "done");
  assert.ok(!existsSync(path));
});

test("the lock of an owner that has long been silent is taken over", async () => {
  const path = join(folder, "silent");
  writeFileSync(path, `${process.pid} x`);
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(path, longAgo, longAgo);
  assert.equal(await withLock(path, async () => "done"), "done");
});

test("a living owner is waited for, and named", async () => {
  const path = join(folder, "alive");
  writeFileSync(path, `${process.pid} x`);
  const owners: number[] = [];
  const done = withLock(path, async () => existsSync(path), {onWait: (owner) => owners.push(owner)});
  await sleep(200);
  assert.deepEqual(owners, [process.pid]);
  rmSync(path);
  assert.equal(await done, true);
});

test("waiting ends when it is called off", async () => {
  const path = join(folder, "off");
  writeFileSync(path, `${process.pid} x`);
  await assert.rejects(withLock(path, async () => {}, {signal: AbortSignal.timeout(100)}));
});

test("work that fails gives the lock back", async () => {
  const path = join(folder, "fails");
  await assert.rejects(
    withLock(path, () => Promise.reject(new Error("no"))),
    /^Error: no$/
  );
  assert.ok(!existsSync(path));
});
