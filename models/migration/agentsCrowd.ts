import {dependenciesOf, dependents, type Graph, neighbours, outDegrees} from "./ecosystemGraph.js";
import {gone, onNew, type onOld} from "./exitChoice.js";

/** Where an agent can be: on the old platform, on the new one, or gone. */
export type Place = typeof onOld | typeof onNew | typeof gone;

/**
 * Where everybody is. The agents of a place stand together in one list, so that one of them is drawn by one random
 * number and moved by one swap. Nothing is checked here.
 */
export class Crowd {
  readonly size: number;
  /** The place of each agent. */
  readonly place: Uint8Array;
  /** The agents: those on the old platform first, then those on the new one, then those gone. */
  readonly order: Uint32Array;
  /** Where in `order` each place begins; the last entry is the size. */
  readonly starts = new Int32Array(4);

  private readonly named: boolean;

  /** All on the old platform. Without names only numbers are kept: the lists are empty and every agent is 0. */
  constructor(size: number, named: boolean) {
    this.size = size;
    this.named = named;
    this.place = new Uint8Array(named ? size : 0);
    this.order = new Uint32Array(named ? size : 0);
    for (let i = 0; i < this.order.length; ++i) this.order[i] = i;
    this.starts.fill(size, 1);
  }

  count(place: Place): number {
    return this.starts[place + 1]! - this.starts[place]!;
  }

  /** Moves the agent at a position of `order` from its place to another, and returns who it is. */
  move(position: number, from: Place, to: Place): number {
    const {order, starts} = this;
    if (!this.named) {
      for (let place = from; place < to; ++place) --starts[place + 1]!;
      for (let place: number = from; place > to; --place) ++starts[place]!;
      return 0;
    }
    const agent = order[position]!;
    let at = position;
    for (let place = from; place < to; ++place) {
      const last = --starts[place + 1]!;
      order[at] = order[last]!;
      at = last;
    }
    for (let place: number = from; place > to; --place) {
      const first = starts[place]!++;
      order[at] = order[first]!;
      at = first;
    }
    order[at] = agent;
    this.place[agent] = to;
    return agent;
  }

  /** Takes so many of the old platform's to the new one, whoever they are. */
  fill(count: number): void {
    this.starts[onNew]! -= count;
  }

  /** Puts the list in order after places were written by hand. */
  rebuild(): void {
    const {order, place, size, starts} = this;
    let at = 0;
    for (let p = 0; p < 3; ++p) {
      starts[p] = at;
      for (let i = 0; i < size; ++i) if (place[i] === p) order[at++] = i;
    }
  }
}

/** What each agent sees of its dependencies and neighbours in a graph, kept as the crowd moves. */
export class Links {
  /** How many of an agent's dependencies are not on the new platform. */
  readonly missing: Uint32Array;
  readonly needs: Uint32Array;
  private readonly graph: Graph;
  private readonly back: Graph;
  private near: {
    graph: Graph;
    degree: Uint32Array;
    counts: Uint32Array[];
    sums: Float64Array;
    alone: Uint32Array;
  } | null = null;

  constructor(graph: Graph) {
    this.graph = graph;
    this.back = dependents(graph);
    this.needs = outDegrees(graph);
    this.missing = new Uint32Array(graph.size);
  }

  /** Counts anew; `locality` says whether neighbours matter too, which costs more. */
  recount({place, size}: Crowd, locality: boolean): void {
    for (let i = 0; i < size; ++i) {
      let missing = 0;
      for (const to of dependenciesOf(this.graph, i)) if (place[to] !== onNew) ++missing;
      this.missing[i] = missing;
    }
    if (!locality) {
      this.near = null;
      return;
    }
    const graph = this.near?.graph ?? neighbours(this.graph);
    const near = {
      graph,
      degree: outDegrees(graph),
      counts: [new Uint32Array(size), new Uint32Array(size)],
      sums: new Float64Array(2),
      alone: new Uint32Array(3)
    };
    for (let i = 0; i < size; ++i) {
      for (const other of dependenciesOf(graph, i)) if (place[other] !== gone) ++near.counts[place[other]!]![i]!;
      const own = place[i]!;
      if (near.degree[i] === 0) ++near.alone[own]!;
      else if (own !== gone) near.sums[own]! += near.counts[own]![i]! / near.degree[i]!;
    }
    this.near = near;
  }

  /** d: the share of an agent's dependencies that have not moved; 0 if it has none. */
  unmigrated(agent: number): number {
    return this.missing[agent]! === 0 ? 0 : this.missing[agent]! / this.needs[agent]!;
  }

  /** The share of an agent's neighbours on a platform, or `crowd` if it has no neighbours. */
  nearShare(agent: number, platform: typeof onOld | typeof onNew, crowd: number): number {
    const {degree, counts} = this.near!;
    return degree[agent]! > 0 ? counts[platform]![agent]! / degree[agent]! : crowd;
  }

  /** That share, on average over the agents of the platform themselves; `crowd` if there are none. */
  meanNearShare(crowd: Crowd, platform: typeof onOld | typeof onNew): number {
    const {alone, sums} = this.near!;
    const share = crowd.count(platform) / crowd.size;
    return share > 0 ? (sums[platform]! + alone[platform]! * share) / crowd.count(platform) : share;
  }

  /** To be told after an agent has moved. */
  moved(agent: number, from: Place, to: Place, {place}: Crowd): void {
    const {missing, back, near} = this;
    if (from === onNew || to === onNew) {
      const step = to === onNew ? -1 : 1;
      for (let e = back.starts[agent]!; e < back.starts[agent + 1]!; ++e) missing[back.targets[e]!]! += step;
    }
    if (!near) return;
    const {graph, degree, counts, sums, alone} = near;
    if (degree[agent] === 0) {
      --alone[from]!;
      ++alone[to]!;
      return;
    }
    if (from !== gone) sums[from]! -= counts[from]![agent]! / degree[agent]!;
    if (to !== gone) sums[to]! += counts[to]![agent]! / degree[agent]!;
    for (let e = graph.starts[agent]!; e < graph.starts[agent + 1]!; ++e) {
      const other = graph.targets[e]!;
      const own = place[other];
      if (from !== gone) --counts[from]![other]!;
      if (to !== gone) ++counts[to]![other]!;
      if (own === from && from !== gone) sums[from]! -= 1 / degree[other]!;
      if (own === to && to !== gone) sums[to]! += 1 / degree[other]!;
    }
  }
}
