import {spawnSync} from "node:child_process";
import {mkdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {Skip} from "./row.js";

/** A compiled peer from bench/peers: runs on one thread and prints the seconds of each repeat. */
export interface Peer {
  /** Runs the peer `repeats` times in one process; milliseconds of each, without start and output. */
  time(repeats: number): number[];
  /** Runs it once and reads back the table it computed. */
  table(): Float64Array;
}

const folder = fileURLToPath(new URL("../.cache/bench/", import.meta.url));
const flags = ["-O3", "-march=native", "-ffast-math"];

function run(command: string, args: string[]): string {
  const {status, stdout, stderr, error} = spawnSync(command, args, {encoding: "utf8"});
  if (error || status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
  return stdout;
}

/**
 * Builds bench/peers/`name`.c with gcc -O3 -march=native -ffast-math and libraries, to be run with `args`.
 * Throws `Skip` where there is no gcc or a library is missing, and an Error where it does not compile.
 */
export function peer(name: string, args: readonly number[], libraries: readonly string[] = []): Peer {
  if (spawnSync("gcc", ["--version"]).error) throw new Skip("gcc is not installed");
  const links = [...libraries, "m"].map((library) => `-l${library}`);
  for (const library of libraries) {
    const trial = ["-x", "c", "-", `-l${library}`, "-o", "/dev/null"];
    if (spawnSync("gcc", trial, {input: "int main(void) { return 0; }"}).status !== 0)
      throw new Skip(`gcc finds no ${library} (Debian: apt-get install lib${library}-dev)`);
  }
  mkdirSync(folder, {recursive: true});
  const program = join(folder, name);
  run("gcc", [...flags, fileURLToPath(new URL(`peers/${name}.c`, import.meta.url)), "-o", program, ...links]);
  const words = args.map(String);
  return {
    time: (repeats) =>
      run(program, [...words, String(repeats)])
        .trim()
        .split("\n")
        .map((line) => 1000 * Number(line)),
    table() {
      const path = join(tmpdir(), `${name}-${process.pid}.bin`);
      try {
        run(program, [...words, "1", path]);
        const {buffer, byteOffset, byteLength} = readFileSync(path);
        return new Float64Array(buffer, byteOffset, byteLength / 8);
      } finally {
        rmSync(path, {force: true});
      }
    }
  };
}

/** Throws unless two tables have the same size and agree everywhere to within `tolerance`. */
export function mustAgree(ours: Float64Array, theirs: Float64Array, tolerance: number): void {
  if (ours.length !== theirs.length) throw new Error(`ours has ${ours.length} values, the peer ${theirs.length}`);
  for (let i = 0; i < ours.length; ++i)
    // Written so that a value that is not a number disagrees.
    if (!(Math.abs(ours[i]! - theirs[i]!) <= tolerance))
      throw new Error(`value ${i} is ${ours[i]}, but ${theirs[i]} by the peer: more than ${tolerance} apart`);
}
