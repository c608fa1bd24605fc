import {html} from "htl";
import {deadlocked} from "../../models/migration/ecosystemCycles.js";
import type {PackagesFile} from "../../models/migration/ecosystemPackages.js";
import {type RecordedWar, type Replay, replay} from "../../models/migration/ecosystemReplay.js";
import type {WallLayoutFile} from "../../models/migration/files.js";
import {crossing} from "../../models/migration/interventionsOutcome.js";
import {trajectory} from "../../models/migration/trajectory.js";
import {figure, fill} from "../figure.js";
import {count} from "../format.js";
import {readUrl, writeUrl} from "../inputs/urlState.js";
import type {View} from "../view.js";
import {withNextMove} from "../withNextMove.js";
import {years} from "./format.js";
import {readWall, shortName, type Wall} from "./wall.js";
import {wallDetails} from "./wallDetails.js";
import {type WallSettings, wallParameters} from "./wallInputs.js";
import {wallMap} from "./wallMap.js";
import {wallPlayer} from "./wallPlayer.js";
import {findNames, wallSearch} from "./wallSearch.js";
import {wallShare} from "./wallShare.js";
import {wallSolver} from "./wallSolver.js";
import {horizon, shownYears, wallSummary} from "./wallWords.js";

/** How often the words follow a war that plays, in milliseconds. */
const wordsEvery = 250;

/** The wall, the player and the search around it: the main figure of the page. */
export function wallView(packages: Promise<PackagesFile>, layout: Promise<WallLayoutFile>): View<WallSettings> {
  let wall: Wall | undefined;
  let settings: WallSettings | undefined;
  let ask: ReturnType<typeof wallSolver> | undefined;
  /** The war fought last, and as it is played. */
  let recorded: RecordedWar | undefined;
  let war: Replay | undefined;
  let mixedT90 = Infinity;
  let T90 = Infinity;
  let held = 0;
  let inView = -1;
  let said = 0;

  const share = wallShare("clamp(170px, 24cqw, 200px)");
  const keep = (node: number) => writeUrl("package", node < 0 || !wall ? null : shortName(wall.names[node]!));
  const pick = (node: number) => {
    map.choose(node, true);
    keep(node);
  };
  const details = wallDetails(pick);
  const search = wallSearch(pick);
  const map = wallMap("clamp(360px, 43cqw, 440px)", {
    focus(node) {
      inView = node;
      if (wall && war) details.update(wall, war.place, node);
    },
    choose: keep,
    play: () => player.toggle()
  });
  const player = wallPlayer({
    seek(year) {
      war?.seek(year);
      redraw();
    },
    step() {
      const move = war?.step();
      if (!move || !wall) return;
      player.show(move.time);
      map.choose(move.agent, true);
      redraw(
        `Year ${move.time.toFixed(2)}: ${wall.names[move.agent]} moves ${move.to === 1 ? "to the new" : "back to the old"} platform.`
      );
    },
    reseed: fight
  });
  const hubs = html`<div class="wall-row wall-hubs" role="group" aria-label="The ten packages that most wait for"></div>`;
  const edges = html`<label class="wall-check"><input type="checkbox" checked> all edges</label>`;
  edges.addEventListener("input", (event: Event) => {
    event.stopPropagation();
    map.edges((event.target as HTMLInputElement).checked);
  });
  const tool = (text: string, name: string, act: () => void) =>
    html`<button type="button" class="button" aria-label=${name} title=${name} onclick=${act}>${text}</button>`;
  const tools = html`<div class="wall-tools">${edges}
    ${tool("+", "Zoom in", () => map.zoomBy(1.6))}${tool("−", "Zoom out", () => map.zoomBy(1 / 1.6))}${tool("Fit", "Show the whole wall", () => map.fit())}
  </div>`;
  const frame = figure({
    main: true,
    title: "A migration on the dependency wall",
    children: [
      player.node,
      html`<div class="wall-grid">
        <div class="wall-stage">${map.node}${tools}</div>
        <div class="wall-side">${share.node}${search.node}${details.node}</div>
      </div>`,
      hubs
    ]
  });

  /** Everything that depends on where the war stands. */
  function redraw(moved = ""): void {
    if (!wall || !war || !settings) return;
    map.paint(war.place);
    share.mark(war.time, war.adopted / wall.graph.size);
    details.update(wall, war.place, inView);
    const now = performance.now();
    if (moved === "" && now - said < wordsEvery) {
      clearTimeout(later);
      later = setTimeout(() => redraw(), wordsEvery);
      return;
    }
    said = now;
    frame.summary([moved, wallSummary(wall, {war, held, T90, mixedT90}, settings)].filter(Boolean).join(" "));
  }
  let later: ReturnType<typeof setTimeout> | undefined;

  function fight(): void {
    if (!settings) return;
    ask?.({parameters: wallParameters(settings), hubs: settings.first === "hubs", seed: player.seed, years: horizon});
  }

  function fought(): void {
    if (!wall || !settings || !recorded) return;
    const {start} = recorded;
    war = replay(recorded);
    T90 = war.timeTo(0.9);
    held = deadlocked(
      wall.graph,
      [...start.keys()].filter((i) => start[i] === 1)
    ).length;
    const end = shownYears(T90, player.year);
    player.end(end);
    war.seek(player.year);
    const mixed = trajectory({...wallParameters(settings), dependencyWeight: 0}, {years: horizon, step: 0.2});
    mixedT90 = crossing(mixed, 0.9);
    const {time, share: course} = war.course(400);
    share.update({end, time, share: course, mixedTime: mixed.time, mixedShare: mixed.share});
    frame.key(
      T90 === Infinity ? "never" : years(T90).replace(" ", "\u00a0"),
      T90 === Infinity ? `nine in ten, within ${horizon} years` : "to nine in ten"
    );
    said = 0;
    redraw();
    frame.status("ready");
  }

  const drawer = withNextMove(fought);

  fill(frame, Promise.all([packages, layout]), ([file, drawing]) => {
    wall = readWall(file, drawing);
    map.show(wall);
    frame.summary(`${count(wall.graph.size, "package")} of ${wall.source}, as of ${wall.date}.`);
    search.show(wall.names);
    hubs.replaceChildren(
      "Most waited for: ",
      ...wall.hubs.map(
        ({node, dependents}) =>
          html`<button type="button" class="wall-name" title=${count(dependents, "dependent")} onclick=${() => pick(node)}>${shortName(wall!.names[node]!)} <small>${dependents}</small></button>`
      )
    );
    const asked = readUrl("package");
    const [chosen] = asked ? findNames(wall.names, asked, 1) : [];
    if (chosen !== undefined && shortName(wall.names[chosen]!) === asked) map.choose(chosen, true);
    ask = wallSolver(wall.graph, {
      solved(_, answer) {
        recorded = answer;
        drawer.answered();
      },
      failed(message) {
        console.warn(`the wall: ${message}`);
        frame.status("error", "This war could not be fought. Moving a slider tries again.");
      }
    });
    fight();
  });

  return {
    node: frame.node,
    update(next) {
      settings = next;
      fight();
      drawer.passed();
    }
  };
}
