import {checkWhole} from "../check.js";
import {type Edge, type Graph, makeGraph} from "./ecosystemGraph.js";

/**
 * Users on a square of `side` × `side` nodes, row by row from the top left, each depending on the one to its right and
 * on the one below: neighbours are the four next to each other, there is no cycle, and the last corner waits for nobody.
 *
 * @throws RangeError naming side.
 */
export function grid(side: number): Graph {
  checkWhole("side", side, 1, 3000);
  const edges: Edge[] = [];
  for (let i = 0; i < side * side; ++i) {
    if (i % side < side - 1) edges.push([i, i + 1]);
    if (i + side < side * side) edges.push([i, i + side]);
  }
  return makeGraph(side * side, edges);
}
