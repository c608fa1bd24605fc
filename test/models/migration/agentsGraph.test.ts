import assert from "node:assert/strict";
import {test} from "node:test";
import {createRun, type Place, simulate} from "../../../models/migration/agents.js";
import {
  deadlocked,
  dependenciesOf,
  type Edge,
  type Graph,
  makeGraph,
  neighbours,
  preferential,
  smallWorld
} from "../../../models/migration/ecosystem.js";
import {exitChances} from "../../../models/migration/exitChoice.js";
import {checkParameters, type SomeParameters} from "../../../models/migration/parameters.js";
import {newWorth, oldWorth} from "../../../models/migration/payoff.js";
import {countScores} from "./statistics.js";

/**
 * The law of everybody's place after `years`, from the master equation over all 3^N arrangements: no agent is drawn and nothing of
 * the simulation is used. Euler steps would do; this is uniformisation.
 */
function exactLaw(given: SomeParameters, graph: Graph, first: number[], years: number): Float64Array {
  const p = checkParameters(given);
  const n = graph.size;
  const near = neighbours(graph);
  const states = 3 ** n;
  const digit = (state: number, i: number) => (Math.floor(state / 3 ** i) % 3) as Place;
  const moves: [from: number, to: number, rate: number][] = [];
  for (let state = 0; state < states; ++state) {
    const places = Array.from({length: n}, (_, i) => digit(state, i));
    const share = (place: Place, among: readonly number[]) =>
      among.filter((i) => places[i] === place).length / among.length;
    const all = places.map((_, i) => i);
    places.forEach((place, i) => {
      const others = [...dependenciesOf(near, i)];
      const needs = [...dependenciesOf(graph, i)];
      const seen = (of: Place) =>
        others.length > 0 ? (1 - p.locality) * share(of, all) + p.locality * share(of, others) : share(of, all);
      const chances = exitChances(p, place, {
        oldWorth: oldWorth(p, seen(0)),
        newWorth: newWorth(p, seen(1)),
        pressure: p.enforcement * share(1, all),
        unmigrated: needs.length > 0 ? 1 - share(1, needs) : 0,
        cost: p.switchingCost
      });
      chances.forEach((chance, to) => {
        if (to !== place) moves.push([state, state + (to - place) * 3 ** i, p.pace * chance]);
      });
    });
  }
  let law = new Float64Array(states);
  law[first.reduce((sum, i) => sum + 3 ** i, 0)] = 1;
  const top = p.pace * n;
  const result = new Float64Array(states);
  let weight = Math.exp(-top * years);
  for (let k = 0; k < 200; ++k) {
    law.forEach((v, i) => {
      result[i]! += weight * v;
    });
    weight *= (top * years) / (k + 1);
    const next = law.slice();
    for (const [from, to, rate] of moves) {
      next[from]! -= (law[from]! * rate) / top;
      next[to]! += (law[from]! * rate) / top;
    }
    law = next;
  }
  return result;
}

const triangle: Edge[] = [
  [0, 1],
  [1, 2],
  [2, 0],
  [3, 0]
];

const games: [name: string, p: SomeParameters][] = [
  ["gates", {dependencyWeight: 1.5, advantage: 1.5}],
  ["a hard gate", {dependencyWeight: Infinity, advantage: 2}],
  ["neighbours", {locality: 0.8}],
  ["neighbours and gates, enforced", {locality: 1, dependencyWeight: 0.5, enforcement: 0.7, subsidy: 0.5}],
  ["a third platform", {exitValue: 1.2}],
  ["a third platform and all the rest", {exitValue: 1.4, locality: 0.6, dependencyWeight: 1, enforcement: 0.5}]
];

for (const [name, p] of games)
  test(`on a graph of five, the law of everybody's place is that of the master equation: ${name}`, (t) => {
    // Node 4 depends on nobody and nobody on it.
    const graph = makeGraph(5, triangle);
    const law = exactLaw(p, graph, [1], 1.5);
    assert.ok(Math.abs(law.reduce((sum, v) => sum + v, 0) - 1) < 1e-9);
    const counts = new Array<number>(law.length).fill(0);
    for (let seed = 0; seed < 6000; ++seed) {
      const run = createRun(p, {graph, first: [1], seed: `${name} ${seed}`});
      run.advance(1.5);
      ++counts[run.place.reduce((sum, place, i) => sum + place * 3 ** i, 0)]!;
    }
    const z = countScores(counts, law);
    t.diagnostic(`${z.length} cells: max |z| ${Math.max(...z.map(Math.abs)).toFixed(2)}`);
    assert.ok(z.length > 5);
    assert.ok(z.every((v) => Math.abs(v) < 4.5));
  });

test("behind a hard gate nobody moves before all it needs, and a deadlock lasts", () => {
  const graph = makeGraph(60, [
    ...Array.from({length: 50}, (_, i): Edge => [i + 1, Math.floor(i / 2)]),
    [55, 56],
    [56, 55],
    [57, 56]
  ]);
  const run = simulate(
    {dependencyWeight: Infinity, advantage: 3, initialShare: 0},
    {graph, seed: "gate", years: 60, record: true}
  );
  const onNew = new Set<number>();
  const {agent, to} = run.switches!;
  agent.forEach((who, i) => {
    if (to[i] === 1) assert.ok([...dependenciesOf(graph, who)].every((need) => onNew.has(need)));
    if (to[i] === 1) onNew.add(who);
    else onNew.delete(who);
  });
  const stuck = deadlocked(graph);
  assert.deepEqual(stuck, [55, 56, 57]);
  for (const node of stuck) assert.equal(run.adoptedAt[node], Infinity);
  assert.ok(run.share.at(-1)! > 0.8);
});

test("what agents see of their neighbours is kept right over thousands of moves", () => {
  const graph = smallWorld({size: 300, links: 3, rewiring: 0.2, seed: 1});
  const p = {locality: 0.7, exitValue: 1.4, advantage: 1.2, dependencyWeight: 0.3};
  const run = createRun(p, {graph, seed: "kept"});
  run.advance(30);
  assert.ok(run.switches > 2000);
  const kept = run.now();
  const near = neighbours(graph);
  const own = (place: Place) => {
    const members = [...run.place.keys()].filter((i) => run.place[i] === place);
    const seen = members.map((i) => {
      const others = [...dependenciesOf(near, i)];
      return others.filter((j) => run.place[j] === place).length / others.length;
    });
    const crowd = members.length / graph.size;
    return 0.3 * crowd + (0.7 * seen.reduce((sum, v) => sum + v, 0)) / seen.length;
  };
  const whole = checkParameters(p);
  assert.ok(Math.abs(kept.newWorth - newWorth(whole, own(1))) < 1e-9);
  assert.ok(Math.abs(kept.oldWorth - oldWorth(whole, own(0))) < 1e-9);
});

test("heavier dependencies slow a migration down on a graph with hubs", () => {
  const graph = preferential({size: 1500, links: 3, seed: 2});
  const shares = [0, 1, 3].map((dependencyWeight) => {
    const {share} = simulate({advantage: 1.5, dependencyWeight}, {graph, seed: 5, years: 5, step: 5});
    return share[1]!;
  });
  assert.ok(shares[0]! > shares[1]! && shares[1]! > shares[2]!, shares.join());
});
