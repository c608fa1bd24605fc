import {forceCollide, forceSimulation, forceX, forceY, type SimulationNodeDatum} from "d3";
import {checkBetween} from "../check.js";
import {integer, random} from "../random.js";
import {dependents, type Graph, neighbours, outDegrees} from "./ecosystemGraph.js";
import {nodeRadius} from "./ecosystemRadius.js";
import {waves} from "./ecosystemWaves.js";

/** A slab of the wall: the nodes of one wave side by side, between two values of x. */
export interface Slab {
  /** What its nodes have in common: they stand alone, could move with a wave (0, 1, …), or wait for a cycle for ever. */
  kind: "alone" | "wave" | "never";
  /** The wave, or −1. */
  wave: number;
  nodes: number;
  from: number;
  to: number;
}

/** A drawing of a graph. Lengths are in one unit, and the nodes lie in 0 … width by 0 … height. */
export interface Layout {
  width: number;
  height: number;
  x: Float64Array;
  y: Float64Array;
  /** Radius of each node: its area grows with its direct dependents. */
  radius: Float64Array;
  slabs: Slab[];
}

/** Room between slabs, and the least width of one. */
const gap = 16;
const leastWidth = 16;

/**
 * The wall: nodes in slabs by the wave in which they could move behind a hard gate, those that stand alone at the
 * left, those that never could at the right. Inside a slab a node stands as high as those it is linked with, by
 * repeated averaging over neighbours, and nodes push each other apart (d3-force). The seed settles all of it.
 *
 * @throws RangeError naming width, height or seed.
 */
export function wallLayout(
  graph: Graph,
  {width = 1080, height = 440, seed = 1}: {width?: number; height?: number; seed?: string | number} = {}
): Layout {
  checkBetween("width", width, 100, 10_000);
  checkBetween("height", height, 100, 10_000);
  const needed = outDegrees(dependents(graph));
  const radius = Float64Array.from(needed, nodeRadius);
  const {slabs, members} = slabsOf(graph, width);
  const rank = heights(graph, members, seed);
  const nodes: (SimulationNodeDatum & {toX: number; toY: number; slab: Slab; size: number})[] = new Array(graph.size);
  members.forEach((list, s) => {
    const slab = slabs[s]!;
    // Rows as many as make the slab's cells square; a slab is filled row by row.
    const across = Math.max(1, Math.round(Math.sqrt((list.length * (slab.to - slab.from)) / height)));
    list
      .toSorted((a, b) => rank[a]! - rank[b]! || a - b)
      .forEach((node, i) => {
        const row = Math.floor(i / across);
        const rows = Math.ceil(list.length / across);
        // Boustrophedon: neighbours in rank stay neighbours where a row ends.
        const column = row % 2 === 0 ? i % across : across - 1 - (i % across);
        const toX = slab.from + ((column + 0.5) / across) * (slab.to - slab.from);
        const toY = ((row + 0.5) / rows) * height;
        nodes[node] = {index: node, x: toX, y: toY, toX, toY, slab, size: radius[node]!};
      });
  });
  forceSimulation(nodes)
    .force("x", forceX<(typeof nodes)[number]>((d) => d.toX).strength(0.12))
    .force("y", forceY<(typeof nodes)[number]>((d) => d.toY).strength(0.12))
    .force(
      "apart",
      forceCollide<(typeof nodes)[number]>((d) => d.size + 0.5)
    )
    .stop()
    .tick(90);
  const inside = (v: number, low: number, high: number) => Math.min(high, Math.max(low, v));
  return {
    width,
    height,
    x: Float64Array.from(nodes, (d) => inside(d.x!, d.size, width - d.size)),
    y: Float64Array.from(nodes, (d) => inside(d.y!, d.size, height - d.size)),
    radius,
    slabs
  };
}

/** The slabs from left to right, as wide as they are full, and the nodes of each. */
function slabsOf(graph: Graph, width: number): {slabs: Slab[]; members: number[][]} {
  const wave = waves(graph);
  const linked = outDegrees(neighbours(graph));
  const kinds = new Map<string, {kind: Slab["kind"]; wave: number; list: number[]}>();
  const last = wave.reduce((most, w) => Math.max(most, w), -1);
  kinds.set("alone", {kind: "alone", wave: -1, list: []});
  for (let w = 0; w <= last; ++w) kinds.set(String(w), {kind: "wave", wave: w, list: []});
  kinds.set("-1", {kind: "never", wave: -1, list: []});
  for (let i = 0; i < graph.size; ++i) kinds.get(linked[i] === 0 ? "alone" : String(wave[i]))!.list.push(i);
  const full = [...kinds.values()].filter(({list}) => list.length > 0);
  const room = width - gap * (full.length - 1) - leastWidth * full.length;
  let from = 0;
  const slabs = full.map(({kind, wave, list}): Slab => {
    const to = from + leastWidth + (Math.max(0, room) * list.length) / graph.size;
    const slab = {kind, wave, nodes: list.length, from, to};
    from = to + gap;
    return slab;
  });
  return {slabs, members: full.map(({list}) => list)};
}

/** How high each node belongs, 0 … 1 in its slab: the mean of those it is linked with, ranked anew at each sweep. */
function heights(graph: Graph, members: readonly number[][], seed: string | number): Float64Array {
  const near = neighbours(graph);
  const draw = integer(random(seed), 0, 2 ** 30);
  let y: Float64Array<ArrayBufferLike> = Float64Array.from({length: graph.size}, () => draw() / 2 ** 30);
  const sweeps = 60;
  for (let sweep = 0; sweep < sweeps; ++sweep) {
    const mean = y.map((own, i) => {
      let sum = own;
      for (let e = near.starts[i]!; e < near.starts[i + 1]!; ++e) sum += y[near.targets[e]!]!;
      return sum / (1 + near.starts[i + 1]! - near.starts[i]!);
    });
    // Averages shrink towards one point; ranks spread them over the slab again.
    const next = mean.slice();
    for (const list of members)
      list
        .toSorted((a, b) => mean[a]! - mean[b]! || a - b)
        .forEach((node, i) => {
          next[node] = (i + 0.5) / list.length;
        });
    y = next;
  }
  return y;
}
