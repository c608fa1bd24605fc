import {readFileSync} from "node:fs";
import {createRun} from "../../models/migration/agents.js";
import {type Graph, readPackages} from "../../models/migration/ecosystem.js";
import {checkParameters} from "../../models/migration/parameters.js";

/** The war of the speed line: γ = 1 on the wall. */
export const war = checkParameters({advantage: 1.5, dependencyWeight: 1});
export const warYears = 40;

/** Debian's Python packages. */
export function debian(): Graph {
  return readPackages(
    JSON.parse(readFileSync(new URL("../../data/migration/debianPython3.json", import.meta.url), "utf8"))
  ).graph;
}

/** Fights wars with seeds `from` up to `to`, the last left out, for 40 years each; the mean share at the end. */
export function fightOnDebian(from: number, to: number): number {
  const graph = debian();
  let sum = 0;
  for (let seed = from; seed < to; ++seed) {
    const run = createRun(war, {graph, seed});
    run.advanceTo(warYears);
    sum += run.now().share;
  }
  return sum / (to - from);
}
