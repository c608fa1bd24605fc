import {spawn} from "node:child_process";
import {once} from "node:events";
import {fileURLToPath} from "node:url";
import {createRun} from "../../models/migration/agents.js";
import {alternate, type Row} from "../row.js";
import {plainWar} from "./graphPlain.js";
import {debian, war, warYears} from "./graphWars.js";

/** The budget, in milliseconds. */
const minute = 60_000;
const seeds = 1000;

/** One of two processes that share the seeds; the mean share it finds. */
async function half(from: number, to: number): Promise<number> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", fileURLToPath(new URL("graphHalf.ts", import.meta.url)), String(from), String(to)],
    {stdio: ["ignore", "pipe", "inherit"]}
  );
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    text += part;
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`a process ended with ${code}`);
  return Number(text);
}

/** A thousand wars on the real graph, by two processes, their start included, against a minute. */
const budget: Row = {
  name: `Debian's graph, γ = 1: ${seeds} seeds of ${warYears} years on two cores`,
  peer: "a budget of one minute",
  unit: "ms",
  async run() {
    const start = performance.now();
    const shares = await Promise.all([half(0, seeds / 2), half(seeds / 2, seeds)]);
    const ours = performance.now() - start;
    for (const share of shares)
      if (!(share > 0.98 && share < 1))
        throw new Error(`the mean share at the end is ${share}, which no war is known for`);
    return {ours, theirs: minute};
  }
};

const looks = [2, 5, 8, warYears];

/** Mean and standard error of each column. */
function columns(rows: number[][]): {mean: number; error: number}[] {
  return looks.map((_, k) => {
    const values = rows.map((row) => row[k]!);
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    const square = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1);
    return {mean, error: Math.sqrt(square / values.length)};
  });
}

/** One war beside the same by a plain implementation with objects; both must find the same shares. */
const plain: Row = {
  name: `Debian's graph, γ = 1: one war of ${warYears} years`,
  peer: "plain TypeScript, an object a package, one random package an update",
  unit: "ms",
  async run() {
    const graph = debian();
    const event = (seed: string) => {
      const run = createRun(war, {graph, seed});
      return looks.map((time) => {
        run.advanceTo(time);
        return run.now().share;
      });
    };
    const found: {ours: number[][]; theirs: number[][]} = {ours: [], theirs: []};
    let turn = 0;
    const timed = (fight: (seed: string) => number[], shares: number[][]) =>
      Array.from({length: 8}, () => {
        const start = performance.now();
        shares.push(fight(`war ${turn++}`));
        return performance.now() - start;
      });
    const measured = alternate(
      4,
      () => timed(event, found.ours),
      () => timed((seed) => plainWar(war, graph, seed, looks), found.theirs)
    );
    const [ours, theirs] = [columns(found.ours), columns(found.theirs)];
    looks.forEach((time, k) => {
      const z = (ours[k]!.mean - theirs[k]!.mean) / Math.hypot(ours[k]!.error, theirs[k]!.error);
      if (!(Math.abs(z) < 5)) throw new Error(`in year ${time} the shares differ by ${z.toFixed(1)} standard errors`);
    });
    return measured;
  }
};

export const graphRows: readonly Row[] = [budget, plain];
