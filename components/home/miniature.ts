import * as Plot from "@observablehq/plot";
import {line} from "d3";
import {svg} from "htl";
import {defaultGame} from "../../models/kelly/game.js";
import {type Rivals, rivals} from "../../models/kelly/rivals.js";
import {value} from "../../models/kelly/value.js";
import {figure} from "../figure.js";
import {count, dollars, wholeDollars} from "../format.js";
import {responsive} from "../view.js";
import {miniatureGround, pathOf, players} from "./miniatureChart.js";
import {linked, player} from "./player.js";

/** Milliseconds that 300 flips take on the screen. */
const duration = 9000;

/** What a player's path came to, in words. */
function ending(path: Float64Array): string {
  const last = path.at(-1)!;
  const flips = count(path.length - 1, "flip");
  if (last >= defaultGame.ceiling) return `reaches the ${wholeDollars(defaultGame.ceiling)} ceiling after ${flips}`;
  if (last < 0.01) return `is ruined after ${flips}`;
  return `ends with ${dollars(last)}`;
}

/**
 * The game playing itself, small: the best player and Kelly on the same flips, over the value of every situation. It
 * plays one game and rests; readers who asked for less motion get the finished paths at once. `href` is where a click
 * leads.
 */
export function miniature(href: string): HTMLElement {
  let paths: Rivals;
  let done = 0;
  let scale: {x: (v: number) => number; y: (v: number) => number} | undefined;

  const overlay = svg`<svg class="miniature-paths" aria-hidden="true"></svg>` as SVGSVGElement;
  const marks = players.map(({name, color}) => ({
    name,
    path: svg`<path stroke=${color}>` as SVGPathElement,
    dot: svg`<circle r="4.5" fill=${color}>` as SVGCircleElement,
    label: svg`<text fill=${color}>` as SVGTextElement
  }));
  for (const {path, dot, label} of marks) overlay.append(path, dot, label);

  const view = responsive<null>(
    {height: "clamp(250px, 35cqw, 330px)", className: "plot miniature"},
    (host, _, width, height) => {
      const chart = Plot.plot({...miniatureGround(width), width, height});
      chart.setAttribute("aria-hidden", "true");
      const [x, y] = [chart.scale("x")!, chart.scale("y")!];
      scale = {x: (v) => x.apply(v) as number, y: (v) => y.apply(v) as number};
      overlay.setAttribute("viewBox", `0 0 ${width} ${height}`);
      host.replaceChildren(chart, overlay);
      show();
    }
  );

  const game = player({
    name: "game",
    duration,
    another: "Another game",
    deal(seed) {
      paths = rivals(defaultGame, seed);
      card.summary(
        `Game ${seed}: ${count(defaultGame.rounds, "flip")} of a 60 % coin, from ${wholeDollars(defaultGame.wealth)}. The best player ${ending(paths.optimum)}; Kelly’s fifth of wealth ${ending(paths.kelly)}. The stronger the shade, the more a situation is worth: with flips to spare there is no hurry.`
      );
    },
    show(part) {
      done = part;
      show();
    }
  });
  const card = figure({
    main: true,
    title: "The best player and Kelly on the same flips",
    children: [linked(view.node, href, "The value of a bet: open the notebook"), game.buttons]
  });

  function show(): void {
    if (!scale) return;
    const {x, y} = scale;
    const draw = line<readonly [number, number]>(
      (d) => x(d[0]),
      (d) => y(d[1])
    ).digits(1);
    const heads = marks.map(({path, dot}, i) => {
      const points = pathOf(paths[players[i]!.key]).slice(0, Math.floor(done * defaultGame.rounds) + 1);
      const [left, wealth] = points.at(-1)!;
      path.setAttribute("d", draw(points) ?? "");
      dot.setAttribute("cx", String(x(left)));
      dot.setAttribute("cy", String(y(wealth)));
      return {x: x(left), y: y(wealth), wealth};
    });
    // Labels keep out of each other's way: the richer player's stands above, the other's below.
    const first = heads[0]!.wealth >= heads[1]!.wealth ? 0 : 1;
    marks.forEach(({label, name}, i) => {
      const head = heads[i]!;
      const nearEnd = head.x > x(0) - 150;
      const raised = i === first ? -9 : 17;
      label.setAttribute("x", String(head.x + (nearEnd ? -8 : 8)));
      label.setAttribute("y", String(Math.max(y(defaultGame.ceiling) + (i === first ? 15 : 32), head.y + raised)));
      label.setAttribute("text-anchor", nearEnd ? "end" : "start");
      label.textContent = `${name} ${dollars(head.wealth)}`;
    });
  }

  card.key(dollars(value(defaultGame)), `expected from ${wholeDollars(defaultGame.wealth)} under the best play`);
  game.start(card.node);
  view.update(null);
  return card.node;
}
