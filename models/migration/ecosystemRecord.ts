import {simulate} from "./agents.js";
import type {Graph} from "./ecosystemGraph.js";
import type {RecordedWar} from "./ecosystemReplay.js";
import type {SomeParameters} from "./parameters.js";

/**
 * Fights a war on a graph and writes down every switch; see `createRun` for what is exact.
 *
 * @throws RangeError naming a parameter (exitValue, since packages have no third platform), graph, seed, first or years.
 */
export function recordWar(
  given: SomeParameters,
  {graph, seed, years = 40, first}: {graph: Graph; seed: string | number; years?: number; first?: readonly number[]}
): RecordedWar {
  if (given.exitValue !== undefined && given.exitValue !== -Infinity)
    throw new RangeError(`exitValue is ${given.exitValue}, but must be -Infinity: packages have no third platform`);
  const war = simulate(given, {graph, seed, years, step: Math.max(years, 1e-6), record: true, ...(first && {first})});
  const start = Uint8Array.from(war.adoptedAt, (time) => (time === 0 ? 1 : 0));
  return {start, ...war.switches!, years};
}
