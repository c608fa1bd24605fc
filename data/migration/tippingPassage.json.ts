import {absorption, firstPassage} from "../../models/migration/birthDeath.js";
import type {TippingPassageFile} from "../../models/migration/files.js";
import {presets} from "../../models/migration/parameters.js";
import {passageRuns} from "../../models/migration/passageRuns.js";
import {passageEnds} from "../../models/migration/passageStudy.js";

const smoke = process.env.THREE_GAMES_PROFILE === "smoke";
const runs = smoke ? 40 : 400;
const sizes = smoke ? [10, 20, 40] : [10, 20, 40, 60, 80, 120, 160];
const crowd = 100;
const starts = [0.1, 0.14, 0.18, 0.22, 0.26, 0.3, 0.35, 0.4, 0.5].map((share) => Math.round(share * crowd));
const base = {...presets.stuck};
const round = (value: number) => Number(value.toPrecision(6));
const progress = (done: number, what: string) => process.stderr.write(`progress ${done.toFixed(2)} ${what}\n`);

const passages = sizes.flatMap((agents, i) =>
  (["pass", "ninety"] as const).map((to) => {
    progress(0.9 * (i / sizes.length) ** 2, `${agents} agents to ${to}`);
    const ends = passageEnds(base, agents);
    const {from} = ends;
    const count = ends[to]!;
    const {mean, error} = passageRuns(base, {agents, from, high: count, runs, seed: `passage ${agents} ${to}`});
    const exact = firstPassage(base, agents, {from, to: count});
    return {agents, to, from, count, exact: round(exact), mean: round(mean), error: round(error)};
  })
);

progress(0.9, "chances to win");
const {from: low, ninety: high} = passageEnds(base, crowd);
const rows = starts.map((from) => {
  const {won} = passageRuns(base, {agents: crowd, from, low, high, runs, seed: `chance ${from}`});
  const exact = absorption(base, crowd, {from, low, high});
  // The error that the exact chance gives: the one of the sample would be none where all runs end alike.
  return {from, exact: round(exact), won, error: round(Math.sqrt((exact * (1 - exact)) / runs))};
});

process.stdout.write(
  JSON.stringify({
    note: `Years until the count was first reached from the lowest valley: exact mean of the birth-death chain, and mean and standard error of ${runs} seeded runs of agents; six digits. Chances: the share of as many runs that came to high before low, with the standard error sqrt(p(1 - p)/runs) of the exact chance.`,
    base,
    runs,
    passages,
    chances: {agents: crowd, low, high, rows}
  } satisfies TippingPassageFile)
);
