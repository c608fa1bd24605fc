import {cycles, deadlocked} from "./ecosystemCycles.js";
import {dependents, type Graph} from "./ecosystemGraph.js";
import {reach} from "./ecosystemWaves.js";

/** A cycle and what hangs on it. */
export interface CycleReport {
  /** The nodes on it, in rising order. */
  members: number[];
  /** Nodes outside it that wait for it, directly or not; one may wait for several cycles. */
  behind: number;
  /** The member that, moved by hand, leaves the fewest nodes deadlocked; the first of equals. */
  keystone: number;
}

/** Every cycle of a graph, the largest first, and how many nodes stay deadlocked once all keystones have been moved by hand. */
export function keystones(graph: Graph): {cycles: CycleReport[]; left: number} {
  const back = dependents(graph);
  const found = cycles(graph).map((members): CycleReport => {
    const left = members.map((member) => deadlocked(graph, [member]).length);
    const keystone = members[left.indexOf(Math.min(...left))]!;
    // All members are reached from each, so that any one of them will do.
    return {members, behind: reach(back, members[0]!).length - (members.length - 1), keystone};
  });
  return {
    cycles: found,
    left: deadlocked(
      graph,
      found.map(({keystone}) => keystone)
    ).length
  };
}
