import {createRun} from "../../models/migration/agents.js";
import {transient} from "../../models/migration/birthDeath.js";
import {defaults} from "../../models/migration/parameters.js";
import {random} from "../../models/random.js";
import {alternate, type Row} from "../row.js";
import {textbook} from "./textbook.js";

const agents = 1_000_000;
const years = 40;
/** Occasions on which somebody reconsiders, whether he then moves or not: λN a year. */
const opportunities = defaults.pace * agents * years;

/** The share at the end and the time for each opportunity, in nanoseconds. */
function timed(run: () => number): {share: number; each: number} {
  const start = performance.now();
  const share = run();
  return {share, each: (1e6 * (performance.now() - start)) / opportunities};
}

function ours(seed: number, named: boolean) {
  return timed(() => {
    const run = createRun(defaults, {agents, seed, named});
    run.advanceTo(years);
    return run.now().share;
  });
}

function theirs(seed: number) {
  return timed(() => textbook(defaults, agents, years, random(seed)));
}

/** Both must end where the exact law of a crowd says, within six of its standard deviations. */
function mustEndRight(share: number): void {
  // The standard deviation shrinks with the root of the number of agents; a chain of 1,000 gives mean and spread.
  const chain = transient(defaults, 1000, {times: [years]});
  const spread = chain.sd[0]! / Math.sqrt(agents / 1000);
  const gap = Math.abs(share - chain.mean[0]!);
  // The mean of a small chain differs from that of a large one by about 1/N.
  if (!(gap <= 6 * spread + 2e-3)) throw new Error(`the share is ${share}, but must be ${chain.mean[0]} ± ${spread}`);
}

function row(name: string, named: boolean): Row {
  return {
    name,
    peer: "textbook: one random agent an update",
    unit: "ns",
    run: async () => {
      let seed = 0;
      return alternate(
        3,
        () => {
          const {share, each} = ours(++seed, named);
          mustEndRight(share);
          return [each];
        },
        () => {
          const {share, each} = theirs(++seed);
          mustEndRight(share);
          return [each];
        }
      );
    }
  };
}

/** 20 million opportunities a second are 50 nanoseconds each. */
const budget: Row = {
  name: "agents, against 20 million a second",
  peer: "budget, each opportunity",
  unit: "ns",
  run: async () => {
    const measured = Array.from({length: 3}, (_, seed) => ours(seed, true).each).sort((a, b) => a - b);
    return {ours: measured[1]!, theirs: 50};
  }
};

export const agentRows: readonly Row[] = [
  row("agents by name, a million for 40 years", true),
  row("agents by number, a million for 40 years", false),
  budget
];
