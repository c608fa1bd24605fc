import {chainRates, transient} from "../../models/migration/birthDeath.js";
import {checkParameters} from "../../models/migration/parameters.js";
import {mustAgree} from "../peer.js";
import {alternate, type Row} from "../row.js";

const agents = 400;
const p = checkParameters();
const from = Math.round(agents * p.initialShare);
const times = Array.from({length: 81}, (_, i) => i / 2);

function solve(): {laws: Float64Array; milliseconds: number} {
  const start = performance.now();
  const {laws} = transient(p, agents, {times, levels: [0.05, 0.95], laws: true});
  const milliseconds = performance.now() - start;
  return {laws: Float64Array.from(laws.flatMap((law) => [...law])), milliseconds};
}

/**
 * The textbook method for a chain in continuous time, uniformisation (Jensen 1953): the law is a Poisson mixture of the
 * laws of a chain in discrete time. Good to about 1e-10.
 */
function uniformise(): {laws: Float64Array; milliseconds: number} {
  const start = performance.now();
  const {up, down} = chainRates(p, agents, 0);
  let pace = 0;
  for (let i = 0; i <= agents; ++i) pace = Math.max(pace, up[i]! + down[i]!);
  let law = new Float64Array(agents + 1);
  law[from] = 1;
  const found: number[] = [...law];
  for (let t = 1; t < times.length; ++t) {
    const mean = pace * (times[t]! - times[t - 1]!);
    let weight = Math.exp(-mean);
    let step = law;
    const next = law.map((v) => v * weight);
    let done = weight;
    for (let n = 1; done < 1 - 1e-12 && n < 10 * mean + 100; ++n) {
      const stepped = new Float64Array(agents + 1);
      for (let i = 0; i <= agents; ++i) {
        const v = step[i]! / pace;
        stepped[i]! += step[i]! - v * (up[i]! + down[i]!);
        if (i < agents) stepped[i + 1]! += v * up[i]!;
        if (i > 0) stepped[i - 1]! += v * down[i]!;
      }
      step = stepped;
      weight *= mean / n;
      done += weight;
      for (let i = 0; i <= agents; ++i) next[i]! += weight * step[i]!;
    }
    law = next;
    found.push(...law);
  }
  return {laws: Float64Array.from(found), milliseconds: performance.now() - start};
}

/** Twenty laws a turn: a slider that is dragged finds the code warm. */
function ours(): number[] {
  return Array.from({length: 20}, () => solve().milliseconds);
}

export const transientRows: readonly Row[] = [
  {
    name: "transient law, 400 agents, 40 years",
    peer: "uniformisation",
    unit: "ms",
    async run() {
      mustAgree(solve().laws, uniformise().laws, 1e-5);
      return alternate(5, ours, () => [uniformise().milliseconds]);
    }
  },
  {
    name: "transient law, against a frame",
    peer: "budget, one frame",
    unit: "ms",
    async run() {
      ours();
      const measured = ours().sort((a, b) => a - b);
      return {ours: measured[9]!, theirs: 16};
    }
  }
];
