import {firstCount} from "./chain.js";
import {hubs} from "./ecosystemCycles.js";
import type {Graph} from "./ecosystemGraph.js";
import {checkParameters, type SomeParameters} from "./parameters.js";

/** The commanding heights as first adopters: as many nodes as `initialShare` makes, those with most direct dependents. */
export function hubsFirst(given: SomeParameters, graph: Graph): number[] {
  return hubs(graph, firstCount(checkParameters(given), graph.size)).map(({node}) => node);
}
