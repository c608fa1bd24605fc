import {dependenciesOf, type Edge, type Graph, makeGraph, neighbours, outDegrees} from "./ecosystemGraph.js";

/**
 * The part of a graph that is linked at all: the nodes that depend on another or are depended on, numbered anew in the
 * same order, and the old number of each. Null if no node is linked.
 */
export function linkedPart(graph: Graph): {graph: Graph; nodes: Uint32Array} | null {
  const degree = outDegrees(neighbours(graph));
  const nodes = Uint32Array.from(degree.keys()).filter((i) => degree[i]! > 0);
  if (nodes.length === 0) return null;
  const places = new Map(Array.from(nodes, (node, i) => [node, i]));
  const edges: Edge[] = [];
  nodes.forEach((node, i) => {
    for (const to of dependenciesOf(graph, node)) edges.push([i, places.get(to)!]);
  });
  return {graph: makeGraph(nodes.length, edges), nodes};
}
