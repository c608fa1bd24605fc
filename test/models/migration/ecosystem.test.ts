import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {
  checkGraph,
  cycles,
  deadlocked,
  degreeTail,
  dependenciesOf,
  dependents,
  type Edge,
  type Graph,
  hubs,
  keystones,
  linkedPart,
  makeGraph,
  nearestOn,
  neighbours,
  outDegrees,
  reach,
  summarise,
  waves
} from "../../../models/migration/ecosystem.js";

/** Small graphs of every kind, as a list of edges. */
const graphs = fc
  .integer({min: 1, max: 9})
  .chain((size) =>
    fc
      .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), {maxLength: 24})
      .map((pairs) => ({size, edges: pairs.filter(([a, b]) => a !== b)}))
  );

const edgesOf = (graph: Graph) =>
  Array.from({length: graph.size}, (_, i) => [...dependenciesOf(graph, i)].map((to) => [i, to])).flat();

/** Who can be reached from whom, by Warshall's algorithm: no code of the models. */
function closure(size: number, edges: readonly Edge[]): boolean[][] {
  const to = Array.from({length: size}, () => new Array<boolean>(size).fill(false));
  for (const [a, b] of edges) to[a]![b] = true;
  for (let k = 0; k < size; ++k)
    for (let i = 0; i < size; ++i) for (let j = 0; j < size; ++j) to[i]![j] ||= to[i]![k]! && to[k]![j]!;
  return to;
}

test("a graph is its edges, each once and in order", () => {
  const graph = makeGraph(4, [
    [2, 3],
    [0, 2],
    [0, 1],
    [0, 2]
  ]);
  assert.deepEqual([...graph.starts], [0, 2, 2, 3, 3]);
  assert.deepEqual([...graph.targets], [1, 2, 3]);
  assert.deepEqual([...outDegrees(graph)], [2, 0, 1, 0]);
  assert.equal(checkGraph(graph), graph);
});

test("bad graphs are named: an empty one, edges out of range, loops", () => {
  const range = (message: RegExp) => ({name: "RangeError", message});
  assert.throws(() => makeGraph(0, []), range(/^size is 0, but must be a whole number between 1/));
  assert.throws(() => makeGraph(1.5, []), range(/^size is 1.5/));
  assert.throws(() => makeGraph(2, [[0, 2]]), range(/^edges\[0\] to is 2, but must be a whole number between 0 and 1/));
  assert.throws(() => makeGraph(2, [[-1, 0]]), range(/^edges\[0\] from is -1/));
  assert.throws(
    () =>
      makeGraph(2, [
        [0, 1],
        [1, 1]
      ]),
    range(/^edges\[1\] is 1 to 1, but must lead from one node to another/)
  );
  const good = makeGraph(3, [
    [0, 1],
    [1, 2]
  ]);
  const bad: [Partial<Graph>, RegExp][] = [
    [{size: 0}, /^graph\.size is 0/],
    [{size: 2}, /^graph\.starts has length 4, but must have 3/],
    [{starts: Uint32Array.of(1, 1, 2, 2)}, /^graph\.starts\[0\] is 1, but must be 0/],
    [{starts: Uint32Array.of(0, 2, 1, 2)}, /^graph\.starts\[2\] is 1/],
    [{starts: Uint32Array.of(0, 1, 1, 1)}, /^graph\.targets has length 2, but must have 1/],
    [{targets: Uint32Array.of(1, 3)}, /^graph\.targets\[1\] is 3/],
    [{targets: Uint32Array.of(0, 2)}, /^graph\.targets\[0\] is 0, but must be another node/]
  ];
  for (const [part, message] of bad) assert.throws(() => checkGraph({...good, ...part}), range(message));
});

test("turned round, an edge leads the other way, and twice round is the graph itself", () => {
  fc.assert(
    fc.property(graphs, ({size, edges}) => {
      const graph = makeGraph(size, edges);
      const key = (list: number[][]) => list.map(String).sort();
      assert.deepEqual(key(edgesOf(dependents(graph))), key(edgesOf(graph).map(([a, b]) => [b!, a!])));
      assert.deepEqual(dependents(dependents(graph)), graph);
      checkGraph(dependents(graph));
      const near = neighbours(graph);
      const both = new Set(edges.flatMap(([a, b]) => [`${a},${b}`, `${b},${a}`]));
      assert.deepEqual(key(edgesOf(near)), [...both].sort());
    })
  );
});

test("cycles are the classes of nodes that reach each other, by Warshall's algorithm", () => {
  fc.assert(
    fc.property(graphs, ({size, edges}) => {
      const to = closure(size, edges);
      const classes = new Set<string>();
      for (let i = 0; i < size; ++i) {
        const members = Array.from({length: size}, (_, j) => j).filter((j) => j === i || (to[i]![j] && to[j]![i]));
        if (members.length > 1) classes.add(members.join());
      }
      const found = cycles(makeGraph(size, edges));
      assert.deepEqual(new Set(found.map((cycle) => cycle.join())), classes);
      assert.equal(found.length, classes.size);
      for (let i = 1; i < found.length; ++i) assert.ok(found[i - 1]!.length >= found[i]!.length);
    }),
    {numRuns: 400}
  );
});

test("a chain of a hundred thousand is no cycle, and closing it makes one", () => {
  const size = 100_000;
  const chain = Array.from({length: size - 1}, (_, i): Edge => [i, i + 1]);
  assert.deepEqual(cycles(makeGraph(size, chain)), []);
  assert.equal(cycles(makeGraph(size, [...chain, [size - 1, 0]]))[0]!.length, size);
});

test("deadlocked are those that reach a cycle, unless all ways to it are open", () => {
  fc.assert(
    fc.property(graphs, fc.array(fc.nat(8), {maxLength: 3}), ({size, edges}, chosen) => {
      const moved = new Set(chosen.filter((i) => i < size));
      // Those who have moved need nobody: cut what they wait for, and ask who reaches a cycle.
      const kept = edges.filter(([a]) => !moved.has(a));
      const to = closure(size, kept);
      const expected = Array.from({length: size}, (_, i) => i).filter((i) =>
        Array.from({length: size}, (_, j) => j).some((j) => to[j]![j] && (i === j || to[i]![j]))
      );
      assert.deepEqual(deadlocked(makeGraph(size, edges), moved), expected);
    }),
    {numRuns: 400}
  );
});

test("the wave of a node is the longest chain of waiting from it, by recursion", () => {
  fc.assert(
    fc.property(graphs, ({size, edges}) => {
      const graph = makeGraph(size, edges);
      const stuck = new Set(deadlocked(graph));
      const longest = (i: number): number => Math.max(0, ...[...dependenciesOf(graph, i)].map((j) => 1 + longest(j)));
      const found = waves(graph);
      for (let i = 0; i < size; ++i) assert.equal(found[i], stuck.has(i) ? -1 : longest(i));
      const summary = summarise(graph);
      assert.equal(summary.deadlocked, stuck.size);
      assert.equal(summary.depth, Math.max(0, ...found));
      assert.equal(summary.free, [...outDegrees(graph)].filter((d) => d === 0).length);
    }),
    {numRuns: 400}
  );
});

test("reach is what the closure says", () => {
  fc.assert(
    fc.property(graphs, ({size, edges}) => {
      const graph = makeGraph(size, edges);
      const to = closure(size, edges);
      for (let i = 0; i < size; ++i)
        assert.deepEqual(
          reach(graph, i).sort((a, b) => a - b),
          Array.from({length: size}, (_, j) => j).filter((j) => j !== i && to[i]![j])
        );
    })
  );
});

test("hubs are those with most dependents, equals by number", () => {
  const graph = makeGraph(5, [
    [0, 4],
    [1, 4],
    [2, 4],
    [0, 3],
    [1, 2],
    [4, 2]
  ]);
  assert.deepEqual(hubs(graph, 3), [
    {node: 4, dependents: 3},
    {node: 2, dependents: 2},
    {node: 3, dependents: 1}
  ]);
  assert.equal(hubs(graph, 99).length, 5);
});

test("a keystone opens its cycle; of a cycle within a cycle one may not be enough", () => {
  const ring = makeGraph(6, [
    [0, 1],
    [1, 0],
    [2, 0],
    [3, 2],
    [4, 5]
  ]);
  assert.deepEqual(keystones(ring), {cycles: [{members: [0, 1], behind: 2, keystone: 0}], left: 0});
  // 0 ↔ 1 and 2 ↔ 3 in one class: whichever of them moves, the other pair stays.
  const knot = makeGraph(4, [
    [0, 1],
    [1, 0],
    [2, 3],
    [3, 2],
    [0, 2],
    [2, 0]
  ]);
  const {cycles: found, left} = keystones(knot);
  assert.deepEqual(found[0]!.members, [0, 1, 2, 3]);
  assert.equal(left, Math.min(...[0, 1, 2, 3].map((i) => deadlocked(knot, [i]).length)));
  assert.deepEqual(keystones(makeGraph(2, [[0, 1]])), {cycles: [], left: 0});
});

test("the linked part keeps every edge and nobody who stands alone", () => {
  fc.assert(
    fc.property(graphs, ({size, edges}) => {
      const graph = makeGraph(size, edges);
      const part = linkedPart(graph);
      if (edges.length === 0) return assert.equal(part, null);
      const {graph: linked, nodes} = part!;
      checkGraph(linked);
      assert.deepEqual(
        edgesOf(linked).map(([a, b]) => [nodes[a!], nodes[b!]]),
        edgesOf(graph)
      );
      assert.ok([...outDegrees(neighbours(linked))].every((d) => d > 0));
    })
  );
});

test("the tail of degrees counts those with at least so many", () => {
  assert.deepEqual(degreeTail([3, 0, 1, 1]), [
    {degree: 0, nodes: 4},
    {degree: 1, nodes: 3},
    {degree: 3, nodes: 1}
  ]);
  assert.deepEqual(degreeTail([]), []);
});

test("an arrow goes to the nearest point ahead, and nowhere at the edge", () => {
  const x = [0, 10, 20, 1, 0];
  const y = [0, 1, 0, 10, -5];
  assert.equal(nearestOn({x, y}, 0, "right"), 1);
  assert.equal(nearestOn({x, y}, 0, "down"), 3);
  assert.equal(nearestOn({x, y}, 0, "up"), 4);
  assert.equal(nearestOn({x, y}, 0, "left"), -1);
  assert.equal(nearestOn({x, y}, 2, "left"), 1);
});
