import {html} from "htl";
import {circle, type Latent, walk} from "../../models/gan/latents.js";
import {figure} from "../figure.js";
import {readUrl, writeUrl} from "../inputs/urlState.js";
import {faceCanvas} from "./faceCanvas.js";
import {facePicker} from "./facePicker.js";
import type {Forge} from "./forge.js";
import {nearby} from "./nearby.js";
import {type SamplingState, seededFace} from "./samplingState.js";
import type {SamplingPart} from "./samplingStudio.js";

/** Two ways through latents: from one random face to the next, and once around. */
export const ways = {
  walk: {label: "random walk", at: walk, length: 6, pace: 0.4},
  circle: {label: "circle", at: circle, length: 1, pace: 0.08}
} as const;

export type Way = keyof typeof ways;

/** Faces that stand along the way. */
const stops = 12;

/** Where the stops are: a circle ends where it began, a walk at its last face. */
export function stopTimes(way: Way): number[] {
  const {length} = ways[way];
  return Array.from({length: stops}, (_, i) => (i * length) / (way === "circle" ? stops : stops - 1));
}

/** Faces that turn into each other, with play and pause. */
export function walkView(forge: Forge): SamplingPart {
  let state: SamplingState | undefined;
  let way: Way = readUrl("way") === "circle" ? "circle" : "walk";
  let time = 0;
  let near = false;
  let playing = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  let last: number | undefined;
  let frameAsked = false;

  const face = faceCanvas({label: "The face on its way"});
  const play =
    html`<button type="button" class="button primary walk-play" onclick=${() => toggle()}></button>` as HTMLButtonElement;
  const choice = html`<select aria-label="Way through the latents">
    ${Object.entries(ways).map(([key, {label}]) => html`<option value=${key} selected=${key === way}>${label}</option>`)}
  </select>` as HTMLSelectElement;
  const place =
    html`<input type="range" min="0" max="1000" step="1" value="0" aria-label="Place on the way">` as HTMLInputElement;
  const strip = facePicker({count: stops, label: "Stops on the way", className: "faces-strip"}, (i) => {
    rest();
    seek(stopTimes(way)[i]!);
  });
  const panel =
    html`<div class="walk-panel">${play}<label class="sampling-field"><span>Way</span>${choice}</label>${place}</div>` as HTMLElement;
  const frame = figure({
    title: "Faces turning into faces",
    children: [html`<div class="walk-stage">${face.node}<div>${panel}${strip.node}</div></div>`]
  });

  const failed = (message: string) => {
    console.warn(`the forge: ${message}`);
    rest();
    frame.status("error", "These faces could not be made here. Moving a slider tries again.");
  };
  /** The faces at these times. All have the class of the picked face, and no noise, which would flicker. */
  const ask = (now: SamplingState, times: readonly number[]) => {
    const {class: number, latent} = seededFace(now, now.seed);
    const requests = times.map((t) => {
      const at: Latent = ways[way].at(now.seed, latent.length, t);
      return {latent: at, class: number, psi: now.settings.psi};
    });
    return Object.assign(requests, {pixels: now.settings.pixels});
  };
  const drawFace = forge.line(({images}, asked: ReturnType<typeof ask>) => {
    face.scale(asked.pixels);
    face.paint(images[0]!);
  }, failed);
  const drawStrip = forge.line(({images}, asked: ReturnType<typeof ask>) => strip.paint(images, asked.pixels), failed);

  const show = () => {
    const {length} = ways[way];
    const part = time / length;
    place.value = String(Math.round(1000 * part));
    place.setAttribute("aria-valuetext", `${Math.round(100 * part)} % of the way`);
    strip.name(
      stopTimes(way).map((_, i) => `Stop ${i + 1} of ${stops}`),
      stopTimes(way).findIndex((t) => Math.abs(t - time) < length / 2000)
    );
    if (state) drawFace(ask(state, [time]));
  };
  const seek = (to: number) => {
    time = to;
    show();
  };
  const label = () => {
    play.textContent = playing ? "Pause" : "Play";
  };
  const rest = () => {
    playing = false;
    label();
  };
  const go = () => {
    if (frameAsked || !playing || !near || !state) return;
    frameAsked = true;
    requestAnimationFrame((now) => {
      frameAsked = false;
      if (!playing || !near) {
        last = undefined;
        return;
      }
      const {pace, length} = ways[way];
      const seconds = last === undefined ? 0 : Math.min(0.1, (now - last) / 1000);
      last = now;
      seek((time + pace * seconds) % length);
      go();
    });
  };
  const toggle = () => {
    playing = !playing;
    last = undefined;
    label();
    go();
  };

  const redraw = nearby(
    frame.node,
    () => {
      if (!state) return;
      frame.status("ready");
      frame.summary(walkWords(way, state.seed));
      drawStrip(ask(state, stopTimes(way)));
      show();
      go();
    },
    (seen) => {
      near = seen;
      last = undefined;
      go();
    }
  );
  panel.addEventListener("input", (event) => event.stopPropagation());
  place.addEventListener("input", () => {
    rest();
    seek((place.valueAsNumber / 1000) * ways[way].length);
  });
  choice.addEventListener("change", () => {
    way = choice.value as Way;
    writeUrl("way", way === "walk" ? null : way);
    time = 0;
    redraw();
  });
  label();

  return {
    node: frame.node,
    update(next) {
      state = next;
      redraw();
    }
  };
}

/** What the way is, in words. */
export function walkWords(way: Way, seed: string): string {
  return way === "walk"
    ? `A walk over the sphere of latents through ${ways.walk.length + 1} random faces, all of the class of seed ${seed}, at the ψ of the bar above and without noise.`
    : `Once around the sphere of latents and back to the face of seed ${seed}; half way around is the face of the opposite latent.`;
}
