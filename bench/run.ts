/**
 * Speed beside real peers, measured in one run on this machine.
 *
 *     npm run bench                         every column
 *     npm run bench -- kelly                one column
 *     npm run bench -- kelly --only NAME    the row of that name, or the rows whose names contain it
 *     npm run bench -- kelly --json         one JSON object a row: {name, peer, ours, theirs, unit, ratio}
 *
 * Ratio is theirs / ours: above 1 is better than the peer. A row that cannot be measured here is skipped and says why
 * (with --json on stderr). A row whose result is wrong, or over its limit, fails the run with exit code 1; an unknown
 * column or name ends it with 2. Speed itself never fails a run: it depends on the machine.
 *
 * A new column is a module that exports an array of `Row` (see row.ts), entered below; C peers live in peers/ and need
 * gcc.
 */
import {parseArgs} from "node:util";
import {setFlagsFromString} from "node:v8";
import {runInNewContext} from "node:vm";
import {treeRows} from "./kelly/decisionTree.js";
import {surfaceRows} from "./kelly/surface.js";
import {agentRows} from "./migration/agents.js";
import {graphRows} from "./migration/graph.js";
import {transientRows} from "./migration/transient.js";
import {nnRows} from "./nn/rows.js";
import {type Row, Skip} from "./row.js";
import {siteRows} from "./site/rows.js";

const columns: Record<string, readonly Row[]> = {
  kelly: [...treeRows, ...surfaceRows],
  migration: [...agentRows, ...transientRows, ...graphRows],
  nn: nnRows,
  site: siteRows
};

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

/** The rows that the command line asks for. */
function chosenRows(names: readonly string[], only: string | undefined): Row[] {
  const unknown = names.find((name) => !Object.hasOwn(columns, name));
  if (unknown !== undefined) stop(`no column ${unknown}; there are: ${Object.keys(columns).join(", ")}`);
  const rows = (names.length ? names : Object.keys(columns)).flatMap((name) => columns[name]!);
  if (only === undefined) return rows;
  const exact = rows.filter((row) => row.name === only);
  const chosen = exact.length ? exact : rows.filter((row) => row.name.includes(only));
  if (!chosen.length) stop(`no row ${only}; there are:\n${rows.map((row) => `  ${row.name}`).join("\n")}`);
  return chosen;
}

/** About four digits, without a power of ten. */
function short(value: number): string {
  return value >= 1000 ? value.toFixed(0) : value.toPrecision(4);
}

function tableLine(cells: readonly string[], widths: readonly number[]): string {
  return cells.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  ");
}

function commandLine() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {json: {type: "boolean", default: false}, only: {type: "string"}}
    });
  } catch (error) {
    return stop((error as Error).message);
  }
}

async function main(): Promise<void> {
  const {values, positionals} = commandLine();
  const rows = chosenRows(positionals, values.only);
  const widest = (key: "name" | "peer") => Math.max(4, ...rows.map((row) => row[key].length));
  const widths = [widest("name"), widest("peer"), 9, 9, 4, 7];
  if (!values.json) console.log(tableLine(["row", "peer", "ours", "theirs", "unit", "ratio"], widths));
  for (const {name, peer, unit, run} of rows) {
    try {
      // What the row before left behind is not cleared away at the expense of this one.
      collectGarbage();
      const {ours, theirs} = await run();
      const ratio = theirs / ours;
      if (values.json) console.log(JSON.stringify({name, peer, ours, theirs, unit, ratio}));
      else console.log(tableLine([name, peer, short(ours), short(theirs), unit, short(ratio)], widths));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (error instanceof Skip) (values.json ? console.error : console.log)(`${name}: skipped, ${reason}`);
      else {
        process.exitCode = 1;
        console.error(`${name}: failed, ${reason}`);
      }
    }
  }
}

await main();
