import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {
  checkGraph,
  cycles,
  dependenciesOf,
  dependents,
  type FamilyName,
  familyLike,
  familyNames,
  layered,
  type makeGraph,
  outDegrees,
  preferential,
  randomOrder,
  smallWorld,
  summarise
} from "../../../models/migration/ecosystem.js";
import {grid} from "../../../models/migration/ecosystemGrid.js";

test("random order: edges lead to earlier ones, and their number has the right law", (t) => {
  const [size, links] = [400, 3];
  const pairs = (size * (size - 1)) / 2;
  const chance = (2 * links) / (size - 1);
  const counts = Array.from({length: 200}, (_, seed) => {
    const graph = randomOrder({size, links, seed});
    for (let i = 0; i < size; ++i) assert.ok(dependenciesOf(graph, i).every((to) => to < i));
    return graph.targets.length;
  });
  const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length;
  const z = (mean - pairs * chance) / Math.sqrt((pairs * chance * (1 - chance)) / counts.length);
  t.diagnostic(`edges: z = ${z.toFixed(2)}`);
  assert.ok(Math.abs(z) < 4);
  assert.equal(randomOrder({size: 5, links: 2, seed: 1}).targets.length, 10); // every pair
  assert.equal(randomOrder({size: 5, links: 0, seed: 1}).targets.length, 0);
});

test("preferential: each new node has its links, no cycle, and hubs far beyond those of random order", () => {
  const graph = preferential({size: 3000, links: 3, seed: 4});
  const degrees = outDegrees(graph);
  for (let i = 0; i < graph.size; ++i) {
    assert.equal(degrees[i], Math.min(i, 3));
    assert.ok(dependenciesOf(graph, i).every((to) => to < i));
  }
  const most = (of: typeof graph) => Math.max(...outDegrees(dependents(of)));
  assert.ok(most(graph) > 3 * most(randomOrder({size: 3000, links: 3, seed: 4})), `${most(graph)}`);
});

test("layers: links lead one layer down", () => {
  const graph = layered({size: 103, layers: 5, links: 4, seed: 2});
  const layerOf = (i: number) => [0, 1, 2, 3, 4].findLast((k) => i >= Math.floor((k * 103) / 5))!;
  for (let i = 0; i < 103; ++i) {
    const needs = dependenciesOf(graph, i);
    assert.equal(needs.length, layerOf(i) === 0 ? 0 : 4);
    assert.ok(needs.every((to) => layerOf(to) === layerOf(i) - 1));
  }
  assert.equal(summarise(graph).depth, 4);
});

test("small world: a ring without rewiring, and one big cycle", () => {
  const ring = smallWorld({size: 12, links: 2, rewiring: 0, seed: 1});
  for (let i = 0; i < 12; ++i)
    assert.deepEqual(
      [...dependenciesOf(ring, i)],
      [(i + 1) % 12, (i + 2) % 12].sort((a, b) => a - b)
    );
  assert.deepEqual(cycles(ring)[0]!.length, 12);
  const wild = smallWorld({size: 200, links: 3, rewiring: 1, seed: 1});
  assert.ok(outDegrees(wild).every((degree) => degree === 3));
});

test("a grid: inner nodes have four neighbours, the last corner waits for nobody", () => {
  const graph = grid(5);
  assert.equal(graph.targets.length, 2 * 5 * 4);
  assert.equal(dependenciesOf(graph, 24).length, 0);
  assert.deepEqual([...dependenciesOf(graph, 7)], [8, 12]);
});

test("the seed settles a family, and another seed makes another graph", () => {
  const make: ((seed: number) => ReturnType<typeof makeGraph>)[] = [
    (seed) => randomOrder({size: 60, links: 2, seed}),
    (seed) => preferential({size: 60, links: 2, seed}),
    (seed) => layered({size: 60, layers: 3, links: 2, seed}),
    (seed) => smallWorld({size: 60, links: 2, rewiring: 0.3, seed})
  ];
  for (const one of make) {
    assert.deepEqual(one(1), one(1));
    assert.notDeepEqual(one(1), one(2));
  }
});

test("bad families are named", () => {
  const bad: [() => unknown, RegExp][] = [
    [() => randomOrder({size: 1, links: 0, seed: 1}), /^size is 1/],
    [() => randomOrder({size: 10, links: 5, seed: 1}), /^links is 5, but must be a number between 0 and 4.5/],
    [() => preferential({size: 10, links: 0, seed: 1}), /^links is 0/],
    [() => preferential({size: 10, links: 1.5, seed: 1}), /^links is 1.5/],
    [() => layered({size: 10, layers: 11, links: 1, seed: 1}), /^layers is 11/],
    [() => layered({size: 10, layers: 5, links: 3, seed: 1}), /^links is 3/],
    [() => smallWorld({size: 10, links: 5, rewiring: 0, seed: 1}), /^links is 5/],
    [() => smallWorld({size: 10, links: 1, rewiring: 1.1, seed: 1}), /^rewiring is 1.1/],
    [() => grid(0), /^side is 0/],
    [() => familyLike("layered", {nodes: 2, edges: 1, layers: 2}, 1), /^nodes is 2/],
    [() => familyLike("layered", {nodes: 10, edges: 0, layers: 2}, 1), /^edges is 0/],
    [() => familyLike("layered", {nodes: 10, edges: 10, layers: 1}, 1), /^layers is 1/],
    [() => familyLike("smallWorld", {nodes: 10, edges: 45, layers: 2}, 1), /^links is 5/]
  ];
  for (const [make, message] of bad) assert.throws(make, {name: "RangeError", message});
});

test("a likeness has exactly the nodes and edges asked for, whatever the family", () => {
  fc.assert(
    fc.property(
      fc.constantFrom<FamilyName>(...familyNames),
      fc.integer({min: 30, max: 120}),
      fc.integer({min: 1, max: 90}),
      fc.integer({min: 2, max: 5}),
      fc.integer(),
      (family, nodes, edges, layers, seed) => {
        const graph = familyLike(family, {nodes, edges, layers}, seed);
        checkGraph(graph);
        assert.equal(graph.size, nodes);
        assert.equal(graph.targets.length, edges);
        if (family !== "smallWorld") assert.deepEqual(cycles(graph), []);
        if (family === "layered") assert.ok(summarise(graph).depth < layers);
        assert.deepEqual(familyLike(family, {nodes, edges, layers}, seed), graph);
      }
    ),
    {numRuns: 60}
  );
});
