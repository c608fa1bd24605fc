import {readFileSync} from "node:fs";
import {type Graph, type PackagesFile, preferential, readPackages} from "../../models/migration/ecosystem.js";
import type {EndingFile, EndingHubs} from "../../models/migration/files.js";
import {ensemble, meanFieldPlans} from "../../models/migration/interventions.js";
import {reportPlan, thinned} from "../../models/migration/interventionsReport.js";

const smoke = process.env.THREE_GAMES_PROFILE === "smoke";
const wars = smoke ? 40 : 400;
const agents = 400;
const years = 40;
// Looked at every quarter of a year, kept every half.
const step = 0.25;
const every = 2;
const progress = (part: number, text: string) => process.stderr.write(`progress ${part.toFixed(2)} ${text}\n`);

const options = {agents, wars, seed: "ending", years, step};
const nothing = ensemble({}, {}, options);
const stock = meanFieldPlans();
const plans = stock.map(({id, label, plan}, i) => {
  progress((0.5 * i) / stock.length, label);
  const played = id === "none" ? nothing : ensemble({}, plan, options);
  return thinned(reportPlan(id, played, nothing, years), every);
});

const made = preferential({size: agents, links: 3, seed: "ending"});
const debianFile = new URL("./debianPython3.json", import.meta.url);
const debian = readPackages(JSON.parse(readFileSync(debianFile, "utf8")) as PackagesFile).graph;
const cases: {name: string; graph: Graph; locality: number; wars: number}[] = [
  ...[0, 0.25, 0.5, 0.75, 1].map((locality) => ({name: "preferential", graph: made, locality, wars: smoke ? 20 : 200})),
  {name: "debian", graph: debian, locality: 0.5, wars: smoke ? 3 : 40}
];
const hubs = cases.map(({name, graph, locality, wars: some}, i): EndingHubs => {
  progress(0.5 + (0.5 * i) / cases.length, `hubs, ${name}, locality ${locality}`);
  const [random, first] = [false, true].map((hubs) =>
    ensemble({locality}, {hubs}, {graph, wars: some, seed: "hubs", years, step})
  );
  return {
    graph: name,
    nodes: graph.size,
    locality,
    wars: some,
    random: thinned(reportPlan("random", random!, random!, years), every),
    hubs: thinned(reportPlan("hubs", first!, random!, years), every)
  };
});

process.stdout.write(
  JSON.stringify({
    note: `The default war and the plans at their usual settings, ${wars} wars of ${agents} agents each, on the same seeds for every plan. Shares every half year, rounded to three decimals: mean and the 5th and 95th percentile. Figures are means with standard errors; a war that is not over after ${years} years counts as over then. On graphs the first adopters are 5 % of the nodes.`,
    agents,
    wars,
    years,
    time: Array.from(nothing.time).filter((_, i) => i % every === 0),
    plans,
    hubs
  } satisfies EndingFile)
);
