import {dependenciesOf, dependents, type Graph, outDegrees} from "./ecosystemGraph.js";

/** What a graph of dependencies does to a migration: who waits for whom, and who waits for ever. */

/**
 * The cycles: each a set of nodes that all depend on each other, directly or not, in rising order; the largest first.
 * Found as strongly connected components of more than one node (Tarjan 1972), without recursion, as chains are long.
 */
export function cycles(graph: Graph): number[][] {
  const {size, starts, targets} = graph;
  const order = new Int32Array(size).fill(-1);
  const lowest = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const stack: number[] = [];
  const found: number[][] = [];
  const next = starts.slice(0, size);
  let visited = 0;
  const enter = (node: number, path: number[]) => {
    order[node] = lowest[node] = visited++;
    onStack[node] = 1;
    stack.push(node);
    path.push(node);
  };
  for (let root = 0; root < size; ++root) {
    if (order[root]! >= 0) continue;
    const path: number[] = [];
    enter(root, path);
    while (path.length > 0) {
      const node = path.at(-1)!;
      if (next[node]! < starts[node + 1]!) {
        const to = targets[next[node]!++]!;
        if (order[to]! < 0) enter(to, path);
        else if (onStack[to]) lowest[node] = Math.min(lowest[node]!, order[to]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) lowest[parent] = Math.min(lowest[parent]!, lowest[node]!);
      if (lowest[node] !== order[node]) continue;
      const members = stack.splice(stack.lastIndexOf(node));
      for (const member of members) onStack[member] = 0;
      if (members.length > 1) found.push(members.sort((a, b) => a - b));
    }
  }
  return found.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

/**
 * The nodes that can never move behind a hard gate (γ = ∞), where all dependencies must have moved first: those on a
 * cycle and all that wait for them, but for `moved` ones, which are on the new platform already. In rising order.
 */
export function deadlocked(graph: Graph, moved: Iterable<number> = []): number[] {
  const waiting = outDegrees(graph);
  const back = dependents(graph);
  const free = new Uint8Array(graph.size);
  const queue: number[] = [];
  const release = (node: number) => {
    if (free[node]) return;
    free[node] = 1;
    queue.push(node);
  };
  for (const node of moved) release(node);
  for (let i = 0; i < graph.size; ++i) if (waiting[i] === 0) release(i);
  for (let node = queue.pop(); node !== undefined; node = queue.pop())
    for (const waiter of dependenciesOf(back, node)) if (--waiting[waiter]! === 0) release(waiter);
  return Array.from(free.keys()).filter((i) => !free[i]);
}

/** A node and how many depend on it directly. */
export interface Hub {
  node: number;
  dependents: number;
}

/** The commanding heights: the `count` nodes with most direct dependents, the most first, equals by rising number. */
export function hubs(graph: Graph, count: number): Hub[] {
  return Array.from(outDegrees(dependents(graph)), (degree, node) => ({node, dependents: degree}))
    .sort((a, b) => b.dependents - a.dependents || a.node - b.node)
    .slice(0, count);
}

/** A graph in a few figures. */
export interface GraphSummary {
  nodes: number;
  edges: number;
  /** Nodes that depend on none. */
  free: number;
  /** Nodes that neither depend on any nor are depended on. */
  alone: number;
  /** Cycles, and the nodes on them. */
  cycles: number[][];
  /** Nodes that a hard gate holds for ever, if none has moved. */
  deadlocked: number;
  /** Steps of the longest chain of waiting behind a hard gate, among the nodes that can move. */
  depth: number;
}

/** Counts what matters to a migration. */
export function summarise(graph: Graph): GraphSummary {
  const out = outDegrees(graph);
  const needed = outDegrees(dependents(graph));
  const stuck = deadlocked(graph);
  return {
    nodes: graph.size,
    edges: graph.targets.length,
    free: out.filter((degree) => degree === 0).length,
    alone: out.filter((degree, i) => degree === 0 && needed[i] === 0).length,
    cycles: cycles(graph),
    deadlocked: stuck.length,
    depth: longestWait(graph)
  };
}

/** Waves of a migration in which each node moves as soon as all it needs have, less one. */
function longestWait(graph: Graph): number {
  const waiting = outDegrees(graph);
  const back = dependents(graph);
  let wave = Array.from(waiting.keys()).filter((i) => waiting[i] === 0);
  let steps = -1;
  for (; wave.length > 0; ++steps) {
    const next: number[] = [];
    for (const node of wave)
      for (const waiter of dependenciesOf(back, node)) if (--waiting[waiter]! === 0) next.push(waiter);
    wave = next;
  }
  return Math.max(0, steps);
}
