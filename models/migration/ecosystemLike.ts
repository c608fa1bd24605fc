import {checkWhole} from "../check.js";
import {random} from "../random.js";
import {layered, preferential, randomOrder, smallWorld} from "./ecosystemFamilies.js";
import {dependenciesOf, type Edge, type Graph, makeGraph, mostNodes} from "./ecosystemGraph.js";

/** The made-up families that stand beside a real graph. */
export const familyNames = ["randomOrder", "preferential", "layered", "smallWorld"] as const;
export type FamilyName = (typeof familyNames)[number];

/** What a made-up graph has in common with the real one. */
export interface Likeness {
  nodes: number;
  edges: number;
  /** Layers of `layered`; the waves of the real graph. */
  layers: number;
}

/** Part of the edges that a small world turns to a random node. */
const rewiring = 0.1;

/**
 * A graph of a family with exactly so many nodes and edges: drawn with the least whole number of links a node that is
 * enough, and then relieved of edges at random.
 *
 * @throws RangeError naming nodes, edges or layers, or what the family cannot do.
 */
export function familyLike(family: FamilyName, {nodes, edges, layers}: Likeness, seed: string | number): Graph {
  checkWhole("nodes", nodes, 3, mostNodes);
  checkWhole("edges", edges, 1, (nodes * (nodes - 1)) / 2);
  checkWhole("layers", layers, 2, nodes);
  for (let links = Math.ceil(edges / nodes); ; ++links) {
    const graph = draw(family, nodes, links, edges, layers, seed);
    if (graph.targets.length >= edges) return thinned(graph, edges, `${seed} thinned`);
  }
}

function draw(family: FamilyName, size: number, links: number, edges: number, layers: number, seed: string | number) {
  switch (family) {
    case "randomOrder": {
      // Its edges are random in number: six standard deviations more than are wanted, and a whole link at each new try.
      const more = links - Math.ceil(edges / size);
      return randomOrder({size, links: Math.min((size - 1) / 2, (edges + 6 * Math.sqrt(edges)) / size + more), seed});
    }
    case "preferential":
      return preferential({size, links, seed});
    case "layered":
      return layered({size, layers, links, seed});
    case "smallWorld":
      return smallWorld({size, links, rewiring, seed});
  }
}

/** `edges` of a graph's edges, all sets alike. */
function thinned(graph: Graph, edges: number, seed: string | number): Graph {
  const all: Edge[] = [];
  for (let i = 0; i < graph.size; ++i) for (const to of dependenciesOf(graph, i)) all.push([i, to]);
  const source = random(seed);
  for (let i = 0; i < edges; ++i) {
    const j = i + Math.floor(source() * (all.length - i));
    const edge = all[j]!;
    all[j] = all[i]!;
    all[i] = edge;
  }
  return makeGraph(graph.size, all.slice(0, edges));
}
