import * as Plot from "@observablehq/plot";
import {html} from "htl";
import {pointAt} from "../../models/gan/runBands.js";
import {responsive} from "../view.js";
import {type RunPlotState, runPlotOptions} from "./runPlot.js";

export interface RunPanel {
  node: HTMLElement;
  update(state: RunPlotState): void;
  /** Moves the line of the moment to so many faces, and reads the curves there. */
  at(images: number): void;
}

export interface PanelOptions {
  title: string;
  height: number;
  /** How a value reads. */
  format: (value: number) => string;
  /** The reader points at a moment, or at none any more. */
  hover(images: number | undefined): void;
  /** The reader takes a moment. */
  pick(images: number): void;
}

/** What a curve says at a moment: its mean, with the range where there are several runs. */
export interface Reading {
  name: string;
  color: string;
  dashed: boolean;
  text: string;
}

export function readings({series}: RunPlotState, images: number, format: (value: number) => string): Reading[] {
  return series
    .filter((d) => !d.faint)
    .map(({name, color, dashed = false, points}) => {
      const point = pointAt(points, images);
      const {mean, low, high} = point ?? {mean: 0, low: 0, high: 0};
      const text = !point ? "–" : low === high ? format(mean) : `${format(mean)} (${format(low)} – ${format(high)})`;
      return {name, color, dashed, text};
    });
}

/** A plot of a training under a line that names it and reads it at the moment. */
export function runPanel({title, height, format, hover, pick}: PanelOptions): RunPanel {
  const value = html`<output></output>`;
  const rule = html`<div class="run-rule"></div>` as HTMLElement;
  let state: RunPlotState | undefined;
  let scale: Plot.Scale | undefined;
  let moment = 0;
  let shown = "";
  const place = () => {
    const x = scale?.apply(Math.max(state!.domain[0], moment)) as number | undefined;
    rule.hidden = x === undefined || !Number.isFinite(x);
    if (!rule.hidden) rule.style.transform = `translateX(${x!.toFixed(1)}px)`;
  };
  const view = responsive<RunPlotState>({height, className: "run-plot"}, (host, now, width, frameHeight) => {
    const chart = Plot.plot({...runPlotOptions(now, width), width, height: frameHeight});
    chart.setAttribute("aria-hidden", "true");
    scale = (chart as unknown as Plot.Plot).scale("x");
    host.replaceChildren(chart, rule);
    place();
  });
  const node =
    html`<div class="run-panel"><p class="run-title"><span>${title}</span>${value}</p>${view.node}</div>` as HTMLElement;
  const imagesAt = (event: PointerEvent) => {
    const x = event.clientX - view.node.getBoundingClientRect().left;
    const images = Number(scale?.invert?.(x));
    return state && Number.isFinite(images) ? Math.min(state.domain[1], Math.max(state.domain[0], images)) : undefined;
  };
  view.node.addEventListener("pointermove", (event) => {
    const images = imagesAt(event);
    if (event.buttons === 1 && images !== undefined) pick(images);
    else hover(images);
  });
  view.node.addEventListener("pointerleave", () => hover(undefined));
  view.node.addEventListener("pointerdown", (event) => {
    const images = imagesAt(event);
    if (images !== undefined) pick(images);
  });
  return {
    node,
    update(next) {
      state = next;
      view.update(next);
      this.at(moment);
    },
    at(images) {
      moment = images;
      if (!state) return;
      const read = readings(state, images, format);
      const text = read.map((d) => d.text).join();
      if (shown !== text) {
        shown = text;
        // The names of several curves stand here, and not in the plot, where they would meet: each in its colour, over
        // a line like its own.
        const named = ({name, dashed}: Reading) =>
          html`<span style=${{textDecorationLine: "underline", textDecorationStyle: dashed ? "dashed" : "solid", textDecorationThickness: "2px", textUnderlineOffset: "3px"}}>${name}</span>`;
        const several = read.length > 1;
        value.replaceChildren(
          ...read.map((d) => html`<span style=${{color: d.color}}>${several ? [named(d), " "] : ""}${d.text}</span>`)
        );
      }
      place();
    }
  };
}
