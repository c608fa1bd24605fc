import {html} from "htl";
import type {FaceRequest} from "../../models/gan/faceForge.js";
import {latentOf} from "../../models/gan/latents.js";
import type {Principal} from "../../models/gan/principal.js";
import {normal, random} from "../../models/random.js";
import {figure} from "../figure.js";
import {faceCanvas, type Scaling} from "./faceCanvas.js";
import type {Forge} from "./forge.js";
import {nearby} from "./nearby.js";
import {faceRequest, type SamplingState} from "./samplingState.js";
import type {SamplingPart} from "./samplingStudio.js";

/** Directions that have a slider, and how far it goes, in standard deviations. */
const [count, reach] = [8, 3];

/** How far the slider of one number of a latent goes. */
const rawReach = 3;

/** The sum of directions, each so many standard deviations along. */
export function shiftOf({directions, deviations}: Principal, amounts: readonly number[]): Float32Array {
  const shift = new Float32Array(directions[0]!.length);
  amounts.forEach((amount, k) => {
    for (let j = 0; j < shift.length; ++j) shift[j]! += amount * deviations[k]! * directions[k]![j]!;
  });
  return shift;
}

/** Sliders for the main directions of style, and for the numbers of the latent themselves, on the picked face. */
export function directionsView(forge: Forge): SamplingPart {
  let state: SamplingState | undefined;
  let principal: Principal | undefined;
  let asked = false;
  let seed: string | undefined;
  const amounts = Array.from({length: count}, () => 0);
  let raw: Float32Array | undefined;
  let shaken = 0;

  const face = faceCanvas({label: "The picked face, changed"});
  const knobs = amounts.map((_, k) => {
    const ends = [faceCanvas(), faceCanvas()];
    const range =
      html`<input type="range" min=${-reach} max=${reach} step="0.1" value="0" aria-label=${`Direction ${k + 1}, in standard deviations`}>` as HTMLInputElement;
    const share = html`<small></small>`;
    range.addEventListener("input", () => {
      amounts[k] = range.valueAsNumber;
      redraw();
    });
    return {
      ends,
      range,
      share,
      node: html`<div class="knob">${ends[0]!.node}<label><span>Direction ${k + 1} ${share}</span>${range}</label>${ends[1]!.node}</div>`
    };
  });
  const reset =
    html`<button type="button" class="button" disabled onclick=${() => start()}>Reset</button>` as HTMLButtonElement;
  const fresh = html`<button type="button" class="button" onclick=${() => jitter()}>Shake them</button>`;
  const rawGrid = html`<div class="raw-grid"></div>`;
  const ranges: HTMLInputElement[] = [];
  const tools = html`<div class="knob-tools">${reset}${fresh}</div>`;
  const stage =
    html`<div class="knobs-stage"><div class="knobs-face">${face.node}${tools}</div><div class="knobs">${knobs.map(({node}) => node)}</div></div>` as HTMLElement;
  const fold =
    html`<details class="raw-fold"><summary class="raw-head">The numbers of the latent themselves</summary>${rawGrid}</details>` as HTMLElement;
  for (const part of [stage, fold]) part.addEventListener("input", (event) => event.stopPropagation());
  const frame = figure({title: "A face by its coordinates", children: [stage, fold]});

  const failed = (message: string) => {
    console.warn(`the forge: ${message}`);
    frame.status("error", "These faces could not be made here. Moving a slider tries again.");
  };
  const paint = (images: readonly ImageData[], pixels: Scaling) => {
    [face, ...knobs.flatMap(({ends}) => ends)].forEach((canvas, i) => {
      canvas.scale(pixels);
      if (images[i]) canvas.paint(images[i]);
    });
  };
  const draw = forge.line(({images}, requests: ReturnType<typeof ask>) => paint(images, requests.pixels), failed);

  /** The face as the sliders have it, and then what each slider would make of it at either end. */
  const ask = (now: SamplingState, along: Principal) => {
    const {latent, ...rest} = faceRequest(now, now.seed);
    const at = (changed: readonly number[]): FaceRequest => ({
      ...rest,
      latent: raw ?? latent,
      shift: shiftOf(along, changed)
    });
    const ends = amounts.flatMap((_, k) =>
      [-reach, reach].map((end) => at(amounts.map((amount, i) => (i === k ? end : amount))))
    );
    return Object.assign([at(amounts), ...ends], {pixels: now.settings.pixels});
  };

  const redraw = nearby(frame.node, () => {
    if (!state) return;
    reset.disabled = amounts.every((amount) => amount === 0) && !raw;
    knobs.forEach(({range}, k) => {
      range.setAttribute("aria-valuetext", `${amounts[k]!.toFixed(1).replace("-", "−")} standard deviations`);
    });
    if (!principal) {
      if (asked) return;
      asked = true;
      forge.directions(count).then(
        (found) => {
          principal = found;
          frame.summary(directionWords(found, latentLength()));
          knobs.forEach(({share}, k) => {
            share.textContent = `${(100 * found.shares[k]!).toFixed(1)} %`;
          });
          redraw();
        },
        (error: Error) => {
          asked = false;
          failed(error.message);
        }
      );
      return;
    }
    frame.status("ready");
    face.name(`The face of seed ${state.seed}, changed`);
    draw(ask(state, principal));
  });

  const latentLength = () => state?.file.config.generator.latent ?? 0;
  /** The latent as it was drawn, but for the numbers that were moved. */
  const latentNow = () => raw ?? (state && latentOf(state.seed, latentLength()));
  const show = () => {
    knobs.forEach(({range}, k) => {
      range.value = String(amounts[k]);
    });
    const latent = latentNow();
    ranges.forEach((range, i) => {
      range.value = String(latent?.[i] ?? 0);
    });
  };
  const start = () => {
    amounts.fill(0);
    raw = undefined;
    show();
    redraw();
  };
  const jitter = () => {
    const draw = normal(random(`shake ${seed} ${++shaken}`));
    amounts.forEach((_, k) => {
      amounts[k] = Math.max(-reach, Math.min(reach, Math.round(10 * draw()) / 10));
    });
    show();
    redraw();
  };
  const build = () => {
    for (let i = 0; i < latentLength(); ++i) {
      const range =
        html`<input type="range" min=${-rawReach} max=${rawReach} step="0.01" aria-label=${`Number ${i + 1} of the latent`}>` as HTMLInputElement;
      range.addEventListener("input", () => {
        // The other sliders may not stand for theirs: they are rounded, and end where few numbers go.
        raw = latentNow()?.with(i, range.valueAsNumber);
        redraw();
      });
      ranges.push(range);
    }
    rawGrid.append(...ranges);
  };

  return {
    node: frame.node,
    update(next) {
      state = next;
      if (!ranges.length) build();
      if (next.seed !== seed) {
        seed = next.seed;
        start();
      } else redraw();
    }
  };
}

/** What the sliders are, in words. */
export function directionWords({shares}: Principal, latent: number): string {
  const together = shares.reduce((sum, share) => sum + share, 0);
  return `Sliders for the ${shares.length} directions in which styles differ most within a class, each from −${reach} to ${reach} standard deviations, with the faces at either end. The first has ${(100 * shares[0]!).toFixed(1)} % of all variance, the ${shares.length} together ${(100 * together).toFixed(0)} %; a latent has ${latent} numbers.`;
}
