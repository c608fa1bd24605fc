import {html} from "htl";
import {dependenciesOf} from "../../models/migration/ecosystemGraph.js";
import {count} from "../format.js";
import {shortName, type Wall} from "./wall.js";

/** How many names a list shows. */
const most = 12;

/** What there is to say about one package, in words. */
export function packageWords(wall: Wall, place: Readonly<Uint8Array>, node: number): string {
  const {graph, back, names, waves, cycles, cycleOf} = wall;
  const needs = dependenciesOf(graph, node);
  const waiters = dependenciesOf(back, node);
  const moved = needs.reduce((sum, i) => sum + (place[i] === 1 ? 1 : 0), 0);
  const cycle = cycleOf[node]! >= 0 ? cycles[cycleOf[node]!]! : undefined;
  const parts = [
    `${names[node]} is on the ${place[node] === 1 ? "new" : "old"} platform.`,
    needs.length === 0
      ? "It waits for nobody."
      : `It waits for ${count(needs.length, "package")}, of which ${moved} ${moved === 1 ? "has" : "have"} moved.`,
    waiters.length === 0
      ? "Nobody waits for it."
      : `${count(waiters.length, "package")} ${waiters.length === 1 ? "waits" : "wait"} for it.`,
    cycle
      ? `It is on a cycle with ${cycle
          .filter((i) => i !== node)
          .map((i) => shortName(names[i]!))
          .join(" and ")}.`
      : waves[node] === -1
        ? "It waits for a cycle, directly or not: a hard gate holds it for ever."
        : `Wave ${waves[node]}.`
  ];
  return parts.join(" ");
}

export interface WallDetails {
  node: HTMLElement;
  update(wall: Wall, place: Readonly<Uint8Array>, node: number): void;
}

/** The package in view: a sentence or two, and the packages on either side of it as buttons. */
export function wallDetails(choose: (node: number) => void): WallDetails {
  const words = html`<p class="wall-words"></p>`;
  const needs = html`<p class="wall-names"></p>`;
  const waiters = html`<p class="wall-names"></p>`;
  const node =
    html`<div class="wall-details" role="group" aria-label="The package in view">${words}${needs}${waiters}</div>` as HTMLElement;
  let listed = -2;
  const list = (host: HTMLElement, label: string, wall: Wall, nodes: Uint32Array) => {
    const {back} = wall;
    const degree = (i: number) => back.starts[i + 1]! - back.starts[i]!;
    const sorted = Array.from(nodes).sort((a, b) => degree(b) - degree(a));
    const more = sorted.length - most;
    host.replaceChildren(
      ...(sorted.length ? [label] : []),
      ...sorted
        .slice(0, most)
        .map(
          (i) =>
            html`<button type="button" class="wall-name" onclick=${() => choose(i)}>${shortName(wall.names[i]!)}</button>`
        ),
      ...(more > 0 ? [`and ${more} more`] : [])
    );
  };
  return {
    node,
    update(wall, place, chosen) {
      words.textContent =
        chosen < 0
          ? "Point at a package, or find one by name, to see what it waits for and who waits for it. Drag to pan. Click or tap the wall once, and the wheel or your fingers zoom."
          : packageWords(wall, place, chosen);
      if (chosen === listed) return;
      listed = chosen;
      list(needs, "Waits for ", wall, chosen < 0 ? new Uint32Array() : dependenciesOf(wall.graph, chosen));
      list(waiters, "Waited for by ", wall, chosen < 0 ? new Uint32Array() : dependenciesOf(wall.back, chosen));
    }
  };
}
