import * as Plot from "@observablehq/plot";
import {select} from "d3";
import {responsive, type View} from "../view.js";
import {looks, planeOptions, planeWindow} from "./diracPlane.js";
import {at, type DiracState, horizon} from "./diracState.js";
import {diracSwarm} from "./diracSwarm.js";

/** The plane with what moves in it: a swarm on a canvas under the chart, and three runners over it. */
export interface DiracStage extends View<DiracState> {
  /** Puts the runners where they are at a scaled time. */
  run(time: number): void;
  /** Carries the swarm on by some scaled time; without it there is no swarm. */
  drift(time: number): void;
  /** Takes the swarm away. */
  calm(): void;
}

/** The phase plane, `height` CSS pixels high. */
export function diracStage(height: string): DiracStage {
  let state: DiracState | undefined;
  let time = horizon;
  let scale: {x(value: number): number; y(value: number): number} | undefined;
  let size = {width: 0, height: 0};
  let scattered = "";
  const swarm = diracSwarm();
  const canvas = document.createElement("canvas");
  canvas.className = "dirac-swarm";
  canvas.setAttribute("aria-hidden", "true");
  const layer = select(document.createElementNS("http://www.w3.org/2000/svg", "g"));
  const runners = (["linear", "training", "flow"] as const).map((id) => ({
    id,
    dot: layer.append("circle").attr("class", "dirac-runner").attr("r", 6).style("fill", looks[id].color)
  }));

  const view = responsive<DiracState>({height, className: "plot dirac-plane"}, (host, next, width, tall) => {
    state = next;
    const chart = Plot.plot({...planeOptions(next, width, tall), width, height: tall});
    chart.setAttribute("aria-hidden", "true");
    const [x, y] = [chart.scale("x")!, chart.scale("y")!];
    scale = {x: x.apply, y: y.apply};
    size = {width, height: tall};
    const ratio = Math.min(2, devicePixelRatio || 1);
    canvas.width = width * ratio;
    canvas.height = tall * ratio;
    host.replaceChildren(canvas, chart);
    chart.append(layer.node()!);
    run(time);
  });

  function run(next: number): void {
    time = next;
    if (!state || !scale) return;
    const share = time / horizon;
    const {training} = state;
    const last = training.theta.length - 1;
    const step = Math.min(last, Math.floor(time / state.scale.tick + 1e-9));
    for (const {id, dot} of runners) {
      const [theta, psi] = id === "training" ? [training.theta[step]!, training.psi[step]!] : at(state[id], share);
      const [px, py] = [scale.x(theta), scale.y(psi)];
      const inside = px >= 40 && px <= size.width - 8 && py >= 14 && py <= size.height - 34;
      dot
        .attr("display", inside ? null : "none")
        .attr("cx", px)
        .attr("cy", py);
    }
  }

  function clear(): CanvasRenderingContext2D | null {
    const context = canvas.getContext("2d");
    if (!context) return null;
    const ratio = canvas.width / Math.max(1, size.width);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    return context;
  }

  return {
    ...view,
    run,
    drift(passed) {
      if (!state || !scale) return;
      const window = planeWindow(state, size.width, size.height);
      const key = `${window.x} ${window.y}`;
      if (scattered !== key) swarm.scatter(window);
      scattered = key;
      swarm.advance(state.game, window, passed);
      const context = clear();
      if (!context) return;
      context.strokeStyle = getComputedStyle(canvas).color;
      context.lineWidth = 1.1;
      context.globalAlpha = 0.35;
      context.beginPath();
      const {x, y} = scale;
      for (const trail of swarm.trails)
        trail.forEach(([theta, psi], i) => {
          if (i === 0) context.moveTo(x(theta), y(psi));
          else context.lineTo(x(theta), y(psi));
        });
      context.stroke();
    },
    calm() {
      clear();
    }
  };
}
