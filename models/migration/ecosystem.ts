/**
 * Dependency graphs: made-up families, real ones, and what they do to a migration. One door to their modules; a page that
 * wants a few of them and has much else to load asks those.
 */
export {cycles, deadlocked, type GraphSummary, type Hub, hubs, summarise} from "./ecosystemCycles.js";
export {type DegreeTail, degreeTail} from "./ecosystemDegrees.js";
export {
  type Ensemble,
  type EnsembleCurve,
  type EnsembleOptions,
  ensemble,
  ensembleCurve,
  summariseTimes,
  warTime
} from "./ecosystemEnsemble.js";
export {layered, preferential, randomOrder, smallWorld} from "./ecosystemFamilies.js";
export {hubsFirst} from "./ecosystemFirst.js";
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
export {type CycleReport, keystones} from "./ecosystemKeystones.js";
export {type FamilyName, familyLike, familyNames, type Likeness} from "./ecosystemLike.js";
export {linkedPart} from "./ecosystemLinked.js";
export {type Heading, nearestOn} from "./ecosystemNearest.js";
export {type Packages, type PackagesFile, packPackages, readPackages} from "./ecosystemPackages.js";
export {recordWar} from "./ecosystemRecord.js";
export {type RecordedWar, type Replay, replay} from "./ecosystemReplay.js";
export {reach, waves} from "./ecosystemWaves.js";
