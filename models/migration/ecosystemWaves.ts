import {dependenciesOf, dependents, type Graph, outDegrees} from "./ecosystemGraph.js";

/**
 * When each node could move behind a hard gate, at the earliest: 0 for those that depend on nothing, otherwise one
 * after the last of its dependencies; −1 for those that never can, on a cycle or waiting for one.
 */
export function waves(graph: Graph): Int32Array {
  const waiting = outDegrees(graph);
  const back = dependents(graph);
  const result = new Int32Array(graph.size).fill(-1);
  let wave = Array.from(waiting.keys()).filter((i) => waiting[i] === 0);
  for (let number = 0; wave.length > 0; ++number) {
    const next: number[] = [];
    for (const node of wave) {
      result[node] = number;
      for (const waiter of dependenciesOf(back, node)) if (--waiting[waiter]! === 0) next.push(waiter);
    }
    wave = next;
  }
  return result;
}

/** All that a node leads to, itself left out: along dependencies, or against them if the graph is turned round. */
export function reach(graph: Graph, node: number): number[] {
  const seen = new Set([node]);
  for (const at of seen) for (const to of dependenciesOf(graph, at)) seen.add(to);
  seen.delete(node);
  return [...seen];
}
