import assert from "node:assert/strict";
import {test} from "node:test";
import {
  type Graph,
  makeGraph,
  outDegrees,
  preferential,
  randomOrder,
  waves
} from "../../../models/migration/ecosystem.js";
import {wallLayout} from "../../../models/migration/ecosystemLayout.js";
import {nodeRadius} from "../../../models/migration/ecosystemRadius.js";

const graphs: [string, Graph][] = [
  ["one node", makeGraph(1, [])],
  ["a pair", makeGraph(2, [[0, 1]])],
  ["only a cycle", makeGraph(3, [[0, 1], [1, 2], [2, 0]])], // biome-ignore format: one line reads better
  ["random order", randomOrder({size: 300, links: 2, seed: 1})],
  ["hubs", preferential({size: 300, links: 3, seed: 1})]
];

for (const [name, graph] of graphs)
  test(`the layout of ${name} stays in its frame, in slabs that do not touch, and is settled by its seed`, () => {
    const [width, height] = [600, 300];
    const layout = wallLayout(graph, {width, height, seed: 3});
    const {x, y, radius, slabs} = layout;
    for (let i = 0; i < graph.size; ++i) {
      assert.ok(x[i]! >= radius[i]! && x[i]! <= width - radius[i]!, `x of ${i} is ${x[i]}`);
      assert.ok(y[i]! >= radius[i]! && y[i]! <= height - radius[i]!, `y of ${i} is ${y[i]}`);
    }
    assert.deepEqual(wallLayout(graph, {width, height, seed: 3}), layout);
    assert.equal(
      slabs.reduce((sum, slab) => sum + slab.nodes, 0),
      graph.size
    );
    slabs.forEach((slab, i) => {
      assert.ok(slab.from < slab.to && slab.from >= 0 && slab.to <= width + 1e-9);
      if (i > 0) assert.ok(slab.from > slabs[i - 1]!.to);
    });
    // The slabs are the waves: so many nodes of each.
    const wave = waves(graph);
    for (const slab of slabs.filter(({kind}) => kind === "never"))
      assert.equal(slab.nodes, wave.filter((w) => w === -1).length);
  });

test("nodes hardly overlap: pushed apart, but for a few at the edges", () => {
  const graph = preferential({size: 400, links: 2, seed: 2});
  const {x, y, radius} = wallLayout(graph, {width: 1000, height: 640});
  let pairs = 0;
  for (let i = 0; i < 400; ++i)
    for (let j = 0; j < i; ++j) if (Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!) < 0.9 * (radius[i]! + radius[j]!)) ++pairs;
  assert.ok(pairs <= 4, `${pairs} pairs overlap`);
  assert.equal(Math.max(...radius), nodeRadius(Math.max(...outDegrees(graph))) > 13 ? 13 : Math.max(...radius));
});

test("bad frames are named", () => {
  const graph = makeGraph(2, [[0, 1]]);
  assert.throws(() => wallLayout(graph, {width: 50}), {name: "RangeError", message: /^width is 50/});
  assert.throws(() => wallLayout(graph, {height: 1e5}), {name: "RangeError", message: /^height is 100000/});
  assert.throws(() => wallLayout(graph, {seed: Number.NaN}), {name: "RangeError", message: /^seed is NaN/});
});
