/** Dependency graphs: made-up families, real ones, and what they do to a migration. One door to their modules. */
export {cycles, deadlocked, type GraphSummary, type Hub, hubs, summarise} from "./ecosystemCycles.js";
export {layered, preferential, randomOrder, smallWorld} from "./ecosystemFamilies.js";
export {
  checkGraph,
  dependenciesOf,
  dependents,
  type Edge,
  type Graph,
  makeGraph,
  mostNodes,
  neighbours,
  outDegrees
} from "./ecosystemGraph.js";
export {type Packages, type PackagesFile, packPackages, readPackages} from "./ecosystemPackages.js";
