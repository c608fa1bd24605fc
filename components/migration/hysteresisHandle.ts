import * as Plot from "@observablehq/plot";
import {line, select} from "d3";
import {slowPath} from "../../models/migration/slowPath.js";
import {percent} from "../format.js";
import {redraw} from "../morph.js";
import {responsive, type View} from "../view.js";
import {signed} from "./format.js";
import {type HysteresisState, hysteresisOptions, loopRange} from "./hysteresisChart.js";

/** Where the crowd is, and the line it has drawn. */
export interface Walk {
  advantage: number;
  share: number;
  trail: [advantage: number, share: number][];
}

/** As many corners of a trail are kept: enough to go round the loop several times. */
const longest = 4000;

/** A walk moved on to an advantage, so slowly that the crowd is always at rest. */
export function walkTo(p: HysteresisState["state"]["p"], walk: Walk, advantage: number): Walk {
  const path = slowPath(p, walk, advantage);
  const corners = path.advantage.map((a, i): [number, number] => [a, path.share[i]!]);
  return {advantage, share: path.share.at(-1)!, trail: [...walk.trail, ...corners].slice(-longest)};
}

export interface HandleOptions {
  height: string;
  /** Asked to move the handle to an advantage. */
  move(advantage: number): void;
}

/**
 * The diagram with a handle under its axis: dragged along it, or moved with the arrow keys, Page Up and Page Down, Home
 * and End. What the crowd does is drawn over the diagram, which is not drawn again.
 */
export function hysteresisHandle({height, move}: HandleOptions): View<HysteresisState> & {walk(walk: Walk): void} {
  const svg = select(document.createElementNS("http://www.w3.org/2000/svg", "svg"))
    .attr("class", "hysteresis-walk")
    .attr("aria-hidden", "true");
  const trail = svg.append("path").attr("class", "hysteresis-trail");
  const stem = svg.append("line").attr("class", "hysteresis-stem");
  const ball = svg.append("circle").attr("class", "landscape-ball").attr("r", 7);
  const handle = document.createElement("div");
  handle.className = "hysteresis-handle";
  handle.tabIndex = 0;
  handle.setAttribute("role", "slider");
  handle.setAttribute("aria-label", "Advantage, moved slowly");
  let now: Walk | undefined;
  let range: [number, number] = [0, 1];
  let invert: ((x: number) => number) | undefined;
  let place: ((walk: Walk) => void) | undefined;

  const view = responsive<HysteresisState>({height, className: "plot hysteresis"}, (host, state, width, tall) => {
    const chart = Plot.plot({...hysteresisOptions(state, width), width, height: tall});
    chart.setAttribute("aria-hidden", "true");
    range = loopRange(state.slow);
    const x = chart.scale("x")!;
    const y = chart.scale("y")!;
    invert = (px) => x.invert!(px) as number;
    const path = line<[number, number]>(
      ([a]) => x.apply(a),
      ([, share]) => y.apply(share)
    ).digits(1);
    const floor = tall - 48;
    place = (walk) => {
      const px = x.apply(walk.advantage);
      trail.attr("d", path(walk.trail));
      ball.attr("cx", px).attr("cy", y.apply(walk.share));
      stem.attr("x1", px).attr("x2", px).attr("y1", y.apply(walk.share)).attr("y2", floor);
      handle.style.left = `${px}px`;
      handle.style.top = `${floor}px`;
    };
    svg.attr("width", width).attr("height", tall);
    redraw(host, chart);
    if (!handle.isConnected) host.append(svg.node()!, handle);
    if (now) show(now);
  });

  function show(walk: Walk): void {
    now = walk;
    place?.(walk);
    handle.setAttribute("aria-valuemin", range[0].toFixed(3));
    handle.setAttribute("aria-valuemax", range[1].toFixed(3));
    handle.setAttribute("aria-valuenow", walk.advantage.toFixed(3));
    handle.setAttribute("aria-valuetext", `${signed(walk.advantage)}: share ${percent(walk.share)}`);
  }

  const to = (advantage: number) => move(Math.min(range[1], Math.max(range[0], advantage)));
  const follow = (event: PointerEvent) => {
    if (invert) to(invert(event.clientX - view.node.getBoundingClientRect().left));
  };
  view.node.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    view.node.setPointerCapture(event.pointerId);
    handle.focus({preventScroll: true});
    follow(event);
    event.preventDefault();
  });
  view.node.addEventListener("pointermove", (event) => {
    if (view.node.hasPointerCapture(event.pointerId)) follow(event);
  });
  handle.addEventListener("keydown", (event) => {
    if (!now) return;
    const width = range[1] - range[0];
    const steps: Record<string, number> = {
      ArrowLeft: -0.01,
      ArrowDown: -0.01,
      ArrowRight: 0.01,
      ArrowUp: 0.01,
      PageDown: -0.1,
      PageUp: 0.1,
      Home: -2,
      End: 2
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    to(now.advantage + step * width);
  });
  return {...view, walk: show};
}
