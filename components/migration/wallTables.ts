import {html} from "htl";
import {keystones} from "../../models/migration/ecosystemKeystones.js";
import type {WallRun, WallRunsFile} from "../../models/migration/files.js";
import {count, percent} from "../format.js";
import {shortName, type Wall} from "./wall.js";
import {weightText} from "./wallCurves.js";
import {graphNames, runsOf} from "./wallTimes.js";

/** The time of an ensemble as `6.73 ± 0.03`, `> 26.6 (92 %)` where some wars were not won, or `never`. */
export function timeText({reached, mean, error}: Pick<WallRun, "reached" | "mean" | "error">): string {
  if (reached === 0) return "never";
  if (reached < 1) return `> ${mean.toFixed(1)} (${percent(reached, 0)})`;
  return `${mean.toFixed(2)} ± ${error.toFixed(2)}`;
}

/** Every graph in figures, and how long a migration takes on it. */
export function familiesTable(file: WallRunsFile): HTMLElement {
  const weights = [0, 0.5, 1, 1.5, 2, null];
  const row = (id: string, first: WallRun["first"]) => {
    const graph = file.graphs.find((one) => one.id === id)!;
    const runs = runsOf(file, id, first);
    const cells = weights.map((weight) => {
      const run = runs.find((one) => one.weight === weight);
      return html`<td>${run ? timeText(run) : "–"}</td>`;
    });
    const name = first === "hubs" ? "Debian, hubs first" : (graphNames[id] ?? id);
    return html`<tr><th scope="row">${name}</th><td>${percent(graph.free / graph.nodes, 0)}</td><td>${(graph.depth + 1).toFixed(0)}</td>
      <td>${Math.round(graph.deadlocked).toLocaleString("en-US")}</td>${cells}</tr>`;
  };
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Years until nine in ten have moved, by graph"><table class="wall-table">
    <thead><tr><th scope="col">Graph</th><th scope="col">Wait for nobody</th><th scope="col">Waves</th><th scope="col">Deadlocked</th>
      ${weights.map((weight) => html`<th scope="col">γ = ${weightText(weight)}</th>`)}</tr></thead>
    <tbody>${row("debian", "random")}${row("debian", "hubs")}${file.graphs
      .filter(({id}) => id !== "debian")
      .map(({id}) => row(id, "random"))}</tbody>
  </table></div>` as HTMLElement;
}

/** Every cycle, who waits behind it, and the package that opens it. */
export function cyclesTable(wall: Pick<Wall, "graph" | "names">): {node: HTMLElement; words: string} {
  const {cycles, left} = keystones(wall.graph);
  const name = (node: number) => shortName(wall.names[node]!);
  const rows = cycles.map(
    ({members, behind, keystone}) =>
      html`<tr><th scope="row">${members.map(name).join(" ↔ ")}</th><td>${behind}</td><td>${name(keystone)}</td></tr>`
  );
  const node =
    html`<div class="scroll" tabindex="0" role="region" aria-label="The cycles"><table class="wall-table"><thead><tr><th scope="col">Cycle</th><th scope="col">Packages that wait behind it</th><th scope="col">Moved by hand, opens it</th></tr></thead><tbody>${rows}</tbody></table></div>` as HTMLElement;
  const words =
    cycles.length === 0
      ? "This graph has no cycle: a hard gate delays, but holds nobody for ever."
      : `${count(cycles.length, "cycle")}. With one package of each moved by hand, ${left === 0 ? "nobody is" : `${left} are`} deadlocked any more.`;
  return {node, words};
}
