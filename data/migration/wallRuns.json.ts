import {readFileSync} from "node:fs";
import {
  type Ensemble,
  ensemble,
  ensembleCurve,
  familyLike,
  familyNames,
  type Graph,
  hubsFirst,
  linkedPart,
  type PackagesFile,
  readPackages,
  summarise,
  summariseTimes,
  warTime
} from "../../models/migration/ecosystem.js";
import type {WallRun, WallRunsFile} from "../../models/migration/files.js";

const smoke = process.env.THREE_GAMES_PROFILE === "smoke";
/** Wars for the curves on the real graph, for other starts on it, and on made-up graphs, a graph for each. */
const [many, some, few] = smoke ? [12, 8, 4] : [200, 200, 60];
const years = 40;
const advantage = 1.5;
const weights = [0, 0.5, 1, 1.5, 2, Infinity];

const snapshot: PackagesFile = JSON.parse(readFileSync(new URL("./debianPython3.json", import.meta.url), "utf8"));
const {graph} = readPackages(snapshot);
const real = summarise(graph);
const likeness = {nodes: real.nodes, edges: real.edges, layers: real.depth + 1};

let done = 0;
const total = 3 * weights.length + familyNames.length;
const progress = (what: string) => process.stderr.write(`progress ${(done++ / total).toFixed(2)} ${what}\n`);
const short = (value: number, digits = 4) => Number(value.toFixed(digits));
const finite = (value: number) => (value === Infinity ? null : short(value));

const runs: WallRun[] = [];
const add = (id: string, first: WallRun["first"], weight: number, {median, ...found}: Ensemble) => {
  const [reached, reachedError, mean, error] = [found.reached, found.reachedError, found.mean, found.error].map((v) =>
    short(v)
  ) as [number, number, number, number];
  runs.push({
    graph: id,
    first,
    weight: finite(weight),
    seeds: found.seeds,
    reached,
    reachedError,
    mean,
    error,
    median: finite(median)
  });
};
const graphRow = (id: string, graphs: readonly Graph[]) => {
  const all = graphs.map(summarise);
  const mean = (field: "free" | "depth" | "deadlocked" | "nodes" | "edges") =>
    short(all.reduce((sum, one) => sum + one[field], 0) / all.length, 1);
  return {
    id,
    nodes: mean("nodes"),
    edges: mean("edges"),
    free: mean("free"),
    depth: mean("depth"),
    deadlocked: mean("deadlocked")
  };
};

const curves = weights.map((weight) => {
  progress(`the real graph, γ = ${weight}`);
  const found = ensembleCurve({advantage, dependencyWeight: weight}, {graph, seeds: many, years});
  add("debian", "random", weight, found.ensemble);
  const {time, mean, low, high} = found.curve;
  const shares = (values: number[]) => values.map((v) => short(v));
  return {weight: finite(weight), time, mean: shares(mean), low: shares(low), high: shares(high)};
});
const linked = linkedPart(graph)!.graph;
for (const weight of weights) {
  progress(`hubs first, γ = ${weight}`);
  const p = {advantage, dependencyWeight: weight};
  add("debian", "hubs", weight, ensemble(p, {graph, seeds: some, years, first: hubsFirst(p, graph)}));
  progress(`linked packages, γ = ${weight}`);
  add("linked", "random", weight, ensemble(p, {graph: linked, seeds: some, years}));
}
const graphs = [graphRow("debian", [graph]), graphRow("linked", [linked])];
for (const family of familyNames) {
  progress(family);
  const drawn = Array.from({length: few}, (_, i) => familyLike(family, likeness, `${family} ${i}`));
  graphs.push(graphRow(family, drawn));
  for (const weight of weights.filter((w) => w > 0)) {
    const p = {advantage, dependencyWeight: weight};
    const times = drawn.map((one, i) => warTime(p, {graph: one, seed: `war ${i}`, years}));
    add(family, "random", weight, summariseTimes(times, years));
  }
}

process.stdout.write(
  JSON.stringify({
    note: `Years until nine in ten packages are on the new platform, from ${many} wars for each weight on the real graph, ${some} with hubs first and on the linked part, and ${few} on each family, a graph for each war. Shares over time every half year. Rounded to four decimals.`,
    advantage,
    years,
    graphs,
    runs,
    curves
  } satisfies WallRunsFile)
);
