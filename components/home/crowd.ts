import * as Plot from "@observablehq/plot";
import {line} from "d3";
import {svg} from "htl";
import {defaults} from "../../models/migration/parameters.js";
import {figure} from "../figure.js";
import {percent} from "../format.js";
import {dark, isDark, light, onThemeChange} from "../theme.js";
import {responsive} from "../view.js";
import {type CrowdFilm, crowdFilm, crowdGround, crowdSide} from "./crowdChart.js";
import {linked, player} from "./player.js";

/** Milliseconds that forty years take on the screen. */
const duration = 12_000;

/** What became of a war, in words. */
export function crowdWords({time, share}: CrowdFilm): string {
  const won = share.findIndex((x) => x >= 0.9);
  if (won >= 0) return `nine in ten have moved after ${time[won]!.toFixed(1)} years`;
  return `after ${time.at(-1)} years ${percent(share.at(-1)!, 0)} have moved`;
}

/** Four hundred people and two platforms, small: a square of dots, and their share over the exact law of all such wars. */
export function crowd(href: string): HTMLElement {
  let film: CrowdFilm;
  let done = 0;
  let scale: {x: (v: number) => number; y: (v: number) => number} | undefined;
  const canvas = document.createElement("canvas");
  canvas.className = "crowd-dots";
  canvas.setAttribute("aria-hidden", "true");
  const overlay = svg`<svg class="miniature-paths" aria-hidden="true"></svg>` as SVGSVGElement;
  const path = svg`<path stroke="var(--newPlatform)">` as SVGPathElement;
  const dot = svg`<circle r="4.5" fill="var(--newPlatform)">` as SVGCircleElement;
  overlay.append(path, dot);

  const view = responsive<null>(
    {height: "clamp(200px, 30cqw, 280px)", className: "plot miniature"},
    (host, _, width, height) => {
      const square = Math.floor(Math.min(height - 36, width * 0.36));
      const pixels = devicePixelRatio || 1;
      canvas.width = canvas.height = Math.round(square * pixels);
      canvas.style.width = canvas.style.height = `${square}px`;
      const left = square + 20;
      const chart = Plot.plot({...crowdGround(width - left), width: width - left, height});
      chart.setAttribute("aria-hidden", "true");
      chart.style.marginLeft = overlay.style.left = `${left}px`;
      overlay.style.width = `${width - left}px`;
      const [x, y] = [chart.scale("x")!, chart.scale("y")!];
      scale = {x: (v) => x.apply(v) as number, y: (v) => y.apply(100 * v) as number};
      overlay.setAttribute("viewBox", `0 0 ${width - left} ${height}`);
      host.replaceChildren(canvas, chart, overlay);
      show();
    }
  );

  const war = player({
    name: "war",
    duration,
    another: "Another war",
    deal(seed) {
      film = crowdFilm(seed);
      card.summary(
        `War ${seed}: ${crowdSide ** 2} people, of whom ${percent(defaults.initialShare, 0)} begin on a platform that is better for all; ${crowdWords(film)}. The band holds nine in ten of all such wars, and is exact.`
      );
    },
    show(part) {
      done = part;
      show();
    }
  });
  const card = figure({
    title: "Four hundred people, two platforms",
    children: [linked(view.node, href, "Holy wars are coordination problems: open the notebook"), war.buttons]
  });

  function show(): void {
    if (!scale) return;
    const {x, y} = scale;
    const at = Math.floor(done * (film.time.length - 1));
    const points = film.time.slice(0, at + 1).map((year, i) => [x(year), y(film.share[i]!)] as const);
    path.setAttribute("d", line<readonly [number, number]>().digits(1)(points) ?? "");
    dot.setAttribute("cx", String(points.at(-1)![0]));
    dot.setAttribute("cy", String(points.at(-1)![1]));
    paint(film.places[at]!);
  }

  function paint(places: Uint8Array): void {
    const context = canvas.getContext("2d")!;
    const palette = isDark() ? dark : light;
    const cell = canvas.width / crowdSide;
    context.clearRect(0, 0, canvas.width, canvas.height);
    for (const [place, color] of [palette.oldPlatform, palette.newPlatform].entries()) {
      context.fillStyle = color;
      context.beginPath();
      places.forEach((where, i) => {
        if (where !== place) return;
        const [cx, cy] = [((i % crowdSide) + 0.5) * cell, (Math.floor(i / crowdSide) + 0.5) * cell];
        context.moveTo(cx + cell * 0.36, cy);
        context.arc(cx, cy, cell * 0.36, 0, 2 * Math.PI);
      });
      context.fill();
    }
  }

  onThemeChange(show);
  war.start(card.node);
  view.update(null);
  return card.node;
}
