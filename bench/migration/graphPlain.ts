import {dependenciesOf, type Graph} from "../../models/migration/ecosystem.js";
import type {Parameters} from "../../models/migration/parameters.js";
import {random} from "../../models/random.js";

/** A package as a textbook would write it. */
interface Package {
  migrated: boolean;
  dependencies: Package[];
}

/**
 * The migration on a graph, the plain way: an object for each package, and one package drawn at random at each update of
 * 1/(λN) years, which computes both utilities and the part of its dependencies that has not moved. Returns the share at each of
 * the times, which rise.
 */
export function plainWar(p: Parameters, graph: Graph, seed: string, times: readonly number[]): number[] {
  const source = random(seed);
  const packages: Package[] = Array.from({length: graph.size}, () => ({migrated: false, dependencies: []}));
  packages.forEach((one, i) => {
    one.dependencies = Array.from(dependenciesOf(graph, i), (to) => packages[to]!);
  });
  let migrated = Math.round(p.initialShare * packages.length);
  for (let left = migrated; left > 0; ) {
    const one = packages[Math.floor(source() * packages.length)]!;
    if (one.migrated) continue;
    one.migrated = true;
    --left;
  }
  const updates = p.pace * packages.length;
  let done = 0;
  return times.map((time) => {
    for (; done < Math.round(time * updates); ++done) {
      const one = packages[Math.floor(source() * packages.length)]!;
      const x = migrated / packages.length;
      const older = p.quality + p.networkBenefit * (1 - x) - p.bitrot * x - p.bitcreep * (1 - p.shimOld) * x;
      const newer =
        p.quality + p.advantage + p.networkBenefit * x - p.bitrot * (1 - x) - p.bitcreep * (1 - p.shimNew) * (1 - x);
      const waiting = one.dependencies.filter((need) => !need.migrated).length;
      const gate = waiting > 0 ? (p.dependencyWeight * waiting) / one.dependencies.length : 0;
      const drive = one.migrated ? older - newer - p.switchingCost : newer - older - p.switchingCost - gate;
      if (source() < 1 / (1 + Math.exp(-drive / p.noise))) {
        one.migrated = !one.migrated;
        migrated += one.migrated ? 1 : -1;
      }
    }
    return migrated / packages.length;
  });
}
