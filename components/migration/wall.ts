import {cycles, deadlocked, type Hub, hubs} from "../../models/migration/ecosystemCycles.js";
import {dependents, type Graph} from "../../models/migration/ecosystemGraph.js";
import {type PackagesFile, readPackages} from "../../models/migration/ecosystemPackages.js";
import {nodeRadius} from "../../models/migration/ecosystemRadius.js";
import {waves} from "../../models/migration/ecosystemWaves.js";
import type {WallLayoutFile} from "../../models/migration/files.js";

/** The wall: the real graph, what is known of each package, and where it stands in the drawing. */
export interface Wall {
  graph: Graph;
  names: readonly string[];
  /** The graph turned round: who waits for each package. */
  back: Graph;
  /** When each package could move behind a hard gate; −1 for never. */
  waves: Int32Array;
  cycles: number[][];
  /** The cycle that each package is on, or −1. */
  cycleOf: Int32Array;
  /** Packages that a hard gate holds for ever: those on a cycle and those that wait for one. */
  stuck: number;
  /** The ten with most direct dependents. */
  hubs: Hub[];
  /** The drawing, in units. */
  width: number;
  height: number;
  x: Float64Array;
  y: Float64Array;
  radius: Float64Array;
  slabs: WallLayoutFile["slabs"];
  source: string;
  date: string;
}

/**
 * The wall from its two files.
 *
 * @throws RangeError naming what is wrong: an empty graph, an edge to nowhere, a drawing of other packages.
 */
export function readWall(packages: PackagesFile, layout: WallLayoutFile): Wall {
  const {graph, names} = readPackages(packages);
  const {width, height, step, x, y, slabs} = layout;
  for (const [name, list] of Object.entries({x, y}))
    if (list.length !== graph.size || !list.every(Number.isFinite))
      throw new RangeError(`${name} has ${list.length} numbers, but must have ${graph.size}: one for each package`);
  const back = dependents(graph);
  const found = cycles(graph);
  const cycleOf = new Int32Array(graph.size).fill(-1);
  found.forEach((cycle, i) => {
    for (const node of cycle) cycleOf[node] = i;
  });
  return {
    graph,
    names,
    back,
    waves: waves(graph),
    cycles: found,
    cycleOf,
    stuck: deadlocked(graph).length,
    hubs: hubs(graph, 10),
    width,
    height,
    x: Float64Array.from(x, (v) => v * step),
    y: Float64Array.from(y, (v) => v * step),
    radius: Float64Array.from({length: graph.size}, (_, i) => nodeRadius(back.starts[i + 1]! - back.starts[i]!)),
    slabs,
    source: packages.source,
    date: packages.date
  };
}

/** A package's name without what all begin with. */
export function shortName(name: string): string {
  return name.replace(/^python3-/, "");
}
