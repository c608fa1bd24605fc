import {checkWhole} from "../check.js";

/**
 * Who depends on whom. Node i depends on `targets[starts[i]]` … `targets[starts[i + 1] - 1]`, in rising order: the
 * compressed rows of a sparse matrix, which hold thousands of packages without an object for each.
 */
export interface Graph {
  /** Number of nodes, at least 1. */
  readonly size: number;
  /** Where the list of each node begins; `size` + 1 entries, the last being the number of edges. */
  readonly starts: Uint32Array;
  readonly targets: Uint32Array;
}

/** From a node to one that it depends on. */
export type Edge = readonly [from: number, to: number];

/** The most nodes that a graph may have. */
export const mostNodes = 10_000_000;

/**
 * A graph of `size` nodes, 0 … size − 1. An edge given twice counts once.
 *
 * @throws RangeError naming size (an empty graph has no nodes to migrate), or an edge out of range or to its own node.
 */
export function makeGraph(size: number, edges: Iterable<Edge>): Graph {
  checkWhole("size", size, 1, mostNodes);
  const lists: number[][] = Array.from({length: size}, () => []);
  let place = 0;
  for (const [from, to] of edges) {
    checkWhole(`edges[${place}] from`, from, 0, size - 1);
    checkWhole(`edges[${place}] to`, to, 0, size - 1);
    if (from === to)
      throw new RangeError(`edges[${place}] is ${from} to ${to}, but must lead from one node to another`);
    lists[from]!.push(to);
    ++place;
  }
  return fromLists(lists);
}

/** Rows from lists that are known to be right. */
function fromLists(lists: readonly number[][]): Graph {
  const starts = new Uint32Array(lists.length + 1);
  const rows = lists.map((list, i) => {
    const row = Uint32Array.from(new Set(list)).sort();
    starts[i + 1] = starts[i]! + row.length;
    return row;
  });
  const targets = new Uint32Array(starts[lists.length]!);
  rows.forEach((row, i) => {
    targets.set(row, starts[i]);
  });
  return {size: lists.length, starts, targets};
}

/**
 * A graph that did not come from `makeGraph`, such as one that a worker was sent.
 *
 * @throws RangeError naming what is wrong with its size, starts or targets.
 */
export function checkGraph(graph: Graph): Graph {
  const {size, starts, targets} = graph;
  checkWhole("graph.size", size, 1, mostNodes);
  if (starts.length !== size + 1)
    throw new RangeError(`graph.starts has length ${starts.length}, but must have ${size + 1}: one more than nodes`);
  if (starts[0] !== 0) throw new RangeError(`graph.starts[0] is ${starts[0]}, but must be 0`);
  for (let i = 0; i < size; ++i) checkWhole(`graph.starts[${i + 1}]`, starts[i + 1], starts[i]!, targets.length);
  if (starts[size] !== targets.length)
    throw new RangeError(`graph.targets has length ${targets.length}, but must have ${starts[size]}`);
  for (let i = 0; i < size; ++i)
    for (let e = starts[i]!; e < starts[i + 1]!; ++e) {
      checkWhole(`graph.targets[${e}]`, targets[e], 0, size - 1);
      if (targets[e] === i) throw new RangeError(`graph.targets[${e}] is ${i}, but must be another node than its own`);
    }
  return graph;
}

/** What node i depends on: a view, not a copy. */
export function dependenciesOf({starts, targets}: Graph, node: number): Uint32Array {
  return targets.subarray(starts[node], starts[node + 1]);
}

/** How many nodes each node depends on. */
export function outDegrees({size, starts}: Graph): Uint32Array {
  return Uint32Array.from({length: size}, (_, i) => starts[i + 1]! - starts[i]!);
}

/** The graph with every edge turned round: who depends on each node. */
export function dependents({size, starts, targets}: Graph): Graph {
  const back = new Uint32Array(size + 1);
  for (const to of targets) ++back[to + 1]!;
  for (let i = 0; i < size; ++i) back[i + 1]! += back[i]!;
  const next = back.slice(0, size);
  const sources = new Uint32Array(targets.length);
  for (let i = 0; i < size; ++i) for (let e = starts[i]!; e < starts[i + 1]!; ++e) sources[next[targets[e]!]!++] = i;
  return {size, starts: back, targets: sources};
}

/** Who stands next to whom, whichever depends on the other: each edge and its reverse, none twice. */
export function neighbours(graph: Graph): Graph {
  const back = dependents(graph);
  const lists = Array.from({length: graph.size}, (_, i) => [...dependenciesOf(graph, i), ...dependenciesOf(back, i)]);
  return fromLists(lists);
}
