import {checkNumber, checkWhole} from "../check.js";
import {type Random, random} from "../random.js";
import {boundChances, decide, leaves} from "./agentsChances.js";
import {Crowd, Links, type Place} from "./agentsCrowd.js";
import type {AgentRun, RunOptions} from "./agentsInterface.js";
import {openLedger, settle, snapshot, sunsetPush} from "./agentsLedger.js";
import {firstCount} from "./chain.js";
import {checkGraph, mostNodes} from "./ecosystemGraph.js";
import {gone, onNew, onOld} from "./exitChoice.js";
import {overlay} from "./interventionsPlan.js";
import {signingChance} from "./interventionsPledge.js";
import {checkParameters, type SomeParameters, type Sunset} from "./parameters.js";
import {gateCost} from "./rates.js";

/**
 * An event-driven run, exact in law: every agent reconsiders at times of its own (a Poisson process of rate λ), and moves
 * with the chance that rates.ts and exitChoice.ts give it at that moment. Opportunities are drawn with the chance of the
 * likeliest agent of each place, and thinned to the agent's own (Gillespie 1976; Lewis and Shedler 1979), so that those
 * which all would refuse cost nothing; nothing is approximated.
 *
 * @throws RangeError naming a parameter, agents, graph, seed, or an agent in `first`.
 */
export function createRun(given: SomeParameters, options: RunOptions): AgentRun {
  let p = checkParameters(given);
  const graph = options.graph && checkGraph(options.graph);
  const size = checkWhole("agents", options.agents ?? graph?.size, 1, mostNodes);
  if (graph && graph.size !== size)
    throw new RangeError(`agents is ${size}, but must be ${graph.size}: the number of nodes of graph`);
  const source = random(options.seed);
  const named = options.named ?? true;
  if (!named && (graph || options.first || options.onSwitch))
    throw new RangeError("named is false, but must be true with a graph, first or onSwitch: they ask who is where");
  const crowd = new Crowd(size, named);
  const adoptedAt = new Float64Array(named ? size : 0).fill(Infinity);
  const begin = (agent: number) => {
    crowd.place[agent] = onNew;
    adoptedAt[agent] = 0;
  };
  if (options.first) for (const agent of options.first) begin(checkWhole("first", agent, 0, size - 1));
  else drawSome(crowd.order, size, firstCount(p, size), source).forEach(begin);
  if (named) crowd.rebuild();
  else crowd.fill(firstCount(p, size));
  const links = graph ? new Links(graph) : null;
  const ledger = openLedger(p, crowd);
  const bounds = new Float64Array(3);
  const weights = new Float64Array(3);
  let time = 0;
  let switches = 0;
  let considered = 0;
  /** Whether neighbours or dependencies matter, whether time itself does, and whether all of a place are alike. */
  let linked = false;
  let drifting = false;
  let alike = false;
  /** Until when the bounds hold if nobody moves, and when the next move is considered. */
  let boundUntil = Infinity;
  let next = Infinity;
  let total = 0;

  const wait = (from: number) => {
    next = total > 0 ? from - Math.log(1 - source()) / (p.pace * total) : Infinity;
  };

  const look = (from: number) => {
    let least = sunsetPush(p, from);
    let most = least;
    boundUntil = Infinity;
    if (p.sunset.strength > 0 && from < p.sunset.year && p.sunset.belief > 0) {
      boundUntil = windowEnd(p.sunset, from);
      if (p.sunset.belief < Infinity) most = sunsetPush(p, boundUntil);
    }
    const enforced = (p.enforcement * crowd.count(onNew)) / size;
    least += enforced;
    most += enforced;
    alike = !linked && !drifting && least === most && !leaves(p, crowd);
    boundChances(p, crowd, linked, ledger, least, most, bounds);
    for (let place = 0; place < 3; ++place) weights[place] = crowd.count(place as Place) * bounds[place]!;
    total = weights[onOld]! + weights[onNew]! + weights[gone]!;
    wait(from);
  };

  const note = (agent: number, to: Place) => {
    ++switches;
    ledger.switchingLoss += ledger.cost / size;
    if (to === onNew) {
      ledger.subsidies += p.subsidy / size;
      if (named && adoptedAt[agent] === Infinity) adoptedAt[agent] = ledger.time;
    }
    options.onSwitch?.(ledger.time, agent, to);
  };

  /** Where an agent whose luck is so much goes at the next time, or −1. */
  const chosen = (agent: number, place: Place, luck: number) => {
    if (drifting) settle(ledger, p, crowd, links, next);
    const pressure = sunsetPush(p, next) + (p.enforcement * crowd.count(onNew)) / size;
    return decide(p, crowd, linked ? links : null, ledger, pressure, agent, place, luck);
  };

  const consider = () => {
    ++considered;
    let place = onOld as Place;
    let draw = source() * total;
    for (; place < gone && draw >= weights[place]!; ++place) draw -= weights[place]!;
    // Rounding may carry the draw past the last place that has a chance.
    while (weights[place] === 0) --place;
    const position = crowd.starts[place]! + Math.min(crowd.count(place) - 1, Math.floor(draw / bounds[place]!));
    const to = alike ? ((1 - place) as Place) : chosen(crowd.order[position] ?? 0, place, source() * bounds[place]!);
    if (to === -1) return wait(next);
    settle(ledger, p, crowd, links, next);
    if (to === onNew && p.dependencyWeight > 0) {
      const agent = crowd.order[position]!;
      const unmigrated = links ? links.unmigrated(agent) : 1 - crowd.count(onNew) / size;
      ledger.switchingLoss += gateCost(p, unmigrated) / size;
    }
    const agent = crowd.move(position, place, to);
    links?.moved(agent, place, to, crowd);
    note(agent, to);
    look(next);
  };

  const begun = () => {
    linked = links !== null && (p.locality > 0 || p.dependencyWeight > 0);
    drifting = p.rotLag > 0 || (p.backlash > 0 && p.enforcement > 0);
    links?.recount(crowd, p.locality > 0);
    look(time);
  };
  begun();

  const advanceTo = (end: number) => {
    checkNumber("end", end, `a number of years of at least ${time}, which has come`, (v) => v >= time);
    for (let event = Math.min(next, boundUntil); event <= end; event = Math.min(next, boundUntil)) {
      if (next <= boundUntil) consider();
      else look(boundUntil);
    }
    time = end;
  };

  const now = () => {
    const copy = {...ledger};
    settle(copy, p, crowd, links, time);
    return snapshot(copy, p, crowd, links);
  };

  const adopt = (agents: Iterable<number>) => {
    if (!named) throw new RangeError("named is false, but must be true to say who adopts");
    settle(ledger, p, crowd, links, time);
    const movers = new Set<number>();
    for (const agent of agents) if (crowd.place[checkWhole("agents", agent, 0, size - 1)] !== onNew) movers.add(agent);
    for (const agent of movers) {
      crowd.place[agent] = onNew;
      note(agent, onNew);
    }
    crowd.rebuild();
    begun();
    return movers.size;
  };

  return {
    agents: size,
    place: crowd.place,
    adoptedAt,
    get time() {
      return time;
    },
    get switches() {
      return switches;
    },
    get considered() {
      return considered;
    },
    get parameters() {
      return p;
    },
    advance(years) {
      advanceTo(time + checkNumber("years", years, "a number of years of at least 0", (v) => v >= 0));
    },
    advanceTo,
    now,
    adopt,
    change(given) {
      const changed = overlay(p, given);
      settle(ledger, p, crowd, links, time);
      // What backlash has added stays.
      ledger.cost += changed.switchingCost - p.switchingCost;
      p = changed;
      begun();
    },
    pledge(threshold) {
      checkNumber("threshold", threshold, "a number between 0 and 1", (v) => v >= 0 && v <= 1);
      if (!named) throw new RangeError("named is false, but must be true for a pledge");
      const signers: number[] = [];
      const chance = signingChance(p, threshold, time, now().switchingCost);
      const asked = crowd.count(onOld);
      for (const agent of crowd.order.slice(0, asked)) if (source() < chance) signers.push(agent);
      return asked > 0 && signers.length >= threshold * asked ? adopt(signers) : 0;
    }
  };
}

/** Where to look at a rising push anew; windows do not depend on when the run is looked at. */
function windowEnd({year, belief}: Sunset, time: number): number {
  const width = belief === Infinity ? year : Math.min(0.25, 0.25 / belief);
  const end = (Math.floor(time / width) + 1) * width;
  return Math.min(year, end > time ? end : time + width);
}

/** `count` agents drawn at random, all sets alike, from a list that the draw leaves in another order. */
function drawSome(list: Uint32Array, size: number, count: number, source: Random): Uint32Array {
  for (let i = 0; i < count; ++i) {
    const j = i + Math.floor(source() * (size - i));
    // An empty list costs the same draws, so that runs with and without names are the same run.
    if (list.length === 0) continue;
    const agent = list[j]!;
    list[j] = list[i]!;
    list[i] = agent;
  }
  return list.subarray(0, count);
}
