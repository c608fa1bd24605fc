import {spawnSync} from "node:child_process";
import {fileURLToPath} from "node:url";
import {decisionTree} from "../../models/kelly/decisionTree.js";
import {defaultGame} from "../../models/kelly/game.js";
import {mustAgree, peer} from "../peer.js";
import {alternate, type Row} from "../row.js";

const {ceiling, rounds} = defaultGame;
const unit = 0.01;

/** Most memory that the penny tree may take, the process that runs it included. */
const mostMegabytes = 300;

function solve(edge: number): number[] {
  const start = performance.now();
  decisionTree({edge, ceiling, rounds, unit});
  return [performance.now() - start];
}

/** The penny tree at one edge, held against a C program; every one of the 7.5 million values must agree to $1e-9. */
function pennyTree(name: string, program: string, edge: number, turns: number): Row {
  return {
    name,
    peer: `C, one thread, ${program === "fullScan" ? "scan of every stake" : "the same merge"}`,
    unit: "ms",
    async run() {
      const theirs = peer(program, [edge, ceiling, Math.round(ceiling / unit), rounds]);
      mustAgree(decisionTree({edge, ceiling, rounds, unit}).values, theirs.table(), 1e-9);
      return alternate(
        turns,
        () => solve(edge),
        () => theirs.time(1)
      );
    }
  };
}

/** Peak memory of a fresh process that solves the penny tree, against what it may take. */
const memory: Row = {
  name: "penny tree memory",
  peer: `a limit of ${mostMegabytes} MB for the process`,
  unit: "MB",
  async run() {
    const child = fileURLToPath(new URL("treeMemory.ts", import.meta.url));
    const {status, stdout, stderr} = spawnSync(process.execPath, ["--import", "tsx", child], {encoding: "utf8"});
    if (status !== 0) throw new Error(`the child process failed: ${stderr}`);
    const ours = Number(stdout);
    if (!(ours <= mostMegabytes)) throw new Error(`the penny tree took ${ours} MB, more than ${mostMegabytes} MB`);
    return {ours, theirs: mostMegabytes};
  }
};

export const treeRows: readonly Row[] = [
  ...[0.51, 0.6, 0.9].map((edge) => pennyTree(`penny tree, edge ${edge}`, "fullScan", edge, 3)),
  pennyTree("penny tree, the same algorithm", "merge", 0.6, 9),
  memory
];
