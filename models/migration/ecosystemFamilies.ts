import {checkBetween, checkWhole} from "../check.js";
import {integer, type Random, random} from "../random.js";
import {type Edge, type Graph, makeGraph, mostNodes} from "./ecosystemGraph.js";

/** Made-up ecosystems, one family for each way in which dependencies may come about. The seed settles everything. */

interface Family {
  /** Nodes. */
  size: number;
  seed: string | number;
}

/** Dependencies a node has, on average or exactly; no more than there are others. */
interface LinkedFamily extends Family {
  links: number;
}

/**
 * Packages in the order in which they were written, each depending on earlier ones drawn at random: no cycles, and a
 * mean of `links` dependencies over all nodes (each pair is linked with the same chance).
 *
 * @throws RangeError naming size, or links (at most (size − 1)/2, when all pairs are linked).
 */
export function randomOrder({size, links, seed}: LinkedFamily): Graph {
  checkWhole("size", size, 2, mostNodes);
  checkBetween("links", links, 0, (size - 1) / 2);
  const source = random(seed);
  const chance = (2 * links) / (size - 1);
  const edges: Edge[] = [];
  for (let i = 1; i < size && chance > 0; ++i)
    // The gap to the next linked one is geometric: no draw for each pair that is not linked.
    for (let j = gap(source, chance); j < i; j += 1 + gap(source, chance)) edges.push([i, j]);
  return makeGraph(size, edges);
}

/** Failures before the first success. */
function gap(source: Random, chance: number): number {
  return chance >= 1 ? 0 : Math.floor(Math.log1p(-source()) / Math.log1p(-chance));
}

/**
 * Each new package depends on `links` earlier ones (all, while there are fewer), drawn in proportion to one plus their
 * number of dependents: few hubs that nearly all need, as in real ecosystems (Price 1976; Barabási and Albert 1999).
 *
 * @throws RangeError naming size or links.
 */
export function preferential({size, links, seed}: LinkedFamily): Graph {
  checkWhole("size", size, 2, mostNodes);
  checkWhole("links", links, 1, size - 1);
  const source = random(seed);
  const edges: Edge[] = [];
  // Each node once for being there, and once for each of its dependents: a uniform draw has the right weights.
  const urn: number[] = [0];
  for (let i = 1; i < size; ++i) {
    const chosen = new Set<number>();
    if (i <= links) for (let j = 0; j < i; ++j) chosen.add(j);
    while (chosen.size < Math.min(i, links)) chosen.add(urn[Math.floor(source() * urn.length)]!);
    for (const j of chosen) {
      edges.push([i, j]);
      urn.push(j);
    }
    urn.push(i);
  }
  return makeGraph(size, edges);
}

/**
 * `layers` layers of equal size, give or take one; each package depends on `links` packages of the layer below, drawn
 * without regard: frameworks on libraries on runtimes.
 *
 * @throws RangeError naming size, layers, or links (at most the size of a layer).
 */
export function layered({size, layers, links, seed}: LinkedFamily & {layers: number}): Graph {
  checkWhole("size", size, 1, mostNodes);
  checkWhole("layers", layers, 1, size);
  checkWhole("links", links, 0, Math.floor(size / layers));
  const source = random(seed);
  const start = (layer: number) => Math.floor((layer * size) / layers);
  const edges: Edge[] = [];
  for (let layer = 1; layer < layers; ++layer) {
    const pick = integer(source, start(layer - 1), start(layer) - 1);
    for (let i = start(layer); i < start(layer + 1); ++i) {
      const chosen = new Set<number>();
      while (chosen.size < links) chosen.add(pick());
      for (const j of chosen) edges.push([i, j]);
    }
  }
  return makeGraph(size, edges);
}

/**
 * A ring in which each node depends on the `links` next ones, with each edge turned to a random node with chance
 * `rewiring`: neighbourhoods, and a few long ways (Watts and Strogatz 1998). Full of cycles.
 *
 * @throws RangeError naming size, links or rewiring.
 */
export function smallWorld({size, links, rewiring, seed}: LinkedFamily & {rewiring: number}): Graph {
  checkWhole("size", size, 3, mostNodes);
  checkWhole("links", links, 1, Math.floor((size - 1) / 2));
  checkBetween("rewiring", rewiring, 0, 1);
  const source = random(seed);
  const pick = integer(source, 0, size - 1);
  const edges: Edge[] = [];
  for (let i = 0; i < size; ++i) {
    const chosen = new Set<number>();
    for (let step = 1; step <= links; ++step) {
      let to = (i + step) % size;
      if (source() < rewiring) to = pick();
      while (to === i || chosen.has(to)) to = pick();
      chosen.add(to);
    }
    for (const to of chosen) edges.push([i, to]);
  }
  return makeGraph(size, edges);
}
